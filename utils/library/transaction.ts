import type { IDBPTransaction } from 'idb';
import type { LibraryDatabase, LibrarySchema } from './schema.ts';

const WRITTEN_STORES = ['summaries', 'bodies', 'removed', 'tombstones'] as const;
export type Writing = IDBPTransaction<LibrarySchema, typeof WRITTEN_STORES, 'readwrite'>;

/**
 * Runs a write and answers once it is on disk. Durability is strict: with the browsers' default a power cut
 * loses writes that were acknowledged. When anything fails, all of it is undone and the cause is thrown.
 */
export async function commit<T>(
  database: LibraryDatabase,
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  const writing = database.transaction(WRITTEN_STORES, 'readwrite', { durability: 'strict' });
  const [worked, ended] = await Promise.allSettled([
    work(writing).catch((thrown: unknown) => {
      abort(writing);
      throw thrown;
    }),
    writing.done,
  ]);
  if (worked.status === 'fulfilled' && ended.status === 'fulfilled') return worked.value;
  throw causeOf([worked, ended]);
}

/** The cause is what is not merely the echo of an aborted transaction. */
function causeOf(settled: readonly PromiseSettledResult<unknown>[]): unknown {
  const reasons = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  return reasons.find((reason) => !(reason instanceof Error && reason.name === 'AbortError')) ?? reasons[0];
}

function abort(writing: Writing): void {
  try {
    writing.abort();
  } catch {
    // The failure has ended it already.
  }
}
