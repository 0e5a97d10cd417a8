import type { LibraryLoss } from './types.ts';

/**
 * A damaged or deleted database opens empty and without an error. The canary lives in another storage and
 * remembers which database we filled and with how much, so that an empty one in its place is noticed.
 */
export interface Canary {
  readonly identity: string;
  readonly articles: number;
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
export function lossSince(canary: Canary | null, identity: string, now: number): LibraryLoss | null {
  if (!canary) return null;
  const isReplaced = canary.identity !== identity && canary.articles > 0;
  return isReplaced ? { articles: canary.articles, noticedAt: now } : canary.loss;
}
