import type { AbsoluteUrl } from '../../extraction/types/source.ts';
import { addressesOf } from './addresses-of.ts';
import { patternOf } from './choose-images.ts';
import type { KeeperParts } from './image-keeper.ts';
import { IMAGES_AT_ONCE, MAX_ARTICLE_BYTES, MAX_ARTICLE_IMAGES } from './limits.ts';
import { mayAsk } from './private-address.ts';
import type { FetchedImage, ImageFailure, ImageJob, ImageProblem } from './types.ts';

/** One article's images being kept: after each, the job is written down as it then is. */
export class ImageJobRun {
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
