import * as v from 'valibot';
import { browser } from 'wxt/browser';
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

const KEY = 'library.canary';

const CANARY = v.object({
  identity: v.string(),
  articles: v.number(),
  updatedAt: v.number(),
  loss: v.nullable(v.object({ articles: v.number(), noticedAt: v.number() })),
});

export const localCanary: CanaryStore = {
  async read() {
    const stored = await browser.storage.local.get(KEY);
    const parsed = v.safeParse(CANARY, stored[KEY]);
    return parsed.success ? parsed.output : null;
  },
  async write(canary) {
    await browser.storage.local.set({ [KEY]: canary });
  },
};

/** The loss that a canary tells of, given the database that is there now. */
export function lossSince(canary: Canary | null, identity: string, now: number): LibraryLoss | null {
  if (!canary) return null;
  const isReplaced = canary.identity !== identity && canary.articles > 0;
  return isReplaced ? { articles: canary.articles, noticedAt: now } : canary.loss;
}

/**
 * Calls back whenever the reading list was written to, by whatever page.
 * @returns stops watching
 */
export function watchLibrary(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
