import { browser } from 'wxt/browser';
import { MemoryFailure } from './errors.ts';
import { createMemory, type Memory } from './memory.ts';
import { openMemory } from './schema.ts';

/**
 * What is remembered of blogs, as pages of the extension use it. Opened when first asked, closed after each use;
 * never opened in a private window.
 */
export function pageMemory(): Memory {
  return createMemory(async (work) => {
    if (browser.extension.inIncognitoContext) throw new MemoryFailure('private-window');
    const database = await openMemory();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  });
}
