import type { IDBPObjectStore, StoreNames } from 'idb';
import type { LibrarySchema } from './schema.ts';
import { tagKey } from './tags.ts';
import type { ArticleId } from './types.ts';

type Summaries = IDBPObjectStore<
  LibrarySchema,
  ArrayLike<StoreNames<LibrarySchema>>,
  'summaries',
  IDBTransactionMode
>;

/** Every tag as it is written, in order. Jumps from one to the next: how many entries have it does not matter. */
export async function writtenTags(summaries: Summaries): Promise<string[]> {
  const tags: string[] = [];
  let cursor = await summaries.index('by-tag').openKeyCursor();
  while (cursor) {
    const { key } = cursor;
    tags.push(key);
    // The first string behind this one.
    cursor = await cursor.continue(`${key}\0`);
  }
  return tags;
}

/** The entries that have a tag, whichever way it is written there. */
export async function taggedWith(summaries: Summaries, tag: string): Promise<readonly ArticleId[]> {
  const wanted = tagKey(tag);
  const spellings = (await writtenTags(summaries)).filter((written) => tagKey(written) === wanted);
  const ids = await Promise.all(spellings.map((spelling) => summaries.index('by-tag').getAllKeys(spelling)));
  return [...new Set(ids.flat())];
}
