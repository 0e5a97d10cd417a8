import type { AbsoluteUrl, Article } from '../extraction/types.ts';
import type { Untrusted } from '../reading/types.ts';
import { LibraryFailure } from './errors.ts';
import { summarise } from './summary.ts';
import type { Writing } from './transaction.ts';
import type { ArticleId, SavedSummary, SaveReceipt } from './types.ts';

export type { Writing } from './transaction.ts';

/** How long a removal can be undone at least. Milliseconds. */
const UNDO_TIME = 60 * 60 * 1000;

interface Entry {
  readonly id: ArticleId;
  readonly url: AbsoluteUrl;
  readonly article: Untrusted<Article>;
  readonly readAt: number;
}

/** Adds an entry or brings it up to date. The order in which readings of one page arrive does not matter. */
export async function saveEntry(writing: Writing, entry: Entry, now: number): Promise<SaveReceipt> {
  const { id, url, article, readAt } = entry;
  const summaries = writing.objectStore('summaries');
  const [previous, tombstone] = await Promise.all([
    summaries.get(id),
    writing.objectStore('tombstones').get(id),
  ]);
  if (previous && isOutrun(readAt, previous, now)) return { summary: previous, isNew: false };
  const summary: SavedSummary = {
    ...summarise(article, url),
    id,
    savedAt: Math.min(previous?.savedAt ?? now, now),
    readAt,
    updatedAt: later(now, previous, tombstone),
  };
  await together(
    () => summaries.put(summary),
    () => writing.objectStore('bodies').put({ id, article }),
    () => writing.objectStore('tombstones').delete(id),
    () => writing.objectStore('removed').delete(id),
  );
  return { summary, isNew: !previous };
}

/** Takes an entry out of the list, keeping what `restoreEntry` needs. Removing twice is removing once. */
export async function removeEntry(writing: Writing, id: ArticleId, now: number): Promise<SavedSummary> {
  const [summary, body, removed] = await Promise.all([
    writing.objectStore('summaries').get(id),
    writing.objectStore('bodies').get(id),
    writing.objectStore('removed').get(id),
  ]);
  if (!summary && removed) return removed.summary;
  if (!summary) throw new LibraryFailure('not-found');
  await together(
    () => writing.objectStore('summaries').delete(id),
    () => writing.objectStore('bodies').delete(id),
    () => writing.objectStore('removed').put({ id, removedAt: now, summary, article: body?.article }),
    () => writing.objectStore('tombstones').put({ id, updatedAt: later(now, summary) }),
    () => forgetRemoved(writing, now),
  );
  return summary;
}

/** Brings a removed entry back. An entry that was saved again in the meantime stays as it is. */
export async function restoreEntry(writing: Writing, id: ArticleId, now: number): Promise<SavedSummary> {
  const [summary, removed, tombstone] = await Promise.all([
    writing.objectStore('summaries').get(id),
    writing.objectStore('removed').get(id),
    writing.objectStore('tombstones').get(id),
  ]);
  if (summary) return summary;
  if (!removed) throw new LibraryFailure('not-found');
  const restored = { ...removed.summary, updatedAt: later(now, removed.summary, tombstone) };
  await together(
    () => writing.objectStore('summaries').put(restored),
    () => writing.objectStore('bodies').put({ id, article: removed.article }),
    () => writing.objectStore('removed').delete(id),
    () => writing.objectStore('tombstones').delete(id),
  );
  return restored;
}

/** Wipes what was removed so long ago that nobody will want it back. */
export async function forgetRemoved(writing: Writing, now: number): Promise<null> {
  const removed = writing.objectStore('removed');
  const ids = await removed.index('by-removedAt').getAllKeys(IDBKeyRange.upperBound(now - UNDO_TIME));
  await together(...ids.map((id) => () => removed.delete(id)));
  return null;
}

/** True when the list has a later reading already. A reading from the future was dated by a wrong clock. */
function isOutrun(readAt: number, previous: SavedSummary, now: number): boolean {
  return readAt <= previous.readAt && previous.readAt <= now;
}

/** A time after every earlier change of an entry, also when the clock was put back. */
function later(now: number, ...changed: readonly ({ readonly updatedAt: number } | undefined)[]): number {
  return Math.max(now, ...changed.map((one) => (one?.updatedAt ?? 0) + 1));
}

/** Runs requests at once; one that throws instead of rejecting leaves no other behind unheard. */
async function together(...requests: readonly (() => Promise<unknown>)[]): Promise<void> {
  await Promise.all(requests.map(async (request) => request()));
}
