import type { Article } from '../../../extraction/types/article.ts';
import type { Translate } from '../../../i18n.ts';
import type { WholeImage } from '../../transfer-types.ts';
import type { ArticleId, SavedSummary } from '../../types.ts';

/** An entry as it lies on disk: nothing of it but the summary is of a known shape. */
export interface StoredEntry {
  readonly summary: SavedSummary;
  /** Undefined for a link, and where the body is lost. */
  readonly article: unknown;
  readonly images: readonly WholeImage[];
}

/** An entry that may be written out for people to read. */
export interface ReadableEntry {
  readonly summary: SavedSummary;
  /** Null for a link, and where what was kept is no article any more. */
  readonly article: Article | null;
  /** The images that are kept offline, by the address that the article gives. */
  readonly images: ReadonlyMap<string, WholeImage>;
}

/** A piece of a file. */
export type Part = Uint8Array<ArrayBuffer> | string;

/** What the reader chooses for an export. */
export interface ExportChoices {
  readonly withComments: boolean;
  /** Japanese articles are set in columns from right to left; for books alone. */
  readonly isVertical: boolean;
}

/** An image in a form that every reading program shows. */
export interface BookImage {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface CoverText {
  readonly title: string;
  /** Below the title, in smaller type; empty for none. */
  readonly byline: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** What only a browser can do; each gives null where this one cannot. */
export interface ImageTools {
  /** Draws an image anew as PNG or JPEG. */
  convert(image: WholeImage): Promise<BookImage | null>;
  drawCover(text: CoverText): Promise<BookImage | null>;
}

/** What all writers are told. */
export interface WriteContext {
  /** Of the file as a whole, where it holds more than one article. */
  readonly title: string;
  readonly count: number;
  readonly choices: ExportChoices;
  /** The words of the reader's interface. */
  readonly t: Translate;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly images: ImageTools;
}

/** Why an export gave no file. Message key: `messageKey('exportError', kind)`. */
export const EXPORT_ERROR_KINDS = [
  /** Nothing of what was chosen is in the list any more. */
  'nothing',
  /** More files than a zip can hold, or more bytes. */
  'too-large',
  'cancelled',
  /** The list could not be read, or the file not be made. */
  'failed',
] as const;
export type ExportErrorKind = (typeof EXPORT_ERROR_KINDS)[number];

export interface ExportError {
  readonly kind: ExportErrorKind;
  /** The browser's own words; empty when it said nothing. */
  readonly details: string;
}

/** Thrown by writers to end an export with an error that a screen can show. */
export class ExportFailure extends Error {
  readonly kind: ExportErrorKind;

  constructor(kind: ExportErrorKind, details = '') {
    super(details || kind);
    this.kind = kind;
  }
}

export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
  readonly written: number;
  /** Articles whose text could not be read any more: their title and link were written all the same. */
  readonly damaged: readonly ArticleId[];
}
