import { browser } from 'wxt/browser';
import { localCanary } from './local-canary.ts';
import { openLibrary } from './open.ts';
import type { LibraryResult } from './types.ts';
import type { Library } from './verbs.ts';

/**
 * Opens the library for one piece of work and closes it again: the background may be stopped at any time, and a
 * page that stays open must not stand in the way of a newer one.
 */
export async function withLibrary<T>(work: (library: Library) => LibraryResult<T>): LibraryResult<T> {
  const opened = await openLibrary({
    canary: localCanary,
    isPrivate: browser.extension.inIncognitoContext,
  });
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    opened.value.close();
  }
}
