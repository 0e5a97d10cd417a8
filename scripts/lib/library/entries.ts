import type { Article } from '../../../utils/extraction/types/article.ts';
import type { Change, LinkRequest, SaveRequest } from '../../../utils/library/types.ts';
import type { Untrusted } from '../../../utils/reading/types.ts';
import { BLOGS, type Blog, NOTES } from './blogs.ts';

/** What is to be saved, and what its reader did with it afterwards. */
export interface SampleEntry {
  readonly request: SaveRequest | LinkRequest;
  readonly change: Change | null;
}

const FIRST_DAY = Date.UTC(2014, 0, 5);
const DAY = 86_400_000;

/** So many entries of a reader's list, English and Japanese in turn; the same for the same number. */
export function sampleEntries(count: number): readonly SampleEntry[] {
  return Array.from({ length: count }, (_, index) => entryAt(index));
}

function entryAt(index: number): SampleEntry {
  const blog = pick(BLOGS, index);
  const round = Math.floor(index / BLOGS.length);
  const address = `https://${blog.host}/posts/${index + 1}`;
  const change = changeAt(index);
  // Some of what people keep are links that they have not opened yet.
  if (index % 9 === 7) {
    return { request: { url: address, title: titleOf(blog, round), incognito: false }, change };
  }
  return {
    request: { article: articleOf(blog, index, round), url: address, readAt: 1, incognito: false },
    change,
  };
}

function changeAt(index: number): Change | null {
  const state = index % 7 === 3 ? ({ state: 'archived' } as const) : index % 4 === 1 ? readingAt(index) : {};
  const isFavourite = index % 6 === 2 ? { isFavourite: true } : {};
  const note = index % 10 === 4 ? { note: pick(NOTES, index / 10) } : {};
  const change = { ...state, ...isFavourite, ...note };
  return Object.keys(change).length > 0 ? change : null;
}

function readingAt(index: number): Change {
  return { state: 'reading', place: { percent: 8 + ((index * 17) % 84), block: 2 } };
}

function articleOf(blog: Blog, index: number, round: number): Untrusted<Article> {
  const paragraphs = [0, 1, 2].map((step) => pick(blog.paragraphs, round + step));
  const published = new Date(FIRST_DAY + index * 8 * DAY).toISOString().slice(0, 10);
  return {
    meta: {
      title: titleOf(blog, round),
      author: blog.author,
      siteName: blog.name,
      published,
      updated: null,
      lang: blog.lang,
      dir: blog.dir,
      leadImage: null,
      url: null,
      previous: null,
      next: null,
      pages: null,
      tags: [pick(blog.tags, round), ...(round % 3 === 0 ? [pick(blog.tags, round + 1)] : [])],
      categories: [],
      keywords: [],
    },
    html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''),
    text: paragraphs.join('\n\n'),
    repeats: [],
    removals: [],
    thread: { comments: [], elsewhere: null },
    digest: {
      comments: 0,
      people: 0,
      from: null,
      to: null,
      authorReplies: [],
      mostAnswered: [],
      questions: [],
      links: [],
      themes: [],
    },
    strategy: 'readability',
    readingMinutes: 2 + ((index * 7) % 23),
    length: { count: 900, unit: blog.lang === 'ja' ? 'characters' : 'words' },
  };
}

function titleOf(blog: Blog, round: number): string {
  const title = pick(blog.titles, round);
  const part = Math.floor(round / blog.titles.length);
  return part === 0 ? title : `${title} (${part + 1})`;
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[Math.floor(index) % list.length];
  if (item === undefined) throw new RangeError('an empty list');
  return item;
}
