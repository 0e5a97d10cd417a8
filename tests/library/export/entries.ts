import { sanitiseHtml } from '../../../utils/extraction/sanitise.ts';
import type { Article } from '../../../utils/extraction/types/article.ts';
import type { AbsoluteUrl } from '../../../utils/extraction/types/source.ts';
import { translator } from '../../../utils/i18n.ts';
import type {
  ImageTools,
  ReadableEntry,
  WriteContext,
} from '../../../utils/library/transfer/export/types.ts';
import type { ArticleId, SavedSummary } from '../../../utils/library/types.ts';
import { BARE } from '../../components/articles.ts';

export const PAGE = 'https://blog.example/post' as AbsoluteUrl;
const NOON = Date.UTC(2024, 4, 6, 12);

let entries = 0;

export function aSummary(given: Partial<SavedSummary> = {}): SavedSummary {
  entries += 1;
  return {
    id: entries.toString(16).padStart(32, '0') as ArticleId,
    url: `${PAGE}-${entries}` as AbsoluteUrl,
    kind: 'article',
    title: `Post ${entries}`,
    author: 'Mika',
    siteName: 'Kitchen notes',
    published: '2024-05-06',
    lang: 'en',
    dir: 'ltr',
    tags: ['tea'],
    excerpt: 'The kettle sang.',
    readingMinutes: 3,
    comments: 0,
    savedAt: NOON,
    readAt: NOON,
    updatedAt: NOON,
    state: 'unread',
    isFavourite: false,
    place: null,
    note: '',
    imageBytes: 0,
    revision: entries,
    ...given,
  };
}

/** A saved article with a body of any HTML, which is sanitised as wherever it is shown. */
export function anEntry(
  html: string,
  summary: Partial<SavedSummary> = {},
  article: Partial<Article> = {},
): ReadableEntry {
  return {
    summary: aSummary(summary),
    article: { ...BARE, html: sanitiseHtml(html, PAGE), ...article },
    images: new Map(),
  };
}

export const NO_IMAGES: ImageTools = { convert: async () => null, drawCover: async () => null };

export function aContext(given: Partial<WriteContext> = {}): WriteContext {
  return {
    title: 'Reading list',
    count: 2,
    choices: { withComments: true, isVertical: false },
    t: translator('en'),
    language: 'en',
    now: NOON,
    images: NO_IMAGES,
    ...given,
  };
}

export async function* each<T>(items: Iterable<T>): AsyncIterable<T> {
  yield* items;
}

export async function textOf(parts: AsyncIterable<Uint8Array | string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

export async function bytesOf(parts: AsyncIterable<Uint8Array | string>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  for await (const part of parts) pieces.push(Buffer.from(part));
  return new Uint8Array(Buffer.concat(pieces));
}
