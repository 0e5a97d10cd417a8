import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { RowChunk } from '../catalogue/columns.ts';
import { IndexDamage } from './bytes.ts';
import { FILES, type FileName, type Segment } from './segments.ts';

export const SEARCH_DATABASE = 'search';
/** Grows with every change of what the index holds or how: an index of another version is built anew. */
export const INDEX_VERSION = 1;

/** What the index is made of. */
export interface Manifest {
  /** Of the library that was indexed. */
  readonly identity: string;
  /** All changes of the library up to this one are in the catalogue. */
  readonly revision: number;
  /** Grows with every write, so that whoever has read an older state notices. */
  readonly generation: number;
  /** Every passage has a smaller number. */
  readonly passages: number;
  readonly rows: number;
  readonly names: number;
  /** In the order of their passages. */
  readonly segments: readonly number[];
  /** Every segment, also one that was never finished, has a smaller id. */
  readonly nextSegment: number;
}

export interface SearchSchema extends DBSchema {
  facts: { key: 'manifest'; value: Manifest };
  segments: { key: number; value: Segment };
  /** See `blockKey`. */
  blocks: { key: number; value: Uint8Array<ArrayBuffer> };
  /** The catalogue by chunks of rows. */
  rows: { key: number; value: RowChunk };
  /** Interned names by chunks. */
  names: { key: number; value: readonly string[] };
}

export type SearchDatabase = IDBPDatabase<SearchSchema>;
const STORES = ['facts', 'segments', 'blocks', 'rows', 'names'] as const;
export type SearchWriting = IDBPTransaction<SearchSchema, typeof STORES, 'readwrite'>;

const FILE_SIZE = 2 ** 20;
const SEGMENT_SIZE = FILE_SIZE * 4;

/** Where a block lies: blocks of a file are neighbours, and so are the files of a segment. */
export function blockKey(segment: number, file: FileName, block: number): number {
  return segment * SEGMENT_SIZE + FILES.indexOf(file) * FILE_SIZE + block;
}

/** Opens the database of the index, empty where it is of another version. */
export async function openSearchDatabase(name = SEARCH_DATABASE): Promise<SearchDatabase> {
  try {
    return await open(name);
  } catch (thrown) {
    if (!(thrown instanceof Error) || thrown.name !== 'VersionError') throw thrown;
    await deleteDB(name);
    return open(name);
  }
}

function open(name: string): Promise<SearchDatabase> {
  return openDB<SearchSchema>(name, INDEX_VERSION, {
    upgrade(database) {
      for (const old of [...database.objectStoreNames]) database.deleteObjectStore(old);
      for (const store of STORES) database.createObjectStore(store);
    },
    blocking(_version, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

/** Writes without waiting for the disk: what a crash takes away is indexed again. */
export async function writeIndex(
  database: SearchDatabase,
  work: (writing: SearchWriting) => readonly Promise<unknown>[],
): Promise<void> {
  const writing = database.transaction(STORES, 'readwrite', { durability: 'relaxed' });
  await Promise.all([...work(writing), writing.done]);
}

export function clearIndex(database: SearchDatabase): Promise<void> {
  return writeIndex(database, (writing) => STORES.map((store) => writing.objectStore(store).clear()));
}

/** The keys of all blocks of a segment. */
export function blocksOf(segment: number): IDBKeyRange {
  return IDBKeyRange.bound(segment * SEGMENT_SIZE, (segment + 1) * SEGMENT_SIZE, false, true);
}

/** The keys of all blocks of a segment and of those that were begun later. */
export function blocksFrom(segment: number): IDBKeyRange {
  return IDBKeyRange.lowerBound(segment * SEGMENT_SIZE);
}

/** Reads neighbouring blocks of a file, all of them or none. */
export async function readBlocks(
  reading: Pick<IDBPTransaction<SearchSchema, ['blocks']>, 'store'>,
  segment: Segment,
  file: FileName,
  [from, to]: readonly [from: number, to: number],
): Promise<readonly Uint8Array[]> {
  if (from >= to) return [];
  const range = IDBKeyRange.bound(
    blockKey(segment.id, file, from),
    blockKey(segment.id, file, to),
    false,
    true,
  );
  const blocks = await reading.store.getAll(range);
  if (blocks.length !== to - from) throw new IndexDamage('blocks are missing');
  return blocks;
}
