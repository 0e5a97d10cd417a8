import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { ArticleId, SavedSummary } from './types.ts';

export const DATABASE_NAME = 'library';

/** Every change of this is a new migration below: what readers have saved must open for ever. */
export interface LibrarySchema extends DBSchema {
  /** One small record an article, so that the list never loads a body. */
  summaries: { key: ArticleId; value: SavedSummary; indexes: { 'by-savedAt': number } };
  /** `article` is an article of whatever version saved it. */
  bodies: { key: ArticleId; value: { readonly id: ArticleId; readonly article: unknown } };
  /** What can still be undone. */
  removed: { key: ArticleId; value: RemovedArticle; indexes: { 'by-removedAt': number } };
  /** That an entry was removed, for other devices; says nothing about what it was. */
  tombstones: { key: ArticleId; value: { readonly id: ArticleId; readonly updatedAt: number } };
  /** `identity` is made with the database: another one in its place is not the one that we filled. */
  facts: { key: 'identity'; value: string };
}

export interface RemovedArticle {
  readonly id: ArticleId;
  readonly removedAt: number;
  readonly summary: SavedSummary;
  readonly article: unknown;
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;
export type Upgrade = IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>;
/** Brings the database from one version to the next, inside the upgrade transaction. */
export type Migration = (database: LibraryDatabase, upgrade: Upgrade) => void;

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
  },
];
