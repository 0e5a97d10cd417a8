import type { Article } from '../extraction/types/article.ts';
import type { AbsoluteUrl } from '../extraction/types/source.ts';
import { parseArticle } from '../reading/schema.ts';
import type { Untrusted } from '../reading/types.ts';
import { addressOf } from './address.ts';
import { articleIdOf } from './article-id.ts';
import { joinNotes } from './notes.ts';
import { isEqual } from './same.ts';
import { newReaderFields, shortLine, summarise, summariseLink } from './summary.ts';
import { withTags } from './tags.ts';
import type { ImportItem, ImportProblem } from './transfer-types.ts';
import { type ArticleId, SAVED_STATES, type SavedState, type SavedSummary } from './types.ts';

/** An item whose words are tidy and whose address is known. */
export interface PreparedItem extends Omit<ImportItem, 'url' | 'article'> {
  readonly id: ArticleId;
  readonly url: AbsoluteUrl;
  readonly article: Untrusted<Article> | null;
  readonly problems: readonly ImportProblem[];
}

/** Items made ready to be merged; null for those without an address. */
export function prepareItems(items: readonly ImportItem[]): Promise<readonly (PreparedItem | null)[]> {
  return Promise.all(items.map(prepare));
}

async function prepare(item: ImportItem): Promise<PreparedItem | null> {
  const url = addressOf(item.url);
  if (!url) return null;
  const article = item.article ? parseArticle(item.article) : null;
  return {
    ...item,
    id: await articleIdOf(url),
    url,
    title: shortLine(item.title),
    author: shortLine(item.author ?? '') || null,
    siteName: shortLine(item.siteName ?? '') || null,
    published: /^\d{4}-\d{2}-\d{2}$/u.test(item.published ?? '') ? (item.published ?? null) : null,
    lang: shortLine(item.lang ?? '') || null,
    excerpt: shortLine(item.excerpt ?? ''),
    article,
    problems: item.article && !article ? ['article-refused'] : [],
  };
}

/** What an item makes of an entry, and what of it could not be taken in. */
export interface Merged {
  readonly kind: 'merged' | 'unchanged';
  readonly entry: SavedSummary;
  /** The body that the entry gets; null where it stays as it is. */
  readonly article: Untrusted<Article> | null;
  readonly problems: readonly ImportProblem[];
}

/**
 * An entry with what an item says of it: it keeps its body and gets the tags, the earliest date and the note of the
 * item as well, is archived if either is and a favourite if either is.
 */
export function mergeItem(entry: SavedSummary, item: PreparedItem, now: number): Merged {
  const { note, isCut } = joinNotes(entry.note, item.note);
  const merged: SavedSummary = {
    ...entry,
    ...pageFields(entry, item, now),
    ...readerFields(entry, item),
    note,
  };
  const problems: readonly ImportProblem[] = isCut ? [...item.problems, 'note-cut'] : item.problems;
  if (isEqual(merged, entry)) return { kind: 'unchanged', entry, article: null, problems };
  return { kind: 'merged', entry: merged, article: entry.kind === 'link' ? item.article : null, problems };
}

/** A link of which nothing is known. */
export function blankEntry({ id, url }: PreparedItem, now: number): SavedSummary {
  return {
    ...newReaderFields([]),
    ...summariseLink(url, ''),
    id,
    savedAt: now,
    readAt: 0,
    updatedAt: 0,
    revision: 0,
  };
}

function readerFields(entry: SavedSummary, item: PreparedItem): Partial<SavedSummary> {
  const percent = Math.round(Math.min(100, Math.max(0, item.percent || 0)));
  return {
    state: furtherState(entry.state, item.state),
    isFavourite: entry.isFavourite || item.isFavourite,
    place: entry.place ?? (percent > 0 ? { percent, block: 0 } : null),
    tags: withTags(entry.tags, [...item.tags, ...(item.article?.meta.tags ?? [])]),
    savedAt: Math.min(entry.savedAt, timeOf(item.savedAt) ?? entry.savedAt),
  };
}

/** What the item says of the page; what the list knows of it already stays. */
function pageFields(entry: SavedSummary, item: PreparedItem, now: number): Partial<SavedSummary> {
  const isFilled = entry.kind === 'link' && item.article !== null;
  const page = isFilled ? summarise(item.article, item.url) : entry;
  return {
    ...page,
    title: [page.title, entry.title, item.title].find((title) => title && title !== item.url) ?? item.url,
    author: page.author ?? entry.author ?? item.author ?? null,
    siteName: page.siteName ?? entry.siteName ?? item.siteName ?? null,
    published: page.published ?? entry.published ?? item.published ?? null,
    lang: page.lang ?? entry.lang ?? item.lang ?? null,
    excerpt: page.excerpt || entry.excerpt || item.excerpt || '',
    ...(isFilled && { readAt: Math.min(timeOf(item.updatedAt) ?? timeOf(item.savedAt) ?? now, now) }),
  };
}

/** Of two states the one that has come further: archived if either is. */
function furtherState(one: SavedState, other: SavedState): SavedState {
  return SAVED_STATES.indexOf(one) > SAVED_STATES.indexOf(other) ? one : other;
}

/** A time as another list tells it; null for none, and for a number that is no time. */
function timeOf(time: number | null | undefined): number | null {
  return typeof time === 'number' && Number.isFinite(time) && time > 0 ? time : null;
}
