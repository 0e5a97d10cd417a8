import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { AbsoluteUrl } from '../../utils/extraction/types/source.ts';
import { fetchPage } from '../../utils/reading/fetch-page.ts';
import { readFurtherPage } from '../../utils/reading/further-page.ts';
import { anArticle } from '../library/an-article.ts';

const HERE = 'https://blog.example/net/';
const SECOND = `${HERE}2/` as AbsoluteUrl;
const read = (reason?: string, strategy = 'readability') => ({
  kind: 'read',
  url: SECOND,
  outcome: reason
    ? { kind: 'not-an-article', reason, bestEffort: { ...anArticle(), strategy }, posts: [] }
    : { kind: 'article', article: { ...anArticle(), html: '<p>Two<script>steal()</script></p>' } },
});

/** The tab's page and what it answers; the injection itself is the browser's. */
function aTab(answer: () => unknown, url = HERE) {
  vi.spyOn(browser.tabs, 'get').mockImplementation((async (id: number) => ({ id, url })) as never);
  const script = vi.fn(async () => [{ frameId: 0, documentId: 'd', result: await answer() }]);
  browser.scripting.executeScript = script as never;
  return script;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('reading a further page through its tab', () => {
  it('gives its article made safe', async () => {
    aTab(() => read());
    expect(await readFurtherPage(7, HERE, SECOND)).toMatchObject({
      kind: 'article',
      article: { html: '<p>Two</p>' },
    });
  });

  it('takes a last page that is too short to be an article, but not a page without one', async () => {
    aTab(() => read('too-short'));
    expect(await readFurtherPage(7, HERE, SECOND)).toMatchObject({ kind: 'article' });
    aTab(() => read('too-short', 'whole-page'));
    expect(await readFurtherPage(7, HERE, SECOND)).toEqual({ kind: 'problem', problem: 'no-article' });
    aTab(() => read('links-only'));
    expect(await readFurtherPage(7, HERE, SECOND)).toEqual({ kind: 'problem', problem: 'no-article' });
  });

  it('asks nothing of a tab for another origin, or that has gone to one', async () => {
    const script = aTab(() => read());
    const other = 'https://other.example/net/2/' as AbsoluteUrl;
    expect(await readFurtherPage(7, HERE, other)).toEqual({ kind: 'problem', problem: 'elsewhere' });
    aTab(() => read(), 'https://other.example/');
    expect(await readFurtherPage(7, HERE, SECOND)).toEqual({ kind: 'closed-to-us', reason: 'not-granted' });
    expect(script).not.toHaveBeenCalled();
  });

  it('gives up a page that never answers', async () => {
    aTab(() => new Promise(() => {}));
    const reading = readFurtherPage(7, HERE, SECOND);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await reading).toEqual({ kind: 'problem', problem: 'timeout' });
  });

  it.each([
    [
      'what the page could not get',
      () => ({ kind: 'problem', problem: 'refused' }),
      { kind: 'problem', problem: 'refused' },
    ],
    ['a page that went away', () => undefined, { kind: 'closed-to-us', reason: 'navigated' }],
    ['an answer without sense', () => ({ kind: 'lunch' }), { kind: 'closed-to-us', reason: 'bad-answer' }],
    [
      'a refusal',
      () => Promise.reject(new Error('No tab with id: 7.')),
      { kind: 'closed-to-us', reason: 'closed' },
    ],
  ])('says what happened: %s', async (_, answer, expected) => {
    aTab(answer);
    expect(await readFurtherPage(7, HERE, SECOND)).toEqual(expected);
  });
});

describe('fetching a page from within another', () => {
  it('does not ask for another origin', async () => {
    const open = vi.spyOn(XMLHttpRequest.prototype, 'open');
    expect(await fetchPage('https://other.example/', HERE)).toEqual({ ok: false, error: 'elsewhere' });
    expect(await fetchPage('javascript:alert(1)', HERE)).toEqual({ ok: false, error: 'elsewhere' });
    expect(open).not.toHaveBeenCalled();
  });
});
