import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  BLOG_HOST,
  blogPages,
  NOTICE,
  OTHER_HOST,
  type PostName,
  paragraphsOf,
  postUrl,
  REFRAIN,
  SERIES,
  widgetOf,
} from '../../scripts/lib/blog/posts.ts';
import {
  differencesOf,
  dimmedOf,
  openChip,
  pressButton,
  recordsOf,
  remembered,
  waitForRecords,
  waitForText,
} from '../../scripts/lib/blog/screens.ts';
import { eventually, type View } from '../../scripts/lib/driver.ts';
import { articleOf, noticeOf, save, savedOf, selectTab, waitForReading } from '../../scripts/lib/screens.ts';
import { english, KINDS, newProfile, type Session, startSession } from './session.ts';

const start = (kind: (typeof KINDS)[number], profile?: string) =>
  startSession(kind, { pages: blogPages(), ...(profile ? { profile } : {}) });
const linesOf = async (view: View) => (await articleOf(view)).lines;

async function read(session: Session, name: PostName, host = BLOG_HOST): Promise<View> {
  return (await session.visit(postUrl(name, host))).popup;
}

async function openOptions(session: Session): Promise<View> {
  const options = await session.browser.openOwnPage('options.html');
  await waitForRecords(options);
  return options;
}

/** What a listing gives once it is of a length. */
function whenListed<T>(ask: () => Promise<readonly T[]>, length: number): Promise<readonly T[]> {
  return eventually(`${length} of them`, async () => {
    const listed = await ask();
    return listed.length === length ? listed : null;
  });
}

/** Waits until so many choices are on the disk: a page that goes away meanwhile would hear no answer. */
async function settled(view: View, count: number): Promise<void> {
  await eventually(`${count} choices on the disk`, async () =>
    (await remembered(view, 'choices')) === count ? true : null,
  );
}

/** Waits until so many blogs have been learned of: a page that goes away sooner learns nothing. */
async function learned(view: View, count: number): Promise<void> {
  await eventually(`${count} learned blogs`, async () =>
    (await remembered(view, 'blogs')) === count ? true : null,
  );
}

async function forgetEverything(session: Session): Promise<void> {
  const options = await openOptions(session);
  for (const [section, label] of [
    ['choices', 'choicesForgetAll'],
    ['blogs', 'blogsForgetAll'],
  ] as const) {
    if ((await recordsOf(options, section)).length === 0) continue;
    await pressButton(options, english(label));
    await whenListed(() => recordsOf(options, section), 0);
  }
  await session.tidy();
}

describe.each(KINDS)('choices about a blog in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await start(kind);
  });
  afterAll(() => session?.close());
  afterEach(async () => {
    await session.tidy();
    await forgetEverything(session);
    await session.expectNoTroubles();
  });

  it('what is put back is back on other posts of the blog, and can be undone', async () => {
    const popup = await read(session, 'weir');
    expect(await linesOf(popup)).not.toContain(widgetOf('weir'));
    await pressButton(popup, `Put back: ${widgetOf('weir')}`);
    await waitForText(popup, widgetOf('weir'));
    expect(await noticeOf(popup)).toContain('other posts of this blog');
    const lines = await linesOf(popup);
    expect(lines.indexOf(widgetOf('weir'))).toBe(lines.indexOf(NOTICE) - 1);
    await settled(popup, 1);
    await session.tidy();

    const other = await read(session, 'lock');
    expect(await linesOf(other)).toContain(widgetOf('lock'));
    await pressButton(other, `Leave out again: ${widgetOf('lock')}`);
    await waitForText(other, widgetOf('lock'), false);
    await settled(other, 0);
    await pressButton(other, english('undo'));
    await waitForText(other, widgetOf('lock'));
    await settled(other, 1);
    await session.tidy();

    expect(await linesOf(await read(session, 'towpath'))).toContain(widgetOf('towpath'));
    await session.tidy();
    // Another blog has the same template, and nothing was chosen for it.
    expect(await linesOf(await read(session, 'quay', OTHER_HOST))).not.toContain(widgetOf('quay'));
  });

  it('a repeat shows what differs, and is folded differently on other posts too', async () => {
    const [first = ''] = paragraphsOf('lock');
    const popup = await read(session, 'lock');
    await openChip(popup);
    const marks = await differencesOf(popup);
    expect(marks.map(({ kind: mark }) => mark).sort()).toEqual(['del', 'ins']);
    expect(marks.map(({ text }) => text.trim()).sort()).toEqual(['that', 'the']);
    const shown = (await linesOf(popup)).includes(first) ? first : first.replace(' the ', ' that ');
    const hidden = shown === first ? first.replace(' the ', ' that ') : first;

    await pressButton(popup, english('foldNot'));
    await waitForText(popup, hidden);
    expect(await linesOf(popup)).toEqual(expect.arrayContaining([shown, hidden]));
    await settled(popup, 1);
    await pressButton(popup, english('undo'));
    await waitForText(popup, hidden, false);
    await settled(popup, 0);
    await openChip(popup);
    await pressButton(popup, english('foldInstead'));
    await waitForText(popup, hidden);
    await waitForText(popup, shown, false);
    await settled(popup, 1);
    await session.tidy();

    const [other = ''] = paragraphsOf('quay');
    const lines = await linesOf(await read(session, 'quay'));
    const swap = (text: string) => (shown === first ? text.replace(' the ', ' that ') : text);
    expect(lines).toContain(swap(other));
    expect(lines.filter((line) => line.slice(20) === other.slice(20))).toHaveLength(1);
  });

  it('what is saved is what is seen', async () => {
    const popup = await read(session, 'weir');
    await pressButton(popup, `Put back: ${widgetOf('weir')}`);
    await waitForText(popup, widgetOf('weir'));
    await save(popup);
    await selectTab(popup, 'saved');
    const [item] = await whenListed(() => savedOf(popup), 1);
    await settled(popup, 1);
    await session.tidy();
    const reader = await session.browser.openOwnPage(item?.href ?? 'none');
    await waitForReading(reader);
    const saved = await linesOf(reader);
    expect(saved).toContain(widgetOf('weir'));
    await pressButton(reader, `Leave out again: ${widgetOf('weir')}`);
    await waitForText(reader, widgetOf('weir'), false);
    await settled(reader, 0);
  });

  it('blocks that other posts have too are dimmed and kept, headlines and refrains are not', async () => {
    const first = await read(session, 'weir');
    expect(await linesOf(first)).toContain(NOTICE);
    await learned(first, 1);
    await session.tidy();
    const second = await read(session, 'lock');
    expect(await whenListed(() => dimmedOf(second), 1)).toEqual([NOTICE]);
    const { lines } = await articleOf(second);
    expect(lines).toEqual(
      expect.arrayContaining([SERIES, REFRAIN, NOTICE, ...paragraphsOf('lock').slice(1)]),
    );
    expect(await second.run(() => document.querySelector('[data-own]')?.textContent ?? '', null)).toBe(
      english('seenNote'),
    );
    await session.tidy();
    const elsewhere = await read(session, 'quay', OTHER_HOST);
    await learned(elsewhere, 2);
    expect(await dimmedOf(elsewhere)).toEqual([]);
  });

  it('everything is listed and can be forgotten, one by one and all, with undo', async () => {
    const popup = await read(session, 'weir');
    await pressButton(popup, `Put back: ${widgetOf('weir')}`);
    await waitForText(popup, widgetOf('weir'));
    await pressButton(popup, 'Put back: © Lockkeeper');
    await waitForText(popup, '© Lockkeeper');
    const options = await openOptions(session);
    const listed = await whenListed(() => recordsOf(options, 'choices'), 3);
    expect(listed[0]).toContain(BLOG_HOST);
    expect(listed.join(' ')).not.toContain('Water level');
    await pressButton(options, `Forget “Put back: ${english('reason_sidebar')}” of ${BLOG_HOST}`);
    await whenListed(() => recordsOf(options, 'choices'), 2);
    await pressButton(options, english('undo'));
    await whenListed(() => recordsOf(options, 'choices'), 3);
    await pressButton(options, `Forget everything of ${BLOG_HOST}`);
    await whenListed(() => recordsOf(options, 'choices'), 0);
    await session.tidy();
    expect(await linesOf(await read(session, 'lock'))).not.toContain(widgetOf('lock'));
  });

  it('nothing is learned once learning is turned off', async () => {
    const options = await openOptions(session);
    const choose = (label: string) =>
      options.run((text) => {
        const labels = [...document.querySelectorAll<HTMLElement>('#blogs label')];
        labels.find((one) => one.textContent === text)?.click();
      }, label);
    await choose(english('blogsLearn_off'));
    const popup = await read(session, 'weir');
    expect(await linesOf(popup)).toContain(NOTICE);
    await session.tidy();
    const again = await openOptions(session);
    expect(await recordsOf(again, 'blogs')).toEqual([]);
    await again.run((text) => {
      const labels = [...document.querySelectorAll<HTMLElement>('#blogs label')];
      labels.find((one) => one.textContent === text)?.click();
    }, english('blogsLearn_on'));
  });
});

describe.each(KINDS)('what is remembered after %s was closed', (kind) => {
  it('is applied, listed and dimmed, and can be forgotten', async () => {
    const profile = await newProfile();
    const first = await start(kind, profile);
    const popup = await read(first, 'weir');
    await pressButton(popup, `Put back: ${widgetOf('weir')}`);
    await waitForText(popup, widgetOf('weir'));
    const options = await openOptions(first);
    await whenListed(() => recordsOf(options, 'choices'), 2);
    await whenListed(() => recordsOf(options, 'blogs'), 1);
    await first.close();

    const second = await start(kind, profile);
    const other = await read(second, 'lock');
    expect(await linesOf(other)).toContain(widgetOf('lock'));
    expect(await whenListed(() => dimmedOf(other), 1)).toEqual([NOTICE]);
    await forgetEverything(second);
    expect(await linesOf(await read(second, 'towpath'))).not.toContain(widgetOf('towpath'));
    await second.expectNoTroubles();
    await second.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
});

describe.each(KINDS)('a private window of %s', (kind) => {
  it('puts back for the moment, and remembers nothing', async () => {
    const session = await startSession(kind, { private: true, pages: blogPages() });
    const popup = await read(session, 'weir');
    await pressButton(popup, `Put back: ${widgetOf('weir')}`);
    await waitForText(popup, widgetOf('weir'));
    expect(await noticeOf(popup)).not.toContain('other posts');
    await openChip(popup);
    await pressButton(popup, english('foldNot'));
    await waitForText(popup, paragraphsOf('weir')[0]?.replace(' the ', ' that ') ?? 'nothing');
    const databases = await popup.run(
      async () => (await indexedDB.databases().catch(() => [])).map(({ name }) => name ?? ''),
      null,
    );
    expect(databases).toEqual([]);
    await session.tidy();
    const other = await read(session, 'lock');
    expect(await linesOf(other)).not.toContain(widgetOf('lock'));
    expect(await dimmedOf(other)).toEqual([]);
    await session.expectNoTroubles();
    await session.close();
  });
});
