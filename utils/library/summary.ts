import type { Article } from '../extraction/types/article.ts';
import type { AbsoluteUrl } from '../extraction/types/source.ts';
import type { Untrusted } from '../reading/types.ts';
import { excerpt, tidyLine } from '../text/normalise.ts';
import type { ReaderFields, SavedSummary } from './types.ts';

/** What an entry says of its page. */
export type PageFields = Omit<
  SavedSummary,
  'id' | 'savedAt' | 'readAt' | 'updatedAt' | 'revision' | 'imageBytes' | keyof ReaderFields
>;

/** What the list shows of an article; times, id and what the reader adds are the library's to add. */
export function summarise(article: Untrusted<Article>, url: AbsoluteUrl): PageFields {
  const { meta } = article;
  return {
    url,
    kind: 'article',
    title: meta.title,
    author: meta.author,
    siteName: meta.siteName,
    published: meta.published,
    lang: meta.lang,
    dir: meta.dir,
    excerpt: excerpt(article.text),
    readingMinutes: article.readingMinutes,
    comments: article.thread.comments.length,
  };
}

/** What the reader has added to an entry so far: nothing but the tags that it comes with. */
export function newReaderFields(tags: readonly string[]): ReaderFields & Pick<SavedSummary, 'imageBytes'> {
  return { state: 'unread', isFavourite: false, place: null, note: '', tags, imageBytes: 0 };
}

/** What the list shows of a link. */
export function summariseLink(url: AbsoluteUrl, title: string): PageFields {
  return {
    url,
    kind: 'link',
    title: title || url,
    author: null,
    siteName: null,
    published: null,
    lang: null,
    dir: 'ltr',
    excerpt: '',
    readingMinutes: 0,
    comments: 0,
  };
}

/** The longest line that an entry shows. */
const MAX_LINE = 1_000;

/** Words from elsewhere as a line of an entry. */
export function shortLine(text: string): string {
  return tidyLine(text.slice(0, MAX_LINE).toWellFormed().replace(/\s+/gu, ' '));
}
