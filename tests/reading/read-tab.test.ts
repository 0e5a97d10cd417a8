import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { translator } from '../../utils/i18n.ts';
import { readTab } from '../../utils/reading/read-tab.ts';
import { describeSave, saveTab } from '../../utils/reading/save-tab.ts';
import { ok } from '../../utils/result.ts';
import { anArticle } from '../library/an-article.ts';

const PAGE = 'https://blog.example/tea';
const HOSTILE = '<p>Tea<script>steal()</script></p>';

/** A tab as a browser would tell of it; the injection is the browser's too and stands in here for a page. */
function aTab(urls: readonly (string | null)[], inject: () => unknown) {
  let asked = 0;
  vi.spyOn(browser.tabs, 'get').mockImplementation((async (id: number) => {
    const url = urls[Math.min(asked, urls.length - 1)];
    asked += 1;
    if (url === null) throw new Error(`No tab with id: ${id}.`);
    return { id, url, title: 'Tea', incognito: false, discarded: false };
  }) as never);
  const script = vi.fn(async () => [{ frameId: 0, documentId: 'd', result: await inject() }]);
  browser.scripting.executeScript = script as never;
  return script;
}

const readable = (url = PAGE) => ({
  url,
  outcome: { kind: 'article', article: { ...anArticle(), html: HOSTILE } },
});

beforeEach(() => {
  vi.spyOn(Date, 'now').mockReturnValue(5);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('reading a tab', () => {
  it('gives the article made safe, with what is known of the tab', async () => {
    aTab([PAGE], readable);
    const read = await readTab(7);
    expect(read).toMatchObject({
      kind: 'outcome',
      outcome: { kind: 'article', article: { html: '<p>Tea</p>' } },
      tab: { tabId: 7, url: PAGE, title: 'Tea', incognito: false },
      readAt: 5,
    });
  });

  it('does not even ask a page that is closed to extensions', async () => {
    const script = aTab(['view-source:https://blog.example/'], readable);
    expect(await readTab(7)).toMatchObject({ kind: 'unreadable', reason: 'view-source' });
    expect(script).not.toHaveBeenCalled();
  });

  it('gives up a page that never answers', async () => {
    vi.useFakeTimers();
    aTab([PAGE], () => new Promise(() => {}));
    const read = readTab(7);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await read).toMatchObject({ kind: 'unreadable', reason: 'timeout' });
  });

  it.each([
    ['a tab that is gone', [null], readable, 'closed'],
    ['a refusal', [PAGE], () => Promise.reject(new Error('Frame with ID 0 was removed.')), 'navigated'],
    ['no answer', [PAGE], () => undefined, 'navigated'],
    ['an answer without sense', [PAGE], () => ({ url: PAGE, outcome: { kind: 'lunch' } }), 'bad-answer'],
    ['a page that is not the one in the tab', [PAGE, 'https://other.example/'], readable, 'navigated'],
    ['an answer from elsewhere', [PAGE], () => readable('https://bank.example/'), 'navigated'],
  ])('says what happened: %s', async (_what, urls, inject, reason) => {
    aTab(urls as (string | null)[], inject as () => unknown);
    expect(await readTab(7)).toMatchObject({ kind: 'unreadable', reason });
  });
});

describe('saving a tab without showing it', () => {
  const t = translator('en');

  it('saves the article that was read under the address of its page', async () => {
    aTab([PAGE], () => readable(`${PAGE}?page=2`));
    const save = vi.fn(async () => ok({ summary: {} as never, isNew: true, isFilled: false }));
    const saved = await saveTab(7, save);
    const request = { url: `${PAGE}?page=2`, readAt: 5, incognito: false };
    expect(save).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(request));
    expect(describeSave(saved, t)).toBe(t('noticeSaved'));
  });

  it.each([
    ['closed', 'about:config', readable, t('cannotRead_browser_page')],
    [
      'no article',
      PAGE,
      () => ({
        url: PAGE,
        outcome: { kind: 'not-an-article', reason: 'form', bestEffort: anArticle(), posts: [] },
      }),
      t('notArticle_form'),
    ],
    [
      'unreadable',
      PAGE,
      () => ({ url: PAGE, outcome: { kind: 'unreadable', reason: 'pdf' } }),
      t('unreadable_pdf'),
    ],
    ['not to be kept', PAGE, readable, t('libraryError_private_window')],
  ])('says in a sentence why not: %s', async (_what, url, inject, sentence) => {
    aTab([url], inject);
    const refusal = { ok: false, error: { kind: 'private-window', details: '' } } as const;
    const saved = await saveTab(7, async () => refusal);
    expect(saved.ok).toBe(false);
    expect(describeSave(saved, t)).toBe(sentence);
  });
});
