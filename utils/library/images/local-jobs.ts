import { browser } from 'wxt/browser';
import { toArticleId } from '../article-id.ts';
import type { ArticleId } from '../types.ts';
import { isOpen, type JobStore, parseJob } from './image-jobs.ts';
import type { ImageJob } from './types.ts';

const PREFIX = 'images.job.';

/** The ids of what is still to be done: reading everything to find it would take longer with every article. */
const QUEUE = 'images.queue';

/** Jobs in the extension's own storage, each under a key of its own: pages hear of every step. */
export const localJobs: JobStore = {
  async read(id) {
    return (await readJobs([id]))[0] ?? null;
  },
  async open() {
    return (await readJobs(await readQueue())).filter(isOpen);
  },
  write: (job) =>
    afterOthers(async () => {
      const queue = await readQueue();
      const isQueued = queue.includes(job.id);
      const others = queue.filter((id) => id !== job.id);
      await browser.storage.local.set({
        [keyOf(job.id)]: job,
        ...(isOpen(job) === isQueued ? {} : { [QUEUE]: isOpen(job) ? [...others, job.id] : others }),
      });
    }),
  remove: (id) =>
    afterOthers(async () => {
      const queue = await readQueue();
      if (queue.includes(id)) await browser.storage.local.set({ [QUEUE]: queue.filter((one) => one !== id) });
      await browser.storage.local.remove(keyOf(id));
    }),
  async ids() {
    const keys = Object.keys(await browser.storage.local.get(null));
    return keys.flatMap((key) =>
      key.startsWith(PREFIX) ? (toArticleId(key.slice(PREFIX.length)) ?? []) : [],
    );
  },
};

let last: Promise<unknown> = Promise.resolve();

/** What reads and then writes the queue must not do so between another's reading and writing. */
function afterOthers(work: () => Promise<void>): Promise<void> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

function keyOf(id: ArticleId): string {
  return `${PREFIX}${id}`;
}

async function readQueue(): Promise<ArticleId[]> {
  const stored: unknown = (await browser.storage.local.get(QUEUE))[QUEUE];
  return Array.isArray(stored) ? stored.map(toArticleId).filter((id) => id !== null) : [];
}

async function readJobs(ids: readonly ArticleId[]): Promise<ImageJob[]> {
  const stored = await browser.storage.local.get(ids.map(keyOf));
  return ids.map((id) => parseJob(stored[keyOf(id)])).filter((job) => job !== null);
}

/**
 * Calls back with the job of an article whenever it changes; null once there is none.
 * @returns stops watching
 */
export function watchJob(id: ArticleId, changed: (job: ImageJob | null) => void): () => void {
  const key = keyOf(id);
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'local' ? changes[key] : undefined;
    if (change) changed(parseJob(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
