import { browser } from 'wxt/browser';
import type { StorageServices, StorageUse } from '../components/state/storage.ts';
import { askFor } from './image-services.ts';
import { indexSize } from './library/finder/index/size.ts';
import { keepStorage, littleRoom } from './library/room.ts';
import type { LibraryResult } from './library/types.ts';
import { withLibrary } from './library/with-library.ts';
import { send } from './messaging/send.ts';
import { ok } from './result.ts';

/** What is stored, as the options page shows it; settings are changed as elsewhere on that page. */
export const storageServices: Omit<StorageServices, 'changeSettings'> = {
  measure,
  persist: keepStorage,
  dropImages: (ids) => send('dropImages', ids),
  allowAllSites: () => askFor(['*://*/*']),
};

/** Chromium never makes room at the cost of an extension with `unlimitedStorage`, whatever `persisted` says. */
async function isKept(): Promise<boolean> {
  try {
    const isChromium = browser.runtime.getURL('/').startsWith('chrome-extension:');
    const isUnlimited = await browser.permissions.contains({ permissions: ['unlimitedStorage'] });
    return (isChromium && isUnlimited) || (await navigator.storage.persisted());
  } catch {
    return false;
  }
}

async function measure(): LibraryResult<StorageUse> {
  const [entries, images, illustrated, searchIndex, disk, isPersistent] = await Promise.all([
    withLibrary((library) => library.count()),
    withLibrary((library) => library.imageTotals()),
    withLibrary((library) => library.withImages()),
    indexSize(),
    navigator.storage.estimate().catch(() => ({})) as Promise<StorageEstimate>,
    isKept(),
  ]);
  if (!entries.ok) return entries;
  if (!images.ok) return images;
  if (!illustrated.ok) return illustrated;
  const archived = illustrated.value.filter(({ state }) => state === 'archived');
  return ok({
    entries: entries.value,
    images: images.value,
    searchIndex,
    usage: disk.usage ?? null,
    quota: disk.quota ?? null,
    littleLeft: littleRoom(disk),
    isPersistent,
    archived: {
      ids: archived.map(({ id }) => id),
      bytes: archived.reduce((sum, { imageBytes }) => sum + imageBytes, 0),
    },
  });
}
