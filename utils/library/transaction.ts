import { type IDBPTransaction, unwrap } from 'idb';
import type { LibraryDatabase, LibrarySchema } from './schema.ts';
import type { ArticleId, SavedSummary } from './types.ts';

const WRITTEN_STORES = [
  'summaries',
  'bodies',
  'removed',
  'tombstones',
  'changes',
  'facts',
  'images',
  'imageUses',
] as const;
type Stores = IDBPTransaction<LibrarySchema, typeof WRITTEN_STORES, 'readwrite'>;

/** A write that is under way. */
export interface Writing {
  readonly stores: Stores;
  /** Milliseconds since 1970; the same for all that is written together. */
  readonly now: number;
  /**
   * What marks an entry as changed: a time after every earlier change of it, also when the clock was put back, and
   * a revision of its own.
   */
  stamp(
    ...changed: readonly ({ readonly updatedAt: number } | undefined)[]
  ): Pick<SavedSummary, 'updatedAt' | 'revision'>;
  /** A revision of its own for an entry whose times are to stay. */
  nextRevision(): number;
  /** Puts an entry into the list; its write has looked and found none there. */
  add(summary: SavedSummary): Promise<unknown>;
  /** `add` that leaves an entry that is there as it is. @returns false for one that is there */
  addIfNew(summary: SavedSummary): Promise<boolean>;
  /** Puts an entry in the place of its former self. */
  replace(summary: SavedSummary): Promise<unknown>;
  /** Takes an entry out of the list. */
  drop(id: ArticleId): Promise<unknown>;
}

/**
 * Runs a write and answers once it is on disk. Durability is strict: with the browsers' default a power cut
 * loses writes that were acknowledged. When anything fails, all of it is undone and the cause is thrown.
 */
export async function commit<T>(
  database: LibraryDatabase,
  now: number,
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  const stores = database.transaction(WRITTEN_STORES, 'readwrite', { durability: 'strict' });
  const [worked, ended] = await Promise.allSettled([
    write(stores, now, work).catch((thrown: unknown) => {
      abort(stores);
      throw thrown;
    }),
    stores.done,
  ]);
  if (worked.status === 'fulfilled' && ended.status === 'fulfilled') return worked.value;
  throw causeOf([worked, ended]);
}

/** Does the work and writes down what it did to the facts of the list. */
async function write<T>(stores: Stores, now: number, work: (writing: Writing) => Promise<T>): Promise<T> {
  const facts = stores.objectStore('facts');
  const summaries = stores.objectStore('summaries');
  const [lastRevision, lastArticles] = await Promise.all([facts.get('revision'), facts.get('articles')]);
  let revision = Number(lastRevision ?? 0);
  let articles = Number(lastArticles ?? 0);
  const nextRevision = () => ++revision;
  const result = await work({
    stores,
    now,
    nextRevision,
    stamp: (...changed) => ({
      updatedAt: Math.max(now, ...changed.map((one) => (one?.updatedAt ?? 0) + 1)),
      revision: nextRevision(),
    }),
    add(summary) {
      articles += 1;
      // `add` would look once more whether it is there.
      return summaries.put(summary);
    },
    async addIfNew(summary) {
      const isNew = await addUnlessThere(unwrap(summaries), summary);
      articles += isNew ? 1 : 0;
      return isNew;
    },
    replace: (summary) => summaries.put(summary),
    drop(id) {
      articles -= 1;
      return summaries.delete(id);
    },
  });
  await together(
    () => (revision === lastRevision ? Promise.resolve() : facts.put(revision, 'revision')),
    () => (articles === lastArticles ? Promise.resolve() : facts.put(articles, 'articles')),
  );
  return result;
}

/** Adds a record; false, with the transaction unharmed, where its key is there. */
function addUnlessThere(store: IDBObjectStore, value: unknown): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = store.add(value);
    request.onsuccess = () => resolve(true);
    request.onerror = (event) => {
      if (request.error?.name !== 'ConstraintError') return reject(request.error);
      event.preventDefault();
      event.stopPropagation();
      resolve(false);
    };
  });
}

/** Runs requests at once; one that throws instead of rejecting leaves no other behind unheard. */
export async function together(...requests: readonly (() => Promise<unknown>)[]): Promise<void> {
  await Promise.all(requests.map(async (request) => request()));
}

/** Entries of a bulk write that are in memory at a time. */
const CHUNK = 500;

/** Does something for each of many, some at a time, and gives what came of it in their order. */
export async function forEachOf<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += CHUNK) {
    results.push(...(await Promise.all(items.slice(start, start + CHUNK).map(async (item) => work(item)))));
  }
  return results;
}

/** The cause is what is not merely the echo of an aborted transaction. */
function causeOf(settled: readonly PromiseSettledResult<unknown>[]): unknown {
  const reasons = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  return reasons.find((reason) => !(reason instanceof Error && reason.name === 'AbortError')) ?? reasons[0];
}

/** Undoes all that a transaction did. */
export function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // The failure has ended it already.
  }
}
