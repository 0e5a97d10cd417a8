import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type View, waitUntil } from '../../scripts/lib/driver.ts';
import {
  articleOf,
  commentsOf,
  messageOf,
  noticeOf,
  type ShownArticle,
  save,
  savedOf,
  selectTab,
  waitForReading,
} from '../../scripts/lib/screens.ts';
import { english, KINDS, newProfile, type Session, sample, startSession } from './session.ts';

const OFFLINE_PAGE = 'http://slowferry.sample.example/not-there';

const isSaved = (view: View) =>
  view.run(() => document.querySelector('[aria-pressed]')?.getAttribute('aria-pressed') === 'true', null);

async function waitForCount(popup: View, count: number): Promise<void> {
  await waitUntil(
    popup,
    `${count} saved articles`,
    (wanted) => document.querySelectorAll('#panel-saved [data-list-item]').length === wanted,
    count,
  );
}

/** Opens the first saved article from the popup as a reader would and gives the tab it opens in. */
async function openFirstSaved(session: Session): Promise<View> {
  const { popup } = await session.visit(OFFLINE_PAGE);
  await selectTab(popup, 'saved');
  await popup.run(() => document.querySelector<HTMLElement>('#panel-saved [data-list-item]')?.focus(), null);
  await popup.press('Enter');
  const reader = await session.browser.tabAt(`${session.browser.ownOrigin}reader.html#saved=`);
  await waitForReading(reader);
  return reader;
}

async function expectSavedSample(reader: View, shown: ShownArticle): Promise<void> {
  const { comments = [] } = sample('wordpress-thread').expected;
  expect(await articleOf(reader)).toEqual(shown);
  expect(shown.tags).toEqual(['boats', 'woodwork']);
  const kept = await commentsOf(reader);
  expect(kept.map(({ author, depth }) => ({ author, depth }))).toEqual(
    comments.map(({ author, depth }) => ({ author, depth })),
  );
}

describe.each(KINDS)('the reading list in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it('is empty at first and says what it is for', async () => {
    const visit = await session.visitSample('links');
    await selectTab(visit.popup, 'saved');
    await waitUntil(visit.popup, 'the list', () => document.querySelector('#panel-saved h1') !== null, null);
    expect(await messageOf(visit.popup, 'saved')).toEqual({
      heading: english('savedEmpty'),
      text: english('savedEmptyHint'),
    });
    await session.leave(visit);
  });

  it('keeps what is saved, once, and knows it again', async () => {
    for (const round of ['first', 'second']) {
      const visit = await session.visitSample('wordpress-thread');
      if (round === 'first') {
        expect(await isSaved(visit.popup)).toBe(false);
        await save(visit.popup);
        expect(await noticeOf(visit.popup)).toBe(english('noticeSaved'));
      } else {
        await waitUntil(
          visit.popup,
          'Saved',
          () => document.querySelector('[aria-pressed="true"]') !== null,
          null,
        );
      }
      await selectTab(visit.popup, 'saved');
      await waitForCount(visit.popup, 1);
      expect((await savedOf(visit.popup))[0]).toMatchObject({
        title: sample('wordpress-thread').expected.title,
        tags: ['boats', 'woodwork'],
      });
      await session.leave(visit);
    }
  });

  it('gives up an article, and takes that back', async () => {
    const visit = await session.visitSample('links');
    await selectTab(visit.popup, 'saved');
    await waitForCount(visit.popup, 1);
    await visit.popup.run(
      () => document.querySelector<HTMLElement>('#panel-saved li[data-id] div > button:last-child')?.click(),
      null,
    );
    await waitForCount(visit.popup, 0);
    await visit.popup.run((label) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('[role="status"] button')];
      buttons.find((button) => button.textContent === label)?.click();
    }, english('undo'));
    await waitForCount(visit.popup, 1);
    await session.leave(visit);
    await session.expectNoTroubles();
  });

  it('opens without a network', async () => {
    const visit = await session.visitSample('wordpress-thread');
    const shown = await articleOf(visit.popup);
    await session.leave(visit);
    await session.server.close();
    const reader = await openFirstSaved(session);
    await expectSavedSample(reader, shown);
    await reader.close();
  });

  it('says so when a saved article is not there', async () => {
    const reader = await session.browser.openOwnPage(`reader.html#saved=${'0'.repeat(64)}`);
    await waitForReading(reader);
    expect((await messageOf(reader))?.heading).not.toBe('');
    await reader.close();
    await session.expectNoTroubles();
  });
});

describe('the reading list after Chromium was closed', () => {
  it('opens title, body, tags and comments without a network', async () => {
    const profile = await newProfile();
    const first = await startSession('chromium', { profile });
    const { popup } = await first.visitSample('wordpress-thread');
    const shown = await articleOf(popup);
    await save(popup);
    await first.close();

    const second = await startSession('chromium', { profile });
    await second.server.close();
    const reader = await openFirstSaved(second);
    await expectSavedSample(reader, shown);
    await second.expectNoTroubles();
    await second.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
});

describe.each(KINDS)('a private window of %s', (kind) => {
  it('never saves', async () => {
    const session = await startSession(kind, { private: true });
    const visit = await session.visitSample('wordpress-thread');
    expect((await articleOf(visit.popup)).title).toBe(sample('wordpress-thread').expected.title);
    const button = await visit.popup.run(() => {
      const save = document.querySelector('[aria-pressed]');
      return { disabled: save?.getAttribute('aria-disabled'), why: save?.getAttribute('title') };
    }, null);
    expect(button).toEqual({ disabled: 'true', why: english('savePrivate') });
    await visit.popup.press('s');
    await selectTab(visit.popup, 'saved');
    expect(await savedOf(visit.popup)).toEqual([]);
    const databases = await visit.popup.run(
      async () => (await indexedDB.databases().catch(() => [])).map(({ name }) => name ?? ''),
      null,
    );
    expect(databases).toEqual([]);
    await session.leave(visit);
    await session.expectNoTroubles();
    await session.close();
  });
});
