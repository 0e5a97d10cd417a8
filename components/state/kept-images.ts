import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AbsoluteUrl } from '../../utils/extraction/types/source.ts';
import { messageKey } from '../../utils/i18n.ts';
import { isOpen } from '../../utils/library/images/image-jobs.ts';
import type { ImageJob } from '../../utils/library/images/types.ts';
import type { ArticleId, KeptImage, LibraryError, LibraryResult } from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import type { Notices } from './notices.ts';

/** What a screen asks about images that are kept offline. */
export interface ImageServices extends Pick<Library, 'images' | 'image'> {
  job(id: ArticleId): Promise<ImageJob | null>;
  /** @returns stops watching */
  watchJob(id: ArticleId, changed: (job: ImageJob | null) => void): () => void;
  /** Begins. Asks the reader to allow the images' servers, so it must be called straight from a click. */
  keep(id: ArticleId, urls: readonly AbsoluteUrl[]): LibraryResult<'begun' | 'not-allowed'>;
  /** Sees to it that what was begun goes on, where the browser has stopped the background meanwhile. */
  wake(id: ArticleId): void;
  cancel(id: ArticleId): LibraryResult<null>;
  drop(id: ArticleId): LibraryResult<unknown>;
}

/** The images of the saved article that a screen shows. */
export interface KeptImages {
  /** The article; null where what is shown is not saved. */
  readonly id: ReadonlySignal<ArticleId | null>;
  /** False until the disk has been asked. */
  readonly isKnown: ReadonlySignal<boolean>;
  /** Where each image that is kept is found, by its address. */
  readonly hashes: ReadonlySignal<ReadonlyMap<string, string>>;
  readonly bytes: ReadonlySignal<number>;
  /** What is being done about it, or how that ended; null where nothing is. */
  readonly job: ReadonlySignal<ImageJob | null>;
  follow(id: ArticleId | null): Promise<void>;
  /** Must be called straight from a click. */
  keep(urls: readonly AbsoluteUrl[]): Promise<void>;
  cancel(): Promise<void>;
  drop(): Promise<void>;
  /** The image at an address; null where it is not kept, or not to be read. */
  open(url: string): Promise<Blob | null>;
}

export function createKeptImages(services: ImageServices, notices: Notices): KeptImages {
  const id = signal<ArticleId | null>(null);
  /** Null while it is not known. */
  const kept = signal<readonly KeptImage[] | null>(null);
  const job = signal<ImageJob | null>(null);
  const hashes = computed(() => new Map(kept.value?.map(({ url, hash }) => [url, hash])));
  let unwatch = () => {};

  const fail = (error: LibraryError) =>
    notices.show(messageKey('libraryError', error.kind), { isError: true });

  async function look(): Promise<void> {
    const asked = id.value;
    const found = asked ? await services.images(asked) : null;
    if (id.value !== asked) return;
    // What cannot be read is as good as not kept: its place says that it can be fetched.
    kept.value = found?.ok ? found.value : [];
  }

  function follow(next: ArticleId): () => void {
    return services.watchJob(next, (changed) => {
      job.value = changed;
      if (!changed || !isOpen(changed)) void look();
    });
  }

  return {
    id,
    isKnown: computed(() => kept.value !== null),
    hashes,
    job,
    bytes: computed(() =>
      new Map(kept.value?.map(({ hash, size }) => [hash, size])).values().reduce(plus, 0),
    ),
    async follow(next) {
      if (next === id.value) return;
      unwatch();
      id.value = next;
      kept.value = null;
      job.value = null;
      if (!next) return;
      unwatch = follow(next);
      const [known] = await Promise.all([services.job(next), look()]);
      if (id.value !== next) return;
      job.value ??= known;
      if (known && isOpen(known)) services.wake(next);
    },
    async keep(urls) {
      if (!id.value) return;
      const begun = await services.keep(id.value, urls);
      if (!begun.ok) fail(begun.error);
      else if (begun.value === 'not-allowed') notices.show('imagesNotAllowed');
    },
    async cancel() {
      if (!id.value) return;
      const cancelled = await services.cancel(id.value);
      if (!cancelled.ok) fail(cancelled.error);
    },
    async drop() {
      if (!id.value) return;
      const dropped = await services.drop(id.value);
      if (!dropped.ok) return fail(dropped.error);
      job.value = null;
      await look();
      notices.show('imagesDropped');
    },
    async open(url) {
      const hash = hashes.value.get(url);
      const image = hash === undefined ? null : await services.image(hash);
      return image?.ok && image.value ? new Blob([image.value.bytes], { type: image.value.type }) : null;
    },
  };
}

function plus(one: number, other: number): number {
  return one + other;
}
