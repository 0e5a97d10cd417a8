import type { AbsoluteUrl, Article } from '../../extraction/types.ts';
import { parseArticle } from '../../reading/schema.ts';
import type { Untrusted } from '../../reading/types.ts';
import { addressOf } from '../address.ts';
import { articleIdOf } from '../article-id.ts';
import { joinNotes } from '../notes.ts';
import { isEqual } from '../same.ts';
import type { Tombstone } from '../schema.ts';
import { newReaderFields, shortLine, summarise, summariseLink } from '../summary.ts';
import { withTags } from '../tags.ts';
import { forEachOf, together, type Writing } from '../transaction.ts';
import type { ImportItem, ImportOutcome, ImportProblem } from '../transfer-types.ts';
import { type ArticleId, SAVED_STATES, type SavedState, type SavedSummary } from '../types.ts';
import { addAnew } from './save.ts';

/** An item whose words are tidy and whose address is known; null for one without an address. */
interface PreparedItem extends Omit<ImportItem, 'url' | 'article'> {
  readonly id: ArticleId;
  readonly url: AbsoluteUrl;
  readonly article: Untrusted<Article> | null;
  readonly problems: readonly ImportProblem[];
}

/** An entry of the list and what the items so far have made of it. */
interface Slot {
  readonly before: SavedSummary | undefined;
  readonly tombstone: Tombstone | undefined;
  after: SavedSummary | undefined;
  /** The body that it is to get. */
  article: Untrusted<Article> | null;
}

/** What can be done before the transaction begins, which ends when anything else is awaited. */
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

/**
 * Takes in items, one after the other: what is in the list already keeps its body and gets the tags, the earliest
 * date and the note of the item as well, is archived if either is and a favourite if either is. Items that say
 * nothing new change nothing.
 */
export async function importItems(
  writing: Writing,
  items: readonly (PreparedItem | null)[],
): Promise<readonly ImportOutcome[]> {
  const slots = await loadSlots(writing, items);
  const outcomes = items.map((item): ImportOutcome => {
    const slot = item && slots.get(item.id);
    return slot ? mergeInto(slot, item, writing.now) : { kind: 'skipped', reason: 'no-address' };
  });
  await forEachOf([...slots.values()], (slot) => writeSlot(writing, slot));
  return outcomes;
}

async function loadSlots(
  { stores }: Writing,
  items: readonly (PreparedItem | null)[],
): Promise<ReadonlyMap<ArticleId, Slot>> {
  const ids = new Set(items.flatMap((item) => (item ? [item.id] : [])));
  const loaded = await forEachOf([...ids], async (id): Promise<[ArticleId, Slot]> => {
    const [before, tombstone] = await Promise.all([
      stores.objectStore('summaries').get(id),
      stores.objectStore('tombstones').get(id),
    ]);
    return [id, { before, tombstone, after: before, article: null }];
  });
  return new Map(loaded);
}

function mergeInto(slot: Slot, item: PreparedItem, now: number): ImportOutcome {
  const { id } = item;
  const entry = slot.after ?? blankEntry(item, now);
  const { note, isCut } = joinNotes(entry.note, item.note);
  const merged: SavedSummary = {
    ...entry,
    ...pageFields(entry, item, now),
    ...readerFields(entry, item),
    note,
  };
  const problems: readonly ImportProblem[] = isCut ? [...item.problems, 'note-cut'] : item.problems;
  if (slot.after && isEqual(merged, entry)) return { kind: 'unchanged', id, problems };
  const kind = slot.after ? 'merged' : 'added';
  if (entry.kind === 'link' && item.article) slot.article = item.article;
  slot.after = merged;
  return { kind, id, problems };
}

/** A link of which nothing is known. */
function blankEntry({ id, url }: PreparedItem, now: number): SavedSummary {
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

async function writeSlot(writing: Writing, { before, after, article, tombstone }: Slot): Promise<void> {
  if (!after || after === before) return;
  const { id } = after;
  const summary = { ...after, ...writing.stamp(before, tombstone) };
  await together(
    () => (before ? writing.replace(summary) : addAnew(writing, summary, tombstone)),
    () => (article ? writing.stores.objectStore('bodies').put({ id, article }) : Promise.resolve()),
  );
}
