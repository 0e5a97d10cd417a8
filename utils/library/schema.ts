import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { ArticleId, ChangeKey, ReaderFields, SavedState, SavedSummary, StoredBody } from './types.ts';

export const DATABASE_NAME = 'library';

/** Every change of this is a new migration (`migrations.ts`): what readers have saved must open for ever. */
export interface LibrarySchema extends DBSchema {
  /** One small record an entry, so that the list never loads a body. */
  summaries: {
    key: ArticleId;
    value: SavedSummary;
    indexes: {
      'by-savedAt': number;
      'by-revision': number;
      'by-state-savedAt': [SavedState, number];
      'by-tag': string;
    };
  };
  /** A body stays until its removal can no longer be undone. */
  bodies: { key: ArticleId; value: StoredBody };
  /** What can still be brought back; its body and its images are where they were. */
  removed: { key: ArticleId; value: RemovedEntry; indexes: { 'by-removedAt': number } };
  /** That an entry was removed, for the search index and for other devices; says nothing about what it was. */
  tombstones: { key: ArticleId; value: Tombstone; indexes: { 'by-revision': number } };
  /** What undoing a change needs. */
  changes: { key: ChangeKey; value: RecordedChange; indexes: { 'by-madeAt': number } };
  /**
   * `identity` is made with the database: another one in its place is not the one that we filled. `revision` is the
   * last that was given, `articles` how many entries there are: counting takes a browser longer the more there are.
   */
  facts: { key: 'identity' | 'revision' | 'articles'; value: string | number };
  /** Images that are kept offline, once each, by the SHA-256 of their bytes as hexadecimal digits. */
  images: { key: string; value: StoredImage; indexes: { 'by-hash-size': [string, number] } };
  /** Which article shows which image, under which address. */
  imageUses: {
    key: [ArticleId, string];
    value: ImageUse;
    indexes: { 'by-id': ArticleId; 'by-hash': string; 'by-url': string };
  };
}

export interface RemovedEntry {
  readonly id: ArticleId;
  readonly removedAt: number;
  readonly summary: SavedSummary;
}

export interface Tombstone {
  readonly id: ArticleId;
  readonly updatedAt: number;
  readonly revision: number;
}

/** What a change did to one entry: only the fields that it changed. */
export interface ChangedFields {
  readonly id: ArticleId;
  readonly before: Partial<ReaderFields>;
  readonly after: Partial<ReaderFields>;
}

export interface RecordedChange {
  readonly key: ChangeKey;
  readonly madeAt: number;
  readonly entries: readonly ChangedFields[];
  readonly isUndone: boolean;
}

export interface StoredImage {
  readonly hash: string;
  /** MIME type. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
  readonly size: number;
}

export interface ImageUse {
  readonly id: ArticleId;
  readonly url: string;
  readonly hash: string;
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;
export type Upgrade = IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>;
