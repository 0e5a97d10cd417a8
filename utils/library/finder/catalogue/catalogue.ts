import { hostOf } from '../../../text/urls.ts';
import { baseLanguage } from '../../../text/words.ts';
import { type ArticleId, SAVED_STATES, type SavedSummary } from '../../types.ts';
import {
  CHUNK_ROWS,
  type Columns,
  chunkOf,
  createColumns,
  FIELDS,
  FLAGS,
  grownColumns,
  ID_BYTES,
  loadChunk,
  NO_DAY,
  type RowChunk,
} from './columns.ts';
import { bytesOfId, compareIds, RowsById } from './ids.ts';
import { longMarkOf, shortMarkOf } from './marks.ts';
import { Names } from './names.ts';

/** What a passage that is no more belongs to. */
export const NO_ROW = 0xffff_ffff;
const FIELD_BITS = 3;
const DAY = 86_400_000;

/** What must be indexed of an article that changed. */
export interface RowChange {
  readonly row: number;
  readonly isShortNew: boolean;
}

/** Every article of the list as a row of small numbers: what filters, sorting and facets need, without strings. */
export class Catalogue {
  columns: Columns;
  readonly names: Names;
  /** Names of each row's tags. */
  readonly tags: (readonly number[])[];
  /** How many rows there are, with those of removed articles. */
  rows: number;
  /** How many articles there are. */
  live = 0;
  /** By the number of a passage: its row and its field (`rowOfPassage`, `fieldOfPassage`), or `NO_ROW`. */
  owners: Uint32Array;
  /** Passages from 1 on; the next one gets this number. */
  passages: number;
  /** Changes whenever an order of rows may have become another one. */
  version = 0;
  private readonly byId = new RowsById();
  private readonly free: number[] = [];
  private readonly dirty = new Set<number>();
  readonly pending = new Set<number>();
  /** Of `pending`, the next ones last; some may have been indexed or removed since. */
  private queue: number[] = [];

  constructor(names = new Names(), chunks: readonly RowChunk[] = [], rows = 0, passages = 1) {
    this.names = names;
    this.rows = rows;
    this.passages = passages;
    this.columns = createColumns(Math.max(1, chunks.length) * CHUNK_ROWS);
    this.tags = chunks.flatMap((chunk) => chunk.tags).slice(0, rows);
    for (const [index, chunk] of chunks.entries()) loadChunk(this.columns, index, chunk);
    this.byId.rebuild(this.columns.id, rows);
    this.owners = new Uint32Array(passages + 1024).fill(NO_ROW);
    for (let row = 0; row < rows; row++) this.settle(row);
  }

  /** -1 where the article is not in the list. */
  rowOf(id: ArticleId): number {
    return this.byId.find(this.columns.id, bytesOfId(id));
  }

  isLive(row: number): boolean {
    return ((this.columns.flags[row] ?? 0) & FLAGS.live) !== 0;
  }

  isLivePassage(passage: number): boolean {
    return (this.owners[passage] ?? NO_ROW) !== NO_ROW;
  }

  idOf(row: number): ArticleId {
    const bytes = this.columns.id.subarray(row * ID_BYTES, (row + 1) * ID_BYTES);
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') as ArticleId;
  }

  /** Takes in an article as it is now, and tells what of it must be indexed. */
  put(summary: SavedSummary): RowChange {
    const known = this.rowOf(summary.id);
    const row = known < 0 ? this.newRow(summary.id) : known;
    const { columns, names } = this;
    const [shortMark, longMark] = [shortMarkOf(summary), longMarkOf(summary)];
    const isShortNew = known < 0 || columns.shortMark[row] !== shortMark;
    const isLongNew = known < 0 || columns.longMark[row] !== longMark;
    const isPending = isLongNew || this.pending.has(row);
    const host = hostOf(summary.url);
    columns.savedAt[row] = summary.savedAt;
    columns.published[row] = dayOf(summary.published);
    columns.minutes[row] = summary.readingMinutes;
    columns.site[row] = names.numberOf(summary.siteName || host);
    columns.host[row] = names.numberOf(host);
    columns.lang[row] = names.numberOf(baseLanguage(summary.lang));
    columns.shortMark[row] = shortMark;
    columns.longMark[row] = longMark;
    columns.flags[row] =
      FLAGS.live |
      (summary.isFavourite ? FLAGS.favourite : 0) |
      (isPending ? FLAGS.textPending : 0) |
      (SAVED_STATES.indexOf(summary.state) << FLAGS.stateShift);
    this.tags[row] = summary.tags.map((tag) => names.numberOf(tag));
    if (isPending) this.pending.add(row);
    this.touch(row);
    return { row, isShortNew };
  }

  remove(id: ArticleId): void {
    const row = this.rowOf(id);
    if (row < 0) return;
    for (const field of FIELDS.keys()) this.dropPassage(row, field);
    this.columns.id.fill(0, row * ID_BYTES, (row + 1) * ID_BYTES);
    this.columns.flags[row] = 0;
    this.tags[row] = [];
    this.pending.delete(row);
    this.free.push(row);
    this.live -= 1;
    this.touch(row);
  }

  /** Gives a field of an article a new passage, in place of the one it had. */
  newPassage(row: number, field: number): number {
    this.dropPassage(row, field);
    const passage = this.passages++;
    if (passage >= this.owners.length) {
      const larger = new Uint32Array(this.owners.length * 2).fill(NO_ROW);
      larger.set(this.owners);
      this.owners = larger;
    }
    this.columns.passages[row * FIELDS.length + field] = passage;
    this.owners[passage] = ownerOf(row, field);
    return passage;
  }

  dropPassage(row: number, field: number): void {
    const at = row * FIELDS.length + field;
    const passage = this.columns.passages[at] ?? 0;
    if (passage > 0) this.owners[passage] = NO_ROW;
    this.columns.passages[at] = 0;
    this.dirty.add(Math.floor(row / CHUNK_ROWS));
  }

  /** The text of an article and its comments are indexed. */
  setIndexed(row: number, textLength: number, commentsLength: number): void {
    this.pending.delete(row);
    this.columns.flags[row] = (this.columns.flags[row] ?? 0) & ~FLAGS.textPending;
    this.columns.lengths.set([textLength, commentsLength], row * 2);
    this.dirty.add(Math.floor(row / CHUNK_ROWS));
  }

  /** Some articles whose texts must be indexed, as their bodies lie on disk: next to each other they are read quickly. */
  takePending(count: number): readonly number[] {
    if (this.queue.length < count) {
      this.queue = [...this.pending].sort((a, b) => compareIds(this.columns.id, b, a));
    }
    return this.queue.splice(-count).filter((row) => this.pending.has(row));
  }

  /** The chunks that are not on disk as they are; they count as written from now on. */
  takeDirty(): { readonly key: number; readonly chunk: RowChunk }[] {
    const chunks = [...this.dirty].map((key) => ({ key, chunk: chunkOf(this.columns, this.tags, key) }));
    this.dirty.clear();
    return chunks;
  }

  private newRow(id: ArticleId): number {
    const row = this.free.pop() ?? this.rows++;
    if ((row + 1) * ID_BYTES > this.columns.id.length) {
      this.columns = grownColumns(this.columns, Math.ceil((this.rows * 2) / CHUNK_ROWS) * CHUNK_ROWS);
    }
    this.columns.id.set(bytesOfId(id), row * ID_BYTES);
    this.byId.add(this.columns.id, row, this.rows);
    this.live += 1;
    return row;
  }

  private touch(row: number): void {
    this.dirty.add(Math.floor(row / CHUNK_ROWS));
    this.version += 1;
  }

  /** Takes a row that came from disk into account. */
  private settle(row: number): void {
    if (!this.isLive(row)) {
      this.free.push(row);
      return;
    }
    this.live += 1;
    if ((this.columns.flags[row] ?? 0) & FLAGS.textPending) this.pending.add(row);
    for (const field of FIELDS.keys()) {
      const passage = this.columns.passages[row * FIELDS.length + field] ?? 0;
      if (passage > 0) this.owners[passage] = ownerOf(row, field);
    }
  }
}

function ownerOf(row: number, field: number): number {
  return row * 2 ** FIELD_BITS + field;
}

export function rowOfOwner(owner: number): number {
  return owner >>> FIELD_BITS;
}

export function fieldOfOwner(owner: number): number {
  return owner & (2 ** FIELD_BITS - 1);
}

function dayOf(published: string | null): number {
  const time = published ? Date.parse(published) : Number.NaN;
  return Number.isNaN(time) ? NO_DAY : Math.floor(time / DAY);
}
