import type { Facts } from './reads.ts';
import type { LibraryLoss } from './types.ts';

/**
 * A damaged or deleted database opens empty and without an error. The canary lives in another storage and
 * remembers which database we filled and with how much, so that an empty one in its place is noticed.
 */
export interface Canary {
  readonly identity: string;
  readonly articles: number;
  /** The last revision of the list: one that is behind it has lost what was written since. */
  readonly revision: number;
  /** Grows with every write, so that pages hear of changes that leave the number as it was. */
  readonly updatedAt: number;
  /** A loss that the reader has not been told of yet. */
  readonly loss: LibraryLoss | null;
}

/** Where the canary lives. */
export interface CanaryStore {
  read(): Promise<Canary | null>;
  write(canary: Canary): Promise<void>;
}

/** For those that only look: they neither know of a loss nor have anything to tell. */
export const NO_CANARY: CanaryStore = { read: async () => null, write: async () => undefined };

/** The loss that a canary tells of, given the database that is there now. */
export function lossSince(canary: Canary | null, list: Facts, now: number): LibraryLoss | null {
  if (!canary) return null;
  const isReplaced = canary.identity !== list.identity;
  const isBehind = list.revision < canary.revision;
  const lost = isReplaced ? canary.articles : isBehind ? canary.articles - list.articles : 0;
  return lost > 0 ? { articles: lost, noticedAt: now } : canary.loss;
}
