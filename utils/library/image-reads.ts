import { summariesOf } from './reads.ts';
import type { LibraryDatabase } from './schema.ts';
import type { ArticleId, ImageTotals, KeptImage, SavedSummary } from './types.ts';

/** The images of an article, without their bytes. */
export async function imagesOfEntry(database: LibraryDatabase, id: ArticleId): Promise<KeptImage[]> {
  const reading = database.transaction(['images', 'imageUses']);
  const sizes = reading.objectStore('images').index('by-hash-size');
  const uses = await reading.objectStore('imageUses').index('by-id').getAll(id);
  const images = await Promise.all(
    uses.map(async ({ url, hash }) => {
      const size = await sizeIn(sizes, hash);
      return size === null ? null : { url, hash, size };
    }),
  );
  return images.filter((image) => image !== null);
}

interface SizeIndex {
  openKeyCursor(range: IDBKeyRange): Promise<{ readonly key: [string, number] } | null>;
}

/** The size of an image by an index alone, so that its bytes are not read; null where it is not kept. */
export async function sizeIn(index: SizeIndex, hash: string): Promise<number | null> {
  const cursor = await index.openKeyCursor(IDBKeyRange.bound([hash], [hash, Number.MAX_VALUE]));
  return cursor ? cursor.key[1] : null;
}

export async function imageTotals(database: LibraryDatabase): Promise<ImageTotals> {
  let [count, bytes] = [0, 0];
  const index = database.transaction('images').store.index('by-hash-size');
  for (let cursor = await index.openKeyCursor(); cursor; cursor = await cursor.continue()) {
    count += 1;
    bytes += cursor.key[1];
  }
  return { count, bytes };
}

/** The entries that have images. */
export async function entriesWithImages(database: LibraryDatabase): Promise<SavedSummary[]> {
  const ids: ArticleId[] = [];
  const index = database.transaction('imageUses').store.index('by-id');
  for (let cursor = await index.openKeyCursor(null, 'nextunique'); cursor; cursor = await cursor.continue()) {
    ids.push(cursor.key);
  }
  return summariesOf(database, ids);
}
