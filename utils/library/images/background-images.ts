import { browser } from 'wxt/browser';
import { ok } from '../../result.ts';
import { loadSettings } from '../../settings.ts';
import type { ArticleId, LibraryResult } from '../types.ts';
import { withLibrary } from '../with-library.ts';
import { fetchImage } from './fetch-image.ts';
import { createImageKeeper, type ImageKeeper } from './image-keeper.ts';
import { localJobs } from './local-jobs.ts';

const MEGABYTE = 1_000_000;
/** What is left of the disk for articles, which matter more. */
const RESERVE = 200 * MEGABYTE;
/** Browsers stop a background after 30 s in which it asked nothing of them. Milliseconds. */
const SIGN_OF_LIFE = 20_000;

/** The one that keeps images, for the background. */
export function backgroundImages(): ImageKeeper {
  return createImageKeeper({
    library: {
      get: (id) => withLibrary((library) => library.get(id)),
      summaries: (ids) => withLibrary((library) => library.summaries(ids)),
      images: (id) => withLibrary((library) => library.images(id)),
      shareImage: (id, url) => withLibrary((library) => library.shareImage(id, url)),
      keepImage: (id, image) => withLibrary((library) => library.keepImage(id, image)),
      settleImages: (id, urls) => withLibrary((library) => library.settleImages(id, urls)),
    },
    jobs: localJobs,
    fetchImage,
    isAllowed: (pattern) => browser.permissions.contains({ origins: [pattern] }),
    room,
    stayAwake,
  });
}

/** Lets go of the images of articles, and of what is written down about them. */
export async function dropImages(keeper: ImageKeeper, ids: readonly ArticleId[]): LibraryResult<null> {
  for (const id of ids) await keeper.cancel(id);
  const dropped = await withLibrary((library) => library.dropImages(ids));
  if (!dropped.ok) return dropped;
  for (const id of ids) await localJobs.remove(id);
  return ok(null);
}

async function room(): Promise<number> {
  const [{ imageLimit }, totals, onDisk] = await Promise.all([
    loadSettings(),
    withLibrary((library) => library.imageTotals()),
    navigator.storage.estimate().catch(() => ({ usage: 0, quota: 0 })),
  ]);
  const ofLimit = imageLimit * MEGABYTE - (totals.ok ? totals.value.bytes : 0);
  const { usage = 0, quota = 0 } = onDisk;
  return quota > 0 ? Math.min(ofLimit, quota - usage - RESERVE) : ofLimit;
}

function stayAwake(): () => void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), SIGN_OF_LIFE);
  return () => clearInterval(timer);
}
