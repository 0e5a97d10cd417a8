import { SKIP_REASONS as LIBRARY_REASONS } from '../../transfer-types.ts';
import type { SavedState } from '../../types.ts';

/** What a file can be, told from what it holds. Message key: `messageKey('importKind', kind)`. */
export const IMPORT_KINDS = [
  'pocket-csv',
  'pocket-html',
  'pocket-highlights',
  'pocket-collection',
  'instapaper',
  'omnivore',
  'bookmarks',
  'readwise',
  'raindrop',
  'wallabag',
  'karakeep',
  'matter',
  'onetab',
  'addresses',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Why a row is not taken in. Message key: `messageKey('importSkipped', reason)`. */
export const ROW_REASONS = [
  ...LIBRARY_REASONS,
  /** The row names no link. */
  'no-link',
  /** Its link leads to no web page: `javascript:`, `mailto:`, an address of the service's own. */
  'not-web',
  /** The service kept a made-up address, since the text came by mail. */
  'made-up-link',
  /** It stands in a feed that nobody put on a reading list. */
  'feed',
  /** The row can't be told apart from those around it, or is larger than any row. */
  'damaged-row',
] as const;
export type RowReason = (typeof ROW_REASONS)[number];

/** Why only the link of a row is kept although the file has its text. Message key: `messageKey('importBody', problem)`. */
export const BODY_PROBLEMS = [
  'empty',
  'too-large',
  /** Nested more deeply than any text. */
  'too-deep',
  'damaged',
] as const;
export type BodyProblem = (typeof BODY_PROBLEMS)[number];

/** What is wrong with a file as a whole, or from some row on. Message key: `messageKey('importFile', problem)`. */
export const FILE_PROBLEMS = [
  'empty',
  /** None of the kinds that are known. */
  'unknown',
  /** One of our own, which is restored and not imported. */
  'backup',
  /** It ends in the middle. */
  'truncated',
  /** It can't be read any further. */
  'damaged',
  /** A part of it is larger than any entry. */
  'too-large',
  /** Nested more deeply than any list. */
  'too-deep',
  'encrypted',
  /** A small archive that would unpack into an enormous one. */
  'bomb',
  'nothing-inside',
  /** The browser could not read it from the disk. */
  'unreadable',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** A problem of a file and where it was met. */
export interface Flaw {
  /** With the name inside an archive: `pocket.zip/part_000000.csv`. */
  readonly file: string;
  /** The last row that could be read; null where none could, or where it doesn't matter. */
  readonly row: number | null;
  readonly problem: FileProblem;
}

/** What a file says of one entry, as it says it: nothing is checked yet. */
export interface Entry {
  /** Counted as a person counts: lines of a table with its heading, otherwise entries. From 1. */
  readonly row: number;
  readonly url: string;
  readonly title: string;
  readonly author: string | null;
  readonly siteName: string | null;
  /** YYYY-MM-DD. */
  readonly published: string | null;
  readonly lang: string | null;
  readonly tags: readonly string[];
  readonly note: string;
  readonly excerpt: string;
  readonly savedAt: number | null;
  readonly updatedAt: number | null;
  readonly state: SavedState;
  readonly isFavourite: boolean;
  readonly percent: number | null;
  /** The HTML of its text; null where the file has none. */
  readonly html: string | null;
  /** Why its text can't be had although the file has it. */
  readonly lostBody: BodyProblem | null;
  /** Names the entry of the archive that holds its text. */
  readonly bodyKey: string | null;
  /** The format's own reason to leave the row out. */
  readonly skip: RowReason | null;
}

/** An entry of which a file says only so much. */
export function anEntry(row: number, said: Partial<Entry>): Entry {
  return { ...NOTHING_SAID, ...said, row };
}

const NOTHING_SAID: Omit<Entry, 'row'> = {
  url: '',
  title: '',
  author: null,
  siteName: null,
  published: null,
  lang: null,
  tags: [],
  note: '',
  excerpt: '',
  savedAt: null,
  updatedAt: null,
  state: 'unread',
  isFavourite: false,
  percent: null,
  html: null,
  lostBody: null,
  bodyKey: null,
  skip: null,
};

/** What reading a text gives, piece by piece: its entries, and what is wrong with it. */
export type Read = Entry | { readonly flaw: FileProblem; readonly row: number | null };

/** Text as it arrives. */
export type TextStream = AsyncIterable<string>;
export type Bytes = Uint8Array<ArrayBuffer>;
export type ByteStream = AsyncIterable<Bytes>;
