import { describe, expect, it, vi } from 'vitest';
import type { Article } from '../../utils/extraction/types/article.ts';
import type { Comment, MoreComments } from '../../utils/extraction/types/comments.ts';
import type { AbsoluteUrl, SafeHtml } from '../../utils/extraction/types/source.ts';
import { loadComments } from '../../utils/reading/load-comments.ts';
import { isLoadable } from '../../utils/reading/loadable-comments.ts';
import type { CommentsReading } from '../../utils/reading/more-comments.ts';
import { trustArticle } from '../../utils/reading/trust.ts';
import { anArticle } from '../library/an-article.ts';

const HERE = 'https://blog.example/tea/';
const OLDER = `${HERE}comment-page-1/` as AbsoluteUrl;
const LINK: MoreComments = { kind: 'link', label: 'Older comments', url: OLDER, count: null };
const BUTTON: MoreComments = { kind: 'button', label: 'Show 9 comments', url: null, count: 9 };

function said(text: string, day: number, given: Partial<Comment> = {}): Comment {
  const iso = `2024-05-${`${day}`.padStart(2, '0')}`;
  return {
    id: `c${day}`,
    parentId: null,
    depth: 0,
    author: 'Jun',
    date: { shown: `${day} May`, iso },
    title: null,
    text,
    html: `<p>${text}</p>` as SafeHtml,
    url: null,
    byPostAuthor: false,
    ...given,
  };
}

function articleWith(comments: readonly Comment[], more?: MoreComments): Article {
  const article = trustArticle(anArticle(), HERE);
  return { ...article, thread: { comments, elsewhere: null, ...(more ? { more } : {}) } };
}

const gives = (comments: readonly Comment[], more?: MoreComments) =>
  vi.fn(
    async (): Promise<CommentsReading> => ({
      kind: 'thread',
      thread: { comments, elsewhere: null, ...(more ? { more } : {}) },
    }),
  );

async function loaded(article: Article, readMore: () => Promise<CommentsReading>) {
  const result = await loadComments(article, [], readMore);
  if (result.kind !== 'loaded') throw new Error(JSON.stringify(result));
  return result;
}

const texts = ({ thread }: Article) => thread.comments.map(({ text }) => text);

describe('loading more comments', () => {
  it('adds each once, with replies at what they answer and a new digest', async () => {
    const article = articleWith([said('It boils.', 1), said('It whistles.', 2)], LINK);
    const ask = gives([
      said('It whistles.', 2, { id: 'c1' }),
      said('Why does it?', 3, { id: 'c2' }),
      said('Steam.', 4, { id: 'c3', parentId: 'c2', depth: 1 }),
    ]);
    const { article: grown, added } = await loaded(article, ask);
    expect(texts(grown)).toEqual(['It boils.', 'It whistles.', 'Why does it?', 'Steam.']);
    expect(added).toBe(2);
    expect(grown.thread.comments[3]?.parentId).toBe(grown.thread.comments[2]?.id);
    expect(grown.digest.comments).toBe(4);
    expect(grown.digest.to).toBe('2024-05-04');
    expect(grown.text).toBe(article.text);
  });

  it.each([
    ['older ones of a thread that begins with the oldest come first', [5, 6], [1, 2], [1, 2, 5, 6]],
    ['newer ones of such a thread come last', [1, 2], [5, 6], [1, 2, 5, 6]],
    ['older ones of a thread that begins with the newest come last', [6, 5], [2, 1], [6, 5, 2, 1]],
    ['newer ones of such a thread come first', [2, 1], [6, 5], [6, 5, 2, 1]],
  ])('%s', async (_, have, come, expected) => {
    const of = (days: readonly number[]) => days.map((day) => said(`Day ${day}`, day));
    const { article } = await loaded(articleWith(of(have), LINK), gives(of(come)));
    expect(texts(article)).toEqual(expected.map((day) => `Day ${day}`));
  });

  it('keeps the order of the page after its button was pressed, and what the page shows no more', async () => {
    const have = articleWith([said('One', 1), said('Gone', 2)], BUTTON);
    const { article } = await loaded(have, gives([said('Zero', 9), said('One', 1)]));
    expect(texts(article)).toEqual(['Zero', 'One', 'Gone']);
  });

  it('knows a comment again whose date has aged by a minute', async () => {
    const aged = (shown: string) => said('Now', 1, { date: { shown, iso: null } });
    const have = articleWith([aged('5 minutes ago')], BUTTON);
    const { article } = await loaded(have, gives([aged('6 minutes ago'), said('New', 2)]));
    expect(texts(article)).toEqual(['Now', 'New']);
  });

  it('offers what the page offers next, and nothing after the last', async () => {
    const next = { ...LINK, url: `${HERE}comment-page-2/` as AbsoluteUrl };
    const have = articleWith([said('One', 1)], LINK);
    expect((await loaded(have, gives([], next))).article.thread.more).toEqual(next);
    expect((await loaded(have, gives([]))).article.thread.more).toBeUndefined();
  });

  it('asks for the address of a link, and by the words of a button', async () => {
    const ask = gives([]);
    await loadComments(articleWith([], LINK), ['https://blog.example/known'], ask);
    await loadComments(articleWith([], BUTTON), [], ask);
    expect(ask.mock.calls).toEqual([
      [{ kind: 'link', url: OLDER, known: ['https://blog.example/known'] }],
      [{ kind: 'button', label: 'Show 9 comments' }],
    ]);
  });

  it.each([
    { kind: 'problem', problem: 'refused' },
    { kind: 'closed-to-us', reason: 'not-granted' },
  ] as const)('hands on what went wrong: $kind', async (answer) => {
    expect(await loadComments(articleWith([], LINK), [], async () => answer)).toEqual(answer);
  });

  it('leaves what it was given as it is', async () => {
    const article = articleWith([said('One', 1)], LINK);
    const before = JSON.stringify(article);
    await loadComments(article, [], gives([said('Two', 2)]));
    expect(JSON.stringify(article)).toBe(before);
  });
});

describe('what can be loaded', () => {
  it('are the buttons of the page and the addresses of its origin', () => {
    expect(isLoadable(BUTTON, HERE)).toBe(true);
    expect(isLoadable(LINK, HERE)).toBe(true);
    expect(isLoadable({ ...LINK, url: 'https://other.example/' as AbsoluteUrl }, HERE)).toBe(false);
  });
});
