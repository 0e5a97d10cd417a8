import { IndexDamage } from '../index/bytes.ts';

/** What an article is searched in; each of these is a passage of its own in the index. */
export const FIELDS = ['title', 'byline', 'tags', 'note', 'text', 'comments'] as const;
export type Field = (typeof FIELDS)[number];

/** Bytes of an article's id. */
export const ID_BYTES = 16;
/** So many rows are written together. */
export const CHUNK_ROWS = 512;

/** One array a fact, `per` numbers a row: some hundred bytes an article instead of an object with strings. */
const COLUMNS = {
  id: { array: Uint8Array, per: ID_BYTES },
  savedAt: { array: Float64Array, per: 1 },
  /** Days since 1970; `NO_DAY` where it is not known. */
  published: { array: Int32Array, per: 1 },
  minutes: { array: Uint16Array, per: 1 },
  /** See `FLAGS`. */
  flags: { array: Uint8Array, per: 1 },
  /** Names of `Names`. */
  site: { array: Uint32Array, per: 1 },
  host: { array: Uint32Array, per: 1 },
  lang: { array: Uint32Array, per: 1 },
  /** Of what the short fields, and of what the text and the comments were when they were indexed. */
  shortMark: { array: Uint32Array, per: 1 },
  longMark: { array: Uint32Array, per: 1 },
  /** The number of each field's passage, by the order of `FIELDS`; 0 for none. */
  passages: { array: Uint32Array, per: FIELDS.length },
  /** How many tokens the text and the comments have. */
  lengths: { array: Uint32Array, per: 2 },
} as const;
type ColumnName = keyof typeof COLUMNS;
export type Columns = { readonly [Name in ColumnName]: InstanceType<(typeof COLUMNS)[Name]['array']> };

const NAMES = Object.keys(COLUMNS) as ColumnName[];

export const NO_DAY = -(2 ** 31);

/** Bits of the column `flags`; the state is a number of two bits. */
export const FLAGS = { live: 1, favourite: 2, textPending: 4, stateShift: 3 } as const;

/** Some rows as they lie on disk. */
export interface RowChunk extends Columns {
  /** Names of each row's tags. */
  readonly tags: readonly (readonly number[])[];
}

export function createColumns(capacity: number): Columns {
  return mapColumns((name) => new COLUMNS[name].array(capacity * COLUMNS[name].per));
}

/** The columns with room for as many rows, and what they held. */
export function grownColumns(columns: Columns, capacity: number): Columns {
  const grown = createColumns(capacity);
  for (const name of NAMES) grown[name].set(columns[name]);
  return grown;
}

/** A copy of the rows of a chunk. */
export function chunkOf(columns: Columns, tags: RowChunk['tags'], chunk: number): RowChunk {
  const [from, to] = [chunk * CHUNK_ROWS, (chunk + 1) * CHUNK_ROWS];
  const slices = mapColumns((name) => columns[name].slice(from * COLUMNS[name].per, to * COLUMNS[name].per));
  return { ...slices, tags: tags.slice(from, to) };
}

/** Puts the rows of a chunk back. */
export function loadChunk(columns: Columns, chunk: number, rows: RowChunk): void {
  for (const name of NAMES) {
    const { array, per } = COLUMNS[name];
    if (!(rows[name] instanceof array) || rows[name].length !== CHUNK_ROWS * per)
      throw new IndexDamage('a chunk of the catalogue is incomplete');
    columns[name].set(rows[name], chunk * CHUNK_ROWS * per);
  }
}

function mapColumns(make: (name: ColumnName) => Columns[ColumnName]): Columns {
  return Object.fromEntries(NAMES.map((name) => [name, make(name)])) as unknown as Columns;
}
