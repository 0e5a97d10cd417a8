import type { AbsoluteUrl } from '../../extraction/types.ts';
import { parseArticle } from '../../reading/schema.ts';
import { ok, type Result } from '../../result.ts';
import { failure } from '../errors.ts';
import type { ArticleId, LibraryError, LibraryResult } from '../types.ts';
import type { Library } from '../verbs.ts';
import { imagesOf, patternOf, patternsOf } from './choose-images.ts';
import type { JobStore } from './image-jobs.ts';
import { isOpen } from './image-jobs.ts';
import { IMAGES_AT_ONCE, MAX_ARTICLE_BYTES, MAX_ARTICLE_IMAGES } from './limits.ts';
import { mayAsk } from './private-address.ts';
import type { FetchedImage, ImageFailure, ImageJob, ImageProblem } from './types.ts';

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
      await new JobRun(parts, job, controller.signal).run();
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

interface Addresses {
  readonly addresses: readonly AbsoluteUrl[];
  readonly articleHost: string;
}

/** What an article shows, by the article as it lies on the disk. */
async function addressesOf(
  library: Pick<Library, 'get'>,
  id: ArticleId,
): Promise<Result<Addresses, LibraryError>> {
  const stored = await library.get(id);
  if (!stored.ok) return stored;
  const article = parseArticle(stored.value.article);
  if (!article) return failure('damaged');
  return ok({ addresses: imagesOf(article), articleHost: new URL(stored.value.summary.url).hostname });
}

/** One article's images being kept: after each, the job is written down as it then is. */
class JobRun {
  private readonly parts: KeeperParts;
  private readonly stop = new AbortController();
  private readonly signal: AbortSignal;
  private readonly cancelled: AbortSignal;
  private job: ImageJob;
  private isGone = false;
  private room = 0;
  private written: Promise<void> = Promise.resolve();

  constructor(parts: KeeperParts, job: ImageJob, cancelled: AbortSignal) {
    this.parts = parts;
    this.job = job;
    this.cancelled = cancelled;
    this.signal = AbortSignal.any([cancelled, this.stop.signal]);
  }

  async run(): Promise<void> {
    const { library, jobs } = this.parts;
    const { id } = this.job;
    const urls = await addressesOf(library, id);
    const kept = await library.images(id);
    // Taken out of the list, or unreadable: nobody can look at images of it.
    if (!urls.ok || !kept.ok) return jobs.remove(id);
    const { addresses, articleHost } = urls.value;
    const known = new Set<string>(kept.value.map(({ url }) => url));
    const failed = new Set<string>(this.job.failures.map(({ url }) => url));
    await this.note({
      state: 'running',
      total: addresses.length,
      kept: addresses.filter((url) => known.has(url)).length,
      bytes: kept.value.reduce((sum, { size }) => sum + size, 0),
    });
    this.room = await this.parts.room();
    const left = addresses.filter((url) => !known.has(url) && !failed.has(url));
    await this.fetchAll(left, articleHost);
    await this.written;
    if (this.isGone) return jobs.remove(id);
    await library.settleImages(id, addresses);
    const state = this.cancelled.aborted ? 'cancelled' : 'done';
    // What went well needs no record beside the images themselves.
    if (state === 'done' && this.job.failures.length === 0) await jobs.remove(id);
    else await this.note({ state });
  }

  /** A few at a time, each as soon as there is a place for it. */
  private async fetchAll(urls: readonly AbsoluteUrl[], articleHost: string): Promise<void> {
    const queue = urls.values();
    const next = async () => {
      for (const url of queue) {
        if (this.signal.aborted) return;
        await this.keepOne(url, articleHost);
      }
    };
    await Promise.all(Array.from({ length: IMAGES_AT_ONCE }, next));
  }

  private async keepOne(url: AbsoluteUrl, articleHost: string): Promise<void> {
    const { id } = this.job;
    // The same image in another article was fetched for that one.
    const shared = await this.parts.library.shareImage(id, url);
    if (shared.ok && shared.value) return this.noteKept(shared.value.size);
    const problem = await this.whyNot(url, articleHost);
    if (problem) return this.noteFailure(url, problem);
    const image = await this.parts.fetchImage(url, { articleHost, signal: this.signal });
    if (this.signal.aborted) return;
    if (!image.ok) return this.noteFailure(url, image.error);
    const full = this.whyFull(image.value.bytes.byteLength);
    if (full) return this.noteFailure(url, full);
    await this.store(url, image.value);
  }

  private async store(url: AbsoluteUrl, { type, bytes }: FetchedImage): Promise<void> {
    const stored = await this.parts.library.keepImage(this.job.id, { url, type, bytes: bytes.buffer });
    if (stored.ok) return this.noteKept(bytes.byteLength);
    if (stored.error.kind === 'not-found') {
      this.isGone = true;
      this.stop.abort();
      return;
    }
    await this.noteFailure(url, 'not-stored');
    // What the disk has no room for it will have none for a moment later either.
    if (stored.error.kind === 'disk-full') this.stop.abort();
  }

  private async whyNot(url: AbsoluteUrl, articleHost: string): Promise<ImageProblem | null> {
    if (!mayAsk(url, articleHost)) return 'private-address';
    if (this.job.kept >= MAX_ARTICLE_IMAGES) return 'article-full';
    return (await this.parts.isAllowed(patternOf(url))) ? null : 'not-allowed';
  }

  private whyFull(size: number): ImageProblem | null {
    if (this.job.bytes + size > MAX_ARTICLE_BYTES) return 'article-full';
    if (size > this.room) return 'limit-reached';
    this.room -= size;
    return null;
  }

  private noteKept(size: number): Promise<void> {
    return this.note({ kept: this.job.kept + 1, bytes: this.job.bytes + size });
  }

  private noteFailure(url: AbsoluteUrl, problem: ImageProblem): Promise<void> {
    const failures: readonly ImageFailure[] = [...this.job.failures, { url, problem }];
    return this.note({ failures });
  }

  /** Each step is written after the one before it, whichever image came first. */
  private note(changes: Partial<ImageJob>): Promise<void> {
    this.job = { ...this.job, ...changes };
    const job = this.job;
    // A step that could not be written is done again after a stop, which does no harm.
    this.written = this.written.then(() => this.parts.jobs.write(job)).catch(() => undefined);
    return this.written;
  }
}
