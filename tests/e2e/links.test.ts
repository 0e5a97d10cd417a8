import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type View, waitUntil } from '../../scripts/lib/driver.ts';
import { noticeOf, save, waitForReading } from '../../scripts/lib/screens.ts';
import { LONG_POST, longPages } from './long-post.ts';
import { english, KINDS, type Session, sample, startSession } from './session.ts';

/** What the pages of an extension may use, whatever the browser calls it. */
interface Api {
  readonly runtime: { sendMessage(message: object): Promise<{ readonly ok: boolean }> };
  readonly tabs: { query(which: object): Promise<readonly { readonly id: number }[]> };
  readonly action?: { getBadgeText(of: object): Promise<string> };
  readonly browserAction?: { getBadgeText(of: object): Promise<string> };
}
declare const browser: Api;
declare const chrome: Api;

const tabUnder = (popup: View) =>
  popup.run(async () => {
    const api = typeof browser === 'undefined' ? chrome : browser;
    const [tab] = await api.tabs.query({ active: true, currentWindow: true });
    return tab?.id ?? -1;
  }, null);

const badgeOf = (view: View, tabId: number) =>
  view.run(async (id) => {
    const api = typeof browser === 'undefined' ? chrome : browser;
    return (api.action ?? api.browserAction)?.getBadgeText({ tabId: id }) ?? '';
  }, tabId);

async function badgeUntil(view: View, tabId: number, wanted: string): Promise<void> {
  for (let patience = 0; patience < 100; patience += 1) {
    if ((await badgeOf(view, tabId)) === wanted) return;
    await view.run(() => new Promise((resolve) => setTimeout(resolve, 50)), null);
  }
  expect(await badgeOf(view, tabId)).toBe(wanted);
}

describe.each(KINDS)('a link that is kept in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind, { pages: longPages() });
  });
  afterEach(() => session.tidy());
  afterAll(() => session?.close());

  it('is kept without a request, opens at its page, and gets its text at the click there', async () => {
    const own = await session.browser.openOwnPage('options.html');
    const before = (await session.settledTraffic()).length;
    const kept = await own.run(async (url) => {
      const api = typeof browser === 'undefined' ? chrome : browser;
      const asked = { url, title: 'Read this later', incognito: false };
      return (await api.runtime.sendMessage({ name: 'saveLink', asked })).ok;
    }, LONG_POST);
    expect(kept).toBe(true);
    expect(await session.settledTraffic()).toHaveLength(before);

    const list = await session.browser.openOwnPage('library.html');
    await waitUntil(
      list,
      'the link in the list',
      (url) => [...document.querySelectorAll('a')].some(({ href }) => href === url),
      LONG_POST,
    );
    await list.close();

    const { popup } = await session.visit(LONG_POST);
    await waitUntil(
      popup,
      'the article to be saved',
      () => document.querySelector('[aria-pressed="true"]') !== null,
      null,
    );
    expect(await noticeOf(popup)).toBe(english('noticeLinkFilled'));
    await badgeUntil(popup, await tabUnder(popup), '✓');
    await session.expectNoTroubles();
  });
});

describe.each(KINDS)('the mark on the toolbar button in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind, { pages: longPages() });
  });
  afterAll(() => session?.close());

  it('comes with the click on a page that is saved, never before, and goes with the page', async () => {
    const { url } = sample('wordpress-thread').expected;
    const first = await session.visit(url);
    await badgeUntil(first.popup, await tabUnder(first.popup), '');
    await save(first.popup);
    await badgeUntil(first.popup, await tabUnder(first.popup), '✓');
    await session.leave(first);

    const page = await session.browser.open(url);
    const own = await session.browser.openOwnPage('options.html');
    const tabs = await own.run(async () => {
      const api = typeof browser === 'undefined' ? chrome : browser;
      return (await api.tabs.query({})).map(({ id }) => id);
    }, null);
    for (const id of tabs) expect(await badgeOf(own, id)).toBe('');
    await own.close();
    await page.close();

    const again = await session.visit(url);
    const tabId = await tabUnder(again.popup);
    await badgeUntil(again.popup, tabId, '✓');
    await again.popup.close();
    await again.page.run((address) => {
      location.href = address;
    }, LONG_POST);
    await session.browser.tabAt(LONG_POST);
    const after = await session.browser.openOwnPage('options.html');
    await badgeUntil(after, tabId, '');
    await session.expectNoTroubles();
  });

  it('goes when the page is taken out of the list', async () => {
    const visit = await session.visit(sample('wordpress-thread').expected.url);
    const tabId = await tabUnder(visit.popup);
    await badgeUntil(visit.popup, tabId, '✓');
    await visit.popup.press('s');
    await badgeUntil(visit.popup, tabId, '');
    await waitForReading(visit.popup);
    await session.leave(visit);
  });
});
