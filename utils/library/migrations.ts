import type { LibraryDatabase, Upgrade } from './schema.ts';
import type { ArticleId, SavedSummary } from './types.ts';

/**
 * Brings the database from one version to the next, inside the upgrade transaction. Stores and indexes are made
 * before anything is awaited; only requests of this transaction may be.
 */
export type Migration = (database: LibraryDatabase, upgrade: Upgrade) => undefined | Promise<unknown>;

/** The first makes version 1 of nothing, the second version 2 of version 1, and so on. Never edited, only added to. */
export const MIGRATIONS: readonly Migration[] = [
  (database, upgrade) => {
    const summaries = database.createObjectStore('summaries', { keyPath: 'id' });
    summaries.createIndex('by-savedAt', 'savedAt');
    database.createObjectStore('bodies', { keyPath: 'id' });
    const removed = database.createObjectStore('removed', { keyPath: 'id' });
    removed.createIndex('by-removedAt', 'removedAt');
    database.createObjectStore('tombstones', { keyPath: 'id' });
    database.createObjectStore('facts');
    void upgrade.objectStore('facts').put(crypto.randomUUID(), 'identity');
    return undefined;
  },
  (database, upgrade) => {
    const summaries = upgrade.objectStore('summaries');
    summaries.createIndex('by-revision', 'revision');
    summaries.createIndex('by-state-savedAt', ['state', 'savedAt']);
    summaries.createIndex('by-tag', 'tags', { multiEntry: true });
    upgrade.objectStore('tombstones').createIndex('by-revision', 'revision');
    database.createObjectStore('changes', { keyPath: 'key' }).createIndex('by-madeAt', 'madeAt');
    database.createObjectStore('images', { keyPath: 'hash' });
    const uses = database.createObjectStore('imageUses', { keyPath: ['id', 'url'] });
    uses.createIndex('by-id', 'id');
    uses.createIndex('by-hash', 'hash');
    return addReaderFields(upgrade);
  },
  (_database, upgrade) => {
    upgrade.objectStore('images').createIndex('by-hash-size', ['hash', 'size']);
    upgrade.objectStore('imageUses').createIndex('by-url', 'url');
    return undefined;
  },
];

const VERSION_2_FIELDS = {
  kind: 'article',
  state: 'unread',
  isFavourite: false,
  place: null,
  note: '',
  imageBytes: 0,
} as const;

/** Version 1 knew no reader's fields and no revisions, and kept the bodies of removed articles beside the others. */
async function addReaderFields(upgrade: Upgrade): Promise<void> {
  let revision = 0;
  const toVersion2 = (summary: SavedSummary): SavedSummary => ({
    ...summary,
    ...VERSION_2_FIELDS,
    revision: ++revision,
  });
  const summaries = upgrade.objectStore('summaries');
  for await (const cursor of summaries) await cursor.update(toVersion2(cursor.value));
  for await (const cursor of upgrade.objectStore('tombstones')) {
    await cursor.update({ ...cursor.value, revision: ++revision });
  }
  for await (const cursor of upgrade.objectStore('removed')) {
    const { article, ...removed } = cursor.value as typeof cursor.value & { readonly article?: unknown };
    const id: ArticleId = removed.id;
    await cursor.update({ ...removed, summary: toVersion2(removed.summary) });
    await upgrade.objectStore('bodies').put({ id, article });
  }
  const facts = upgrade.objectStore('facts');
  await Promise.all([facts.put(revision, 'revision'), facts.put(await summaries.count(), 'articles')]);
}
