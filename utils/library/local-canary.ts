import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { CanaryStore } from './canary.ts';

const KEY = 'library.canary';

const CANARY = v.object({
  identity: v.string(),
  articles: v.number(),
  // Canaries of the first version know of no revisions.
  revision: v.optional(v.number(), 0),
  updatedAt: v.number(),
  loss: v.nullable(v.object({ articles: v.number(), noticedAt: v.number() })),
});

/** The canary in the extension's own storage, which workers of a page can't reach. */
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
