import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntil } from '../../scripts/lib/driver.ts';
import type { ExpectedComment } from '../../scripts/lib/samples.ts';
import {
  articleOf,
  commentsOf,
  digestOf,
  messageOf,
  openEverything,
  type ShownArticle,
  type ShownComment,
  selectTab,
  waitForReading,
} from '../../scripts/lib/screens.ts';
import { english, KINDS, type Session, sample, startSession, type Visit } from './session.ts';

const tidy = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

function expectComments(shown: readonly ShownComment[], expected: readonly ExpectedComment[]): void {
  expect(shown).toHaveLength(expected.length);
  expected.forEach((comment, index) => {
    expect(shown[index]).toMatchObject({
      ...(comment.author ? { author: comment.author } : {}),
      ...(comment.date ? { date: comment.date } : {}),
      title: comment.title ?? null,
      depth: comment.depth,
      isAuthor: comment.byPostAuthor ?? false,
    });
    expect(tidy(shown[index]?.text ?? '')).toBe(tidy(comment.text));
  });
}

describe.each(KINDS)('reading by a click on the toolbar icon in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  describe.each(['fc2-br', 'fc2-more', 'fc2-text', 'wordpress-thread', 'arabic', 'chinese', 'long-words'])(
    'sample %s',
    (name) => {
      const { expected } = sample(name);
      let visit: Visit;
      let article: ShownArticle;
      let pageBefore: string;
      let trafficBefore: readonly string[];
      const readPage = () => visit.page.run(() => document.documentElement.outerHTML, null);

      beforeAll(async () => {
        const page = await session.browser.open(expected.url);
        trafficBefore = await session.settledTraffic();
        pageBefore = await page.run(() => document.documentElement.outerHTML, null);
        const popup = await session.browser.clickToolbar();
        await waitForReading(popup);
        visit = { page, popup };
        article = await articleOf(popup);
      });
      afterAll(() => visit && session.leave(visit));

      it('shows each paragraph once and in order', () => {
        expect(article.lines.map(tidy)).toEqual(expected.paragraphs?.map(tidy));
      });

      it('shows title, tags and neighbours', () => {
        expect(article.title).toBe(expected.title);
        expect(article.tags).toEqual(expected.tags ?? []);
        expect(article.previous).toBe(expected.previous?.title ?? null);
        expect(article.next).toBe(expected.next?.title ?? null);
      });

      it('sets language and direction of the article', () => {
        if (expected.lang) expect(article.lang).toBe(expected.lang);
        expect(article.dir).toBe(expected.dir ?? 'ltr');
      });

      it('keeps boilerplate out of the text and lists it as left out', async () => {
        for (const phrase of expected.absent ?? [])
          expect.soft(article.lines.join('\n')).not.toContain(phrase);
        await openEverything(visit.popup);
        const leftOut = (await articleOf(visit.popup)).leftOut;
        const listed = leftOut.map(({ text }) => text).join('\n');
        for (const phrase of expected.leftOut ?? []) expect.soft(listed).toContain(phrase);
        for (const { reason } of leftOut) expect(reason).not.toBe('');
      });

      it('marks what was said twice', () => {
        expect(article.repeats.length > 0).toBe((expected.repeats ?? 0) > 0);
      });

      it('fits its width', async () => {
        const overflow = await visit.popup.run(() => {
          const panel = document.querySelector('#panel-article');
          return panel ? panel.scrollWidth - panel.clientWidth : Number.NaN;
        }, null);
        expect(overflow).toBe(0);
      });

      it('shows the comments, title and body together, with a digest where there are several', async () => {
        await selectTab(visit.popup, 'comments');
        const comments = expected.comments ?? [];
        expectComments(await commentsOf(visit.popup), comments);
        expect((await digestOf(visit.popup)).length > 0).toBe(comments.length > 1);
      });

      it('leaves the page as it was and asks nothing of the network', async () => {
        expect(await readPage()).toBe(pageBefore);
        expect(await session.settledTraffic()).toEqual(trafficBefore);
      });

      it('ends without an uncaught error', () => session.expectNoTroubles());
    },
  );

  it('says that a page is no article, and reads it anyway on request', async () => {
    const visit = await session.visitSample('links');
    expect(await messageOf(visit.popup)).toEqual({
      heading: english('headingNotArticle'),
      text: english('notArticle_links_only'),
    });
    await visit.popup.run((label) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('#panel-article button')];
      buttons.find((button) => button.textContent === label)?.click();
    }, english('readAnyway'));
    await waitUntil(visit.popup, 'the article', () => document.querySelector('main article') !== null, null);
    expect((await articleOf(visit.popup)).lines.join('\n')).toContain('Where to find larch');
    await session.leave(visit);
    await session.expectNoTroubles();
  });

  it('shows the same article in a tab', async () => {
    const visit = await session.visitSample('fc2-more');
    const inPopup = await articleOf(visit.popup);
    await visit.popup.press('o');
    const reader = await session.browser.tabAt(`${session.browser.ownOrigin}reader.html`);
    await waitForReading(reader);
    expect(await articleOf(reader)).toEqual(inPopup);
    expectComments(await commentsOf(reader), sample('fc2-more').expected.comments ?? []);
    await reader.close();
    await session.leave(visit);
    await session.expectNoTroubles();
  });
});
