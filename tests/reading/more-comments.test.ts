import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { AbsoluteUrl } from '../../utils/extraction/types/source.ts';
import * as fetching from '../../utils/reading/fetch-page.ts';
import { getComments } from '../../utils/reading/get-comments.ts';
import { readMoreComments } from '../../utils/reading/more-comments.ts';
import type { CommentsRequest } from '../../utils/reading/page-answer.ts';
import { err, ok } from '../../utils/result.ts';
import { pageOf, paragraphs } from '../extraction/html.ts';
import { anArticle } from '../library/an-article.ts';

const HERE = 'https://blog.example/rye/';
const at = (page: number) => `${HERE}comment-page-${page}/` as AbsoluteUrl;
const OFFER = { kind: 'button', label: 'Load more comments', url: null, count: null };
const BUTTON: CommentsRequest = { kind: 'button', label: 'Load more comments' };

function aTab(answer: () => unknown, url = HERE) {
  vi.spyOn(browser.tabs, 'get').mockImplementation((async (id: number) => ({ id, url })) as never);
  const script = vi.fn(async () => [{ frameId: 0, documentId: 'd', result: await answer() }]);
  browser.scripting.executeScript = script as never;
  return script;
}

/** A page of a thread that is split over pages, with the links that it shows. */
function threadPage(number: number, links: string) {
  const html = `<html lang="en"><body><article><h1>Rye</h1>${paragraphs(4, 'rye')}</article><section id="comments"><ol class="comment-list"><li class="comment" id="comment-${number}"><b class="fn">Reader ${number}</b> <time datetime="2024-05-0${number}">May ${number}, 2024</time><div class="comment-content"><p>Remark ${number}.</p></div></li></ol>${links}</section></body></html>`;
  return pageOf(html, number === 2 ? HERE : at(number));
}

const older = (page: number) => `<a href="${at(page)}#comments">Older Comments</a>`;
const newer = (page: number) => `<a href="${at(page)}#comments">Newer Comments</a>`;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('asking a tab for more comments', () => {
  it('gives them made safe', async () => {
    const [comment] = anArticle().thread.comments;
    const thread = {
      comments: [{ ...comment, html: '<p>Hi<script>steal()</script></p>' }],
      elsewhere: null,
      more: OFFER,
    };
    const script = aTab(() => ({ kind: 'read', url: HERE, thread }));
    expect(await readMoreComments(7, HERE, BUTTON)).toMatchObject({
      kind: 'thread',
      thread: { comments: [{ html: '<p>Hi</p>' }], more: OFFER },
    });
    expect(script).toHaveBeenCalledWith(
      expect.objectContaining({ args: ['seidokuReadMoreComments', BUTTON] }),
    );
  });

  it.each([
    ['what the page could not get', () => ({ kind: 'problem', problem: 'refused' }), 'refused'],
    ['a page that went away', () => undefined, 'navigated'],
    ['an answer without sense', () => ({ kind: 'read', url: HERE, thread: 'lunch' }), 'bad-answer'],
    ['a closed tab', () => Promise.reject(new Error('No tab with id: 7.')), 'closed'],
  ])('says what happened: %s', async (_, answer, why) => {
    aTab(answer);
    expect(Object.values(await readMoreComments(7, HERE, BUTTON))).toContain(why);
  });

  it('asks nothing of a tab that has gone elsewhere', async () => {
    const script = aTab(() => undefined, 'https://other.example/');
    expect(await readMoreComments(7, HERE, BUTTON)).toEqual({ kind: 'closed-to-us', reason: 'not-granted' });
    expect(script).not.toHaveBeenCalled();
  });

  it('gives up a page that never answers', async () => {
    aTab(() => new Promise(() => {}));
    const reading = readMoreComments(7, HERE, BUTTON);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await reading).toEqual({ kind: 'problem', problem: 'timeout' });
  });
});

describe('a link to more comments', () => {
  it('leads on from page to page, and to what the first page offers besides', async () => {
    const fetch = vi.spyOn(fetching, 'fetchPage');
    const live = threadPage(2, `${older(1)} ${newer(3)}`);
    fetch.mockResolvedValueOnce(ok(threadPage(1, `<a href="${HERE}#comments">Newer Comments</a>`)));
    const first = await getComments({ kind: 'link', url: at(1), known: [] }, live);
    expect(first).toMatchObject({
      kind: 'read',
      thread: { comments: [{ author: 'Reader 1' }], more: { kind: 'link', url: `${at(3)}#comments` } },
    });
    fetch.mockResolvedValueOnce(ok(threadPage(3, `<a href="${HERE}">Older Comments</a>`)));
    const last = await getComments({ kind: 'link', url: at(3), known: [at(1)] }, live);
    expect(last).toMatchObject({ kind: 'read', thread: { comments: [{ author: 'Reader 3' }] } });
    expect(last.kind === 'read' && last.thread.more).toBeUndefined();
  });

  it('offers no button of a page that is not open', async () => {
    vi.spyOn(fetching, 'fetchPage').mockResolvedValueOnce(
      ok(threadPage(1, '<button>Load more comments</button>')),
    );
    const got = await getComments({ kind: 'link', url: at(1), known: [] }, threadPage(2, older(1)));
    expect(got.kind === 'read' && got.thread.more).toBeUndefined();
  });

  it.each([
    ['refused', 'refused'],
    ['no-article', 'unreadable'],
  ] as const)('that gives no page says why: %s', async (given, problem) => {
    vi.spyOn(fetching, 'fetchPage').mockResolvedValueOnce(err(given));
    const got = await getComments({ kind: 'link', url: at(1), known: [] }, threadPage(2, older(1)));
    expect(got).toEqual({ kind: 'problem', problem });
  });
});
