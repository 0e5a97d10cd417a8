import type { AbsoluteUrl } from '../../extraction/types/source.ts';
import { ok, type Result } from '../../result.ts';
import type { ArticleId, LibraryResult } from '../types.ts';
import type { Library } from '../verbs.ts';
import { type Addresses, addressesOf } from './addresses-of.ts';
import { patternsOf } from './choose-images.ts';
import { ImageJobRun } from './image-job-run.ts';
import { isOpen, type JobStore } from './image-jobs.ts';
import { mayAsk } from './private-address.ts';
import type { FetchedImage, ImageJob, ImageProblem } from './types.ts';

export interface KeeperParts {
  readonly library: Pick<
    Library,
    'get' | 'summaries' | 'images' | 'shareImage' | 'keepImage' | 'settleImages'
  >;
  readonly jobs: JobStore;
  readonly fetchImage: (
    url: AbsoluteUrl,
    options: { readonly articleHost: string; readonly signal: AbortSignal },
  ) => Promise<Result<FetchedImage, ImageProblem>>;
  /** Whether the reader has allowed to ask the servers of a match pattern. */
  readonly isAllowed: (pattern: string) => Promise<boolean>;
  /** How many more bytes of images may be kept. */
  readonly room: () => Promise<number>;
  /** Keeps the browser from stopping the background while there is work. @returns lets it */
  readonly stayAwake: () => () => void;
}

/** Keeps images of saved articles, one article after the other. */
export interface ImageKeeper {
  /** Begins to keep the images of an article, or says how far that is. Its failures are tried again. */
  keep(id: ArticleId): LibraryResult<ImageJob>;
  /** Stops that; what was kept until then stays. */
  cancel(id: ArticleId): LibraryResult<null>;
  /** Goes on with what was begun and stopped, and with what has been allowed by now. Resolves when all is done. */
  resume(): Promise<void>;
  /** Forgets what is written down about articles that are not in the list any more. */
  tidy(): Promise<void>;
}

export function createImageKeeper(parts: KeeperParts): ImageKeeper {
  const { library, jobs } = parts;
  const cancelling = new Map<ArticleId, AbortController>();
  let working: Promise<void> | null = null;

  /** One job after the other, so that no two ask for the same image. */
  function work(): Promise<void> {
    working ??= workThrough().finally(() => {
      working = null;
    });
    return working;
  }

  async function workThrough(): Promise<void> {
    const sleep = parts.stayAwake();
    try {
      for (let next = await nextJob(); next; next = await nextJob()) await runOne(next);
    } finally {
      sleep();
    }
  }

  async function nextJob(): Promise<ImageJob | undefined> {
    const open = await jobs.open();
    return open.find(({ state }) => state === 'running') ?? open.find(({ state }) => state === 'queued');
  }

  async function runOne(job: ImageJob): Promise<void> {
    const controller = new AbortController();
    cancelling.set(job.id, controller);
    try {
      await new ImageJobRun(parts, job, controller.signal).run();
    } finally {
      cancelling.delete(job.id);
    }
  }

  return {
    async keep(id) {
      const known = await jobs.read(id);
      if (known && (known.state === 'queued' || known.state === 'running')) return ok(known);
      const urls = await addressesOf(library, id);
      if (!urls.ok) return urls;
      const isAllowed = await areAllowed(parts, urls.value);
      const job: ImageJob = {
        id,
        state: isAllowed ? 'queued' : 'waiting',
        total: urls.value.addresses.length,
        kept: 0,
        bytes: 0,
        failures: [],
      };
      await jobs.write(job);
      void work();
      return ok(job);
    },
    async cancel(id) {
      const job = await jobs.read(id);
      if (!job || !isOpen(job)) return ok(null);
      const running = cancelling.get(id);
      if (running) running.abort();
      else if (job.state === 'waiting') await jobs.remove(id);
      else await jobs.write({ ...job, state: 'cancelled' });
      return ok(null);
    },
    async resume() {
      for (const job of await jobs.open()) {
        if (job.state !== 'waiting') continue;
        const urls = await addressesOf(library, job.id);
        if (!urls.ok) await jobs.remove(job.id);
        else if (await areAllowed(parts, urls.value)) await jobs.write({ ...job, state: 'queued' });
      }
      await work();
    },
    async tidy() {
      const ids = await jobs.ids();
      const listed = await library.summaries(ids);
      if (!listed.ok) return;
      const known = new Set(listed.value.map(({ id }) => id));
      for (const id of ids) if (!known.has(id)) await jobs.remove(id);
    },
  };
}

async function areAllowed(
  { isAllowed }: Pick<KeeperParts, 'isAllowed'>,
  { addresses, articleHost }: Addresses,
): Promise<boolean> {
  const patterns = patternsOf(addresses.filter((url) => mayAsk(url, articleHost)));
  return (await Promise.all(patterns.map(isAllowed))).every(Boolean);
}
