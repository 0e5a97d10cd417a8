import { type DrivenBrowser, type View, waitUntil } from '../driver.ts';
import type { Served } from '../sample-server.ts';
import { loadMoreComments, selectTab, waitForReading } from '../screens.ts';
import { type ThreadLanguage, threadPage, threadUrl } from './page.ts';
import { splitPages, splitUrl } from './split.ts';

/** How many comments the pictured threads have: alone, few, a lively post's, as many as a famous one's. */
const SIZES = [1, 4, 60, 500];
const SEARCHED: Record<ThreadLanguage, string> = { en: 'HERON', ja: 'なぽりたん' };

export interface ThreadPicture {
  readonly name: string;
  readonly png: Buffer;
}

export function threadPages(languages: readonly ThreadLanguage[]): Map<string, Served> {
  return new Map(
    languages.flatMap((language) => [
      ...SIZES.map((size) => [threadUrl(language, size), threadPage(language, size)] as const),
      ...splitPages(language),
    ]),
  );
}

/** Pictures threads of every size as the popup and the reader tab show them, and what can be done in them. */
export async function* pictureThreads(
  browser: DrivenBrowser,
  language: ThreadLanguage,
): AsyncGenerator<ThreadPicture> {
  for (const size of SIZES) {
    await browser.open(threadUrl(language, size));
    const popup = await browser.clickToolbar();
    await waitForReading(popup);
    await selectTab(popup, 'comments');
    yield { name: `${size}-popup`, png: await popup.screenshot() };
    if (size > 1) {
      await scrollTo(popup, 'search');
      yield { name: `${size}-popup-thread`, png: await popup.screenshot() };
    }
    if (size === 60) yield* pictureVerbs(popup, language);
    await popup.press('o');
    const reader = await browser.tabAt(`${browser.ownOrigin}reader.html`);
    await waitForReading(reader);
    await scrollTo(reader, 'main > section');
    yield { name: `${size}-reader`, png: await reader.screenshot() };
    await browser.closeTabs();
  }
  yield* pictureSplit(browser, language);
}

/** Threads of which the page shows a part: what it offers, and what came of taking it. */
async function* pictureSplit(
  browser: DrivenBrowser,
  language: ThreadLanguage,
): AsyncGenerator<ThreadPicture> {
  for (const kind of ['link', 'button', 'broken'] as const) {
    await browser.open(splitUrl(language, kind));
    const popup = await browser.clickToolbar();
    await waitForReading(popup);
    await selectTab(popup, 'comments');
    await scrollTo(popup, '[data-more-comments]');
    yield { name: `more-${kind}-popup`, png: await popup.screenshot() };
    await loadMoreComments(popup);
    await scrollTo(popup, '[data-more-comments]');
    yield { name: `more-${kind}-popup-after`, png: await popup.screenshot() };
    await browser.closeTabs();
  }
}

/** Deep answers, a search, everything closed, and a jump from the digest. */
async function* pictureVerbs(popup: View, language: ThreadLanguage): AsyncGenerator<ThreadPicture> {
  await scrollTo(popup, '[aria-level="4"] + [aria-level="5"]');
  yield { name: 'popup-deep', png: await popup.screenshot() };
  await popup.run(() => document.querySelector<HTMLElement>('#panel-comments section button')?.click(), null);
  yield { name: 'popup-jump', png: await popup.screenshot() };
  await searchThread(popup, SEARCHED[language]);
  yield { name: 'popup-search', png: await popup.screenshot() };
  await searchThread(popup, '');
  await popup.run(() => document.querySelector<HTMLElement>('search button')?.click(), null);
  await scrollTo(popup, 'search');
  yield { name: 'popup-collapsed', png: await popup.screenshot() };
}

/** Types into the search of the thread that is shown; resolves once the thread says what it found. */
export async function searchThread(view: View, query: string): Promise<void> {
  await view.run((text) => {
    const field = document.querySelector<HTMLInputElement>('search input');
    if (!field) return;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, query);
  await waitUntil(
    view,
    `the search for ${query}`,
    (asked) => (document.querySelector('search + [role="status"]')?.textContent !== '') === asked,
    query !== '',
  );
}

async function scrollTo(view: View, selector: string): Promise<void> {
  await view.run((wanted) => document.querySelector(wanted)?.scrollIntoView({ block: 'start' }), selector);
  // What came into view is laid out in the next frames.
  await view.run(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    null,
  );
}
