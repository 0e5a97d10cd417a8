import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type View, waitUntil } from '../../scripts/lib/driver.ts';
import { commentsOf, save, selectTab, waitForReading } from '../../scripts/lib/screens.ts';
import { threadPage, threadUrl } from '../../scripts/lib/threads/page.ts';
import { searchThread } from '../../scripts/lib/threads/pictures.ts';
import { english, KINDS, type Session, startSession } from './session.ts';

const PAGES = new Map([4, 60, 500].map((size) => [threadUrl('en', size), threadPage('en', size)]));

/** The comments that are shown, by id, in order. */
function shownIds(view: View): Promise<readonly string[]> {
  return view.run(
    () => [...document.querySelectorAll<HTMLElement>('li[id^="comment-"]:not([hidden])')].map(({ id }) => id),
    null,
  );
}

async function openThread(session: Session, size: number): Promise<View> {
  const { popup } = await session.visit(threadUrl('en', size));
  await popup.press('2');
  await waitUntil(
    popup,
    'the thread',
    () => document.querySelector('li[id^="comment-"]')?.checkVisibility() ?? false,
    null,
  );
  return popup;
}

function focusIs(view: View, what: string, selector: string): Promise<void> {
  return waitUntil(view, what, (query) => document.activeElement?.matches(query) ?? false, selector);
}

/** Whether an element is inside what is seen of the panel, below what sticks to its top. */
/** Where the drawing of far comments changes their heights, the jump scrolls again until it has arrived. */
function isSeen(view: View, selector: string): Promise<void> {
  const isInSight = (query: string) => {
    const box = document.querySelector(query)?.getBoundingClientRect();
    const above = document.querySelector('search')?.getBoundingClientRect().bottom ?? 0;
    return box !== undefined && box.top >= above && box.top < innerHeight;
  };
  return waitUntil(view, `${selector} in sight`, isInSight, selector);
}

async function tabTo(view: View, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await view.run((query) => document.activeElement?.matches(query) ?? false, selector)) return;
    await view.press('Tab');
  }
  throw new Error(`Tab never reaches ${selector}`);
}

describe.each(KINDS)('a thread in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind, { pages: PAGES });
  });
  afterAll(() => session?.close());
  afterEach(() => session.tidy());

  it('shows five hundred comments, each where it belongs', async () => {
    const popup = await openThread(session, 500);
    const comments = await commentsOf(popup);
    expect(comments).toHaveLength(500);
    expect(comments.slice(20, 31).map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    await session.expectNoTroubles();
  });

  it('closes and opens a comment with its replies by keyboard', async () => {
    const popup = await openThread(session, 60);
    const all = await shownIds(popup);
    await tabTo(popup, '#comment-c1 [aria-expanded="true"]');
    await popup.press('Enter');
    await focusIs(popup, 'the comment to close', '#comment-c1 [aria-expanded="false"]');
    expect(await shownIds(popup)).toEqual(all.filter((id) => !['comment-c2', 'comment-c3'].includes(id)));
    await popup.press('c');
    await focusIs(popup, 'the comment to open', '#comment-c1 [aria-expanded="true"]');
    expect(await shownIds(popup)).toEqual(all);
  });

  it('closes and opens all', async () => {
    const popup = await openThread(session, 60);
    const all = await shownIds(popup);
    await tabTo(popup, `[aria-label="${english('threadCollapseAll')}"]`);
    await popup.press('Enter');
    await waitUntil(
      popup,
      'all to close',
      () => !document.querySelector('[aria-level="2"]:not([hidden])'),
      null,
    );
    expect((await shownIds(popup)).length).toBeLessThan(all.length);
    await tabTo(popup, `[aria-label="${english('threadExpandAll')}"]`);
    await popup.press('Enter');
    await waitUntil(popup, 'all to open', () => !document.querySelector('li[hidden]'), null);
    expect(await shownIds(popup)).toEqual(all);
  });

  it('sorts, and replies stay with what they answer', async () => {
    const popup = await openThread(session, 60);
    await tabTo(popup, 'search select');
    await popup.run(() => {
      const select = document.querySelector<HTMLSelectElement>('search select');
      if (!select) return;
      select.value = 'answered';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, null);
    // The eleven comments that answer each other in a row make the longest conversation.
    await waitUntil(popup, 'the order', () => document.querySelector('ol > li')?.id === 'comment-c21', null);
    const comments = await commentsOf(popup);
    expect(comments.slice(0, 11).map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(comments).toHaveLength(60);
  });

  it('finds, marks and counts, and Enter goes to the first hit', async () => {
    const popup = await openThread(session, 60);
    await popup.press('/');
    await focusIs(popup, 'the search', 'search input');
    // Whoever has read far down sees the first hit all the same.
    await popup.run(() => document.querySelector('#comment-c60')?.scrollIntoView(), null);
    for (const key of 'HERON') await popup.press(key);
    await waitUntil(popup, 'the hits', () => document.querySelectorAll('li[hidden]').length > 30, null);
    const said = await popup.run(() => document.querySelector('search + [role="status"]')?.textContent, null);
    expect(said).toMatch(/^\d of 60 comments$/u);
    await waitUntil(
      popup,
      'the first hit in sight',
      () => {
        const top =
          document.querySelector('li[id^="comment-"]:not([hidden])')?.getBoundingClientRect().top ?? 0;
        return top >= (document.querySelector('search')?.getBoundingClientRect().bottom ?? 0);
      },
      null,
    );
    await waitUntil(popup, 'marks', () => (CSS.highlights.get('found')?.size ?? 0) > 0, null);
    const marks = await popup.run(() => [...(CSS.highlights.get('found') ?? [])].map(String), null);
    expect(new Set(marks.map((mark) => mark.toLowerCase()))).toEqual(new Set(['heron']));
    await popup.press('Enter');
    await focusIs(popup, 'the first hit', 'li:not([data-context])');
    const focused = await popup.run(() => document.activeElement?.textContent, null);
    expect(focused).toContain('heron');
    await popup.press('/');
    await popup.press('Escape');
    await waitUntil(popup, 'the search to end', () => !document.querySelector('li[hidden]'), null);
    expect(await popup.isClosed()).toBe(false);
  });

  it('jumps from the digest by keyboard, through whatever hides the comment', async () => {
    const popup = await openThread(session, 500);
    await searchThread(popup, 'nothing says this');
    expect(await shownIds(popup)).toEqual([]);
    const quote = '#panel-comments section button:has(> [dir="auto"])';
    await tabTo(popup, quote);
    await popup.press('Enter');
    await focusIs(popup, 'a comment', 'li[id^="comment-"]');
    const words = await popup.run(
      (selector) => document.querySelector(selector)?.textContent?.slice(0, 30) ?? '',
      quote,
    );
    expect(await popup.run(() => document.activeElement?.textContent, null)).toContain(words);
    await waitUntil(popup, 'the whole thread', () => !document.querySelector('li[hidden]'), null);
    const target = await popup.run(() => `#${document.activeElement?.id}`, null);
    await isSeen(popup, target);
    await popup.press('j');
    expect(await popup.run(() => `#${document.activeElement?.id}`, null)).not.toBe(target);
  });

  it('is kept with its article, and shown the same way', async () => {
    const { popup } = await session.visit(threadUrl('en', 60));
    await selectTab(popup, 'comments');
    const before = await commentsOf(popup);
    await save(popup);
    await selectTab(popup, 'saved');
    await popup.press('/');
    await focusIs(popup, 'the filter', '#panel-saved [data-filter]');
    for (const key of 'gaiters') await popup.press(key);
    await waitUntil(
      popup,
      'the words of a comment in the list',
      () => document.querySelector('#panel-saved mark')?.textContent === 'Gaiters',
      null,
    );
    const href = await popup.run(
      () => document.querySelector<HTMLAnchorElement>('#panel-saved [data-list-item]')?.href ?? '',
      null,
    );
    const saved = await session.browser.openOwnPage(href.replace(session.browser.ownOrigin, ''));
    await waitForReading(saved);
    expect(await commentsOf(saved)).toEqual(before);
    await searchThread(saved, 'kingfisher');
    expect((await shownIds(saved)).length).toBeLessThan(30);
    await session.expectNoTroubles();
  });
});
