import { together, type Writing } from '../transaction.ts';
import type { ArticleId } from '../types.ts';

/** Lets go of an article's images; those that no other article shows are wiped. */
export async function releaseImages({ stores }: Writing, id: ArticleId): Promise<void> {
  const uses = stores.objectStore('imageUses');
  const released = await uses.index('by-id').getAll(id);
  await together(
    ...released.map(
      ({ url }) =>
        () =>
          uses.delete([id, url]),
    ),
  );
  for (const hash of new Set(released.map((use) => use.hash))) {
    const stillUsed = await uses.index('by-hash').getKey(hash);
    if (stillUsed === undefined) await stores.objectStore('images').delete(hash);
  }
}
