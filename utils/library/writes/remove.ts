import { LibraryFailure } from '../errors.ts';
import { forEachOf, together, type Writing } from '../transaction.ts';
import type { ArticleId, EntryRemoval, SavedSummary } from '../types.ts';
import { releaseImages } from './images.ts';

/** How long a removal or a change can be undone at least. Milliseconds. */
const UNDO_TIME = 60 * 60 * 1000;

/** Takes an entry out of the list, keeping what `restoreEntry` needs. Removing twice is removing once. */
export async function removeEntry(writing: Writing, id: ArticleId): Promise<SavedSummary> {
  const removed = await takeOut(writing, id);
  if (!removed) throw new LibraryFailure('not-found');
  await forgetRemoved(writing);
  return removed;
}

/** `removeEntry` for many; gives those that can be brought back. */
export async function removeEntries(writing: Writing, ids: readonly ArticleId[]): Promise<ArticleId[]> {
  const removed = await forEachOf(ids, (id) => takeOut(writing, id));
  await forgetRemoved(writing);
  return found(removed);
}

/** Takes out those that were removed elsewhere after they last changed here; gives those that were in the list. */
export async function removeOlder(writing: Writing, removals: readonly EntryRemoval[]): Promise<ArticleId[]> {
  const removed = await forEachOf(removals, async ({ id, updatedAt }) => {
    const here = await writing.stores.objectStore('summaries').get(id);
    return here && here.updatedAt < updatedAt ? takeOut(writing, id) : null;
  });
  return found(removed);
}

/** Brings a removed entry back. An entry that was saved again in the meantime stays as it is. */
export async function restoreEntry(writing: Writing, id: ArticleId): Promise<SavedSummary> {
  const restored = await bringBack(writing, id);
  if (!restored) throw new LibraryFailure('not-found');
  return restored;
}

/** `restoreEntry` for many; gives those that are in the list again. */
export async function restoreEntries(writing: Writing, ids: readonly ArticleId[]): Promise<ArticleId[]> {
  return found(await forEachOf(ids, (id) => bringBack(writing, id)));
}

/** Wipes what was removed so long ago that nobody will want it back, and what undoing old changes needs. */
export async function forgetRemoved(writing: Writing): Promise<null> {
  const { stores, now } = writing;
  const old = IDBKeyRange.upperBound(now - UNDO_TIME);
  const [ids, keys] = await Promise.all([
    stores.objectStore('removed').index('by-removedAt').getAllKeys(old),
    stores.objectStore('changes').index('by-madeAt').getAllKeys(old),
  ]);
  await forEachOf(keys, (key) => stores.objectStore('changes').delete(key));
  await forEachOf(ids, (id) =>
    together(
      () => stores.objectStore('removed').delete(id),
      () => stores.objectStore('bodies').delete(id),
    ),
  );
  for (const id of ids) await releaseImages(writing, id);
  return null;
}

/** The entry as it was in the list; null when there is none. */
async function takeOut(writing: Writing, id: ArticleId): Promise<SavedSummary | null> {
  const { stores, now } = writing;
  const [summary, removed] = await Promise.all([
    stores.objectStore('summaries').get(id),
    stores.objectStore('removed').get(id),
  ]);
  if (!summary) return removed?.summary ?? null;
  await together(
    () => writing.drop(id),
    () => stores.objectStore('removed').put({ id, removedAt: now, summary }),
    () => stores.objectStore('tombstones').put({ id, ...writing.stamp(summary) }),
  );
  return summary;
}

/** The entry as it is in the list again; null when it is not to be had any more. */
async function bringBack(writing: Writing, id: ArticleId): Promise<SavedSummary | null> {
  const { stores } = writing;
  const [summary, removed, tombstone] = await Promise.all([
    stores.objectStore('summaries').get(id),
    stores.objectStore('removed').get(id),
    stores.objectStore('tombstones').get(id),
  ]);
  if (summary) return summary;
  if (!removed) return null;
  const restored = { ...removed.summary, ...writing.stamp(removed.summary, tombstone) };
  await together(
    () => writing.add(restored),
    () => stores.objectStore('removed').delete(id),
    () => stores.objectStore('tombstones').delete(id),
  );
  return restored;
}

function found(entries: readonly (SavedSummary | null)[]): ArticleId[] {
  return entries.flatMap((entry) => (entry ? [entry.id] : []));
}
