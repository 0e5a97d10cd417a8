import { LibraryFailure } from '../errors.ts';
import { sizeIn } from '../image-reads.ts';
import { together, type Writing } from '../transaction.ts';
import type { ArticleId, ImageRequest, KeptImage, SavedSummary } from '../types.ts';

/** Lets go of an article's images; those that no other article shows are wiped. */
export async function releaseImages(writing: Writing, id: ArticleId): Promise<void> {
  const uses = await writing.stores.objectStore('imageUses').index('by-id').getAll(id);
  await release(writing, uses);
}

/** Gives an article an image that another one has under the same address; null where none has. */
export async function shareImage(writing: Writing, id: ArticleId, url: string): Promise<KeptImage | null> {
  await entryOf(writing, id);
  const { stores } = writing;
  const use = await stores.objectStore('imageUses').index('by-url').get(url);
  const size = use && (await sizeOf(writing, use.hash));
  if (!use || size == null) return null;
  await stores.objectStore('imageUses').put({ id, url, hash: use.hash });
  return { url, hash: use.hash, size };
}

/** Keeps an image of an article. */
export async function keepImage(
  writing: Writing,
  id: ArticleId,
  { url, type, bytes, hash }: ImageRequest & { readonly hash: string },
): Promise<KeptImage> {
  await entryOf(writing, id);
  const { stores } = writing;
  const size = bytes.byteLength;
  const isKept = (await sizeOf(writing, hash)) !== null;
  await together(
    () => (isKept ? Promise.resolve() : stores.objectStore('images').put({ hash, type, bytes, size })),
    () => stores.objectStore('imageUses').put({ id, url, hash }),
  );
  return { url, hash, size };
}

/** Lets go of what an article does not show any more, and notes the size of the rest in its entry. */
export async function settleImages(
  writing: Writing,
  id: ArticleId,
  urls: readonly string[],
): Promise<SavedSummary> {
  const shown = new Set(urls);
  const uses = await writing.stores.objectStore('imageUses').index('by-id').getAll(id);
  await release(
    writing,
    uses.filter(({ url }) => !shown.has(url)),
  );
  const hashes = new Set(uses.filter(({ url }) => shown.has(url)).map(({ hash }) => hash));
  const sizes = await Promise.all([...hashes].map((hash) => sizeOf(writing, hash)));
  return noteSize(
    writing,
    id,
    sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
  );
}

/** Lets go of all images of articles. */
export async function dropImages(writing: Writing, ids: readonly ArticleId[]): Promise<null> {
  for (const id of ids) {
    await releaseImages(writing, id);
    if (await writing.stores.objectStore('summaries').get(id)) await noteSize(writing, id, 0);
  }
  return null;
}

/** How much of the disk an entry takes is this device's own matter: it is as new as it was before. */
async function noteSize(writing: Writing, id: ArticleId, imageBytes: number): Promise<SavedSummary> {
  const entry = await entryOf(writing, id);
  if (entry.imageBytes === imageBytes) return entry;
  const noted = { ...entry, imageBytes, revision: writing.nextRevision() };
  await writing.replace(noted);
  return noted;
}

async function release(
  { stores }: Writing,
  uses: readonly { readonly id: ArticleId; readonly url: string; readonly hash: string }[],
): Promise<void> {
  const store = stores.objectStore('imageUses');
  await together(
    ...uses.map(
      ({ id, url }) =>
        () =>
          store.delete([id, url]),
    ),
  );
  for (const hash of new Set(uses.map((use) => use.hash))) {
    const stillUsed = await store.index('by-hash').getKey(hash);
    if (stillUsed === undefined) await stores.objectStore('images').delete(hash);
  }
}

async function entryOf({ stores }: Writing, id: ArticleId): Promise<SavedSummary> {
  const entry = await stores.objectStore('summaries').get(id);
  if (!entry) throw new LibraryFailure('not-found');
  return entry;
}

function sizeOf({ stores }: Writing, hash: string): Promise<number | null> {
  return sizeIn(stores.objectStore('images').index('by-hash-size'), hash);
}
