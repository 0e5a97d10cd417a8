import { browser } from 'wxt/browser';
import type { ImageServices } from '../components/state/kept-images.ts';
import { patternsOf } from './library/images/choose-images.ts';
import { localJobs, watchJob } from './library/images/local-jobs.ts';
import { withLibrary } from './library/with-library.ts';
import { send } from './messaging/send.ts';
import { ok } from './result.ts';

/** Images that are kept offline, as pages use them. */
export const imageServices: ImageServices = {
  images: (id) => withLibrary((library) => library.images(id)),
  image: (hash) => withLibrary((library) => library.image(hash)),
  job: (id) => localJobs.read(id).catch(() => null),
  watchJob,
  async keep(id, urls) {
    // The wish goes out before the question: browsers may close a popup under it, and the background goes on.
    const wished = send('keepImages', id);
    const isAllowed = await askFor(patternsOf(urls));
    const first = await wished;
    if (!first.ok) return first;
    if (!isAllowed) {
      const cancelled = await send('cancelImages', id);
      return cancelled.ok ? ok('not-allowed') : cancelled;
    }
    const begun = await send('keepImages', id);
    return begun.ok ? ok('begun') : begun;
  },
  wake: (id) => void send('keepImages', id),
  cancel: (id) => send('cancelImages', id),
  drop: (id) => send('dropImages', [id]),
};

/** Asks the reader for access to servers; nothing is asked where all is allowed. Only in a click. */
export async function askFor(origins: string[]): Promise<boolean> {
  try {
    return origins.length === 0 || (await browser.permissions.request({ origins }));
  } catch {
    // The browser knows such a permission for no extension, or saw no click.
    return false;
  }
}
