import type { AbsoluteUrl, Article } from '../extraction/types.ts';
import type { Untrusted } from '../reading/types.ts';
import type { Result } from '../result.ts';

declare const articleIdBrand: unique symbol;
/** Names a saved article: made of its normalised URL by `articleIdOf`, hence the same on every device. */
export type ArticleId = string & { readonly [articleIdBrand]: never };

/** What the list shows of a saved article. All times are milliseconds since 1970. */
export interface SavedSummary {
  readonly id: ArticleId;
  /** The address of the page, without fragment and tracking parameters. */
  readonly url: AbsoluteUrl;
  readonly title: string;
  readonly author: string | null;
  readonly siteName: string | null;
  /** YYYY-MM-DD. */
  readonly published: string | null;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly tags: readonly string[];
  /** The beginning of the text, on one line. */
  readonly excerpt: string;
  readonly readingMinutes: number;
  readonly comments: number;
  /** When it was first saved; saving again does not change it. */
  readonly savedAt: number;
  /** When its content was read from the page. */
  readonly readAt: number;
  /** When this entry last changed; grows with every change, also when the clock is put back. */
  readonly updatedAt: number;
}

/** A saved article as it lies on disk: to be checked and sanitised before it is shown (`readSaved` does). */
export interface StoredArticle {
  readonly summary: SavedSummary;
  readonly article: unknown;
}

/** A saved article that may be shown. */
export interface SavedArticle {
  readonly summary: SavedSummary;
  readonly article: Article;
}

/** What is to be saved. */
export interface SaveRequest {
  readonly article: Untrusted<Article>;
  /** The address of the page that was read: `ReadResult.tab.url`. */
  readonly url: string;
  /** `ReadResult.readAt`. */
  readonly readAt: number;
  /** `ReadResult.tab.incognito`. */
  readonly incognito: boolean;
}

export interface SaveReceipt {
  readonly summary: SavedSummary;
  /** False when the page was in the list already and its entry was brought up to date. */
  readonly isNew: boolean;
}

/**
 * Why the reading list could not do what it was asked; nothing was changed.
 * Message key: `messageKey('libraryError', kind)`.
 */
export const LIBRARY_ERROR_KINDS = [
  /** Private windows leave no trace. */
  'private-window',
  /** The page has no http(s) address by which it could be found again. */
  'no-address',
  /** What was to be saved is not an article, or is larger than any article. */
  'bad-article',
  'disk-full',
  /** A newer Seidoku has written the list; this one does not touch it. */
  'newer-version',
  /** Another page holds the list in its old form. */
  'blocked',
  /** This page was left behind by an update; loading it again helps. */
  'outdated',
  /** The browser gives no storage: its settings forbid it, or the profile is damaged. */
  'unavailable',
  'not-found',
  /** The entry is there, but what was kept of the page is not, or is no article. */
  'damaged',
  /** The background did not answer, not even when asked again. */
  'no-answer',
  'failed',
] as const;
export type LibraryErrorKind = (typeof LIBRARY_ERROR_KINDS)[number];

export interface LibraryError {
  readonly kind: LibraryErrorKind;
  /** The browser's own words, for a details line; empty when it said nothing. */
  readonly details: string;
}

export type LibraryResult<T> = Promise<Result<T, LibraryError>>;

/** Articles were lost from the disk without anybody removing them. */
export interface LibraryLoss {
  /** How many there were. */
  readonly articles: number;
  /** Milliseconds since 1970. */
  readonly noticedAt: number;
}

/** Where a search found something in a saved article. */
export interface SavedHit {
  readonly id: ArticleId;
  readonly place: 'text' | 'comment';
  /** Who wrote the comment; null in the text and where nobody is named. */
  readonly author: string | null;
  /** The words around the first hit, on one line. */
  readonly quote: string;
}

/** The verbs that look. Pages of the extension may use them directly. */
export interface LibraryReader {
  /** `not-found` when there is no such entry. */
  get(id: ArticleId): LibraryResult<StoredArticle>;
  /** The entry for an address, whatever its fragment or tracking parameters; null when not saved. */
  find(url: string): LibraryResult<SavedSummary | null>;
  /** Newest first; never loads a body. */
  list(): LibraryResult<readonly SavedSummary[]>;
  /** The articles whose text or comments hold every word of a query; in no order. */
  search(query: string): LibraryResult<readonly SavedHit[]>;
  count(): LibraryResult<number>;
  /** What the reader is still to be told of; null when all is well. */
  loss(): LibraryResult<LibraryLoss | null>;
  close(): void;
}

/**
 * The verbs that write; each answers only after its transaction has been committed to disk. Only the
 * background uses them: pages send it a message, so that a write outlives a closed popup.
 */
export interface Library extends LibraryReader {
  /**
   * Keeps an article. The same address merges into one entry, in whatever order and however often it is
   * saved: the earliest `savedAt` and the content that was read last stay.
   */
  save(request: SaveRequest): LibraryResult<SaveReceipt>;
  /** Takes an entry out of the list and leaves a tombstone. `restore` brings it back for an hour at least. */
  remove(id: ArticleId): LibraryResult<SavedSummary>;
  /** Undoes `remove`: everything is as before but `updatedAt`, which must be newer than the tombstone's. */
  restore(id: ArticleId): LibraryResult<SavedSummary>;
  /** Wipes what was removed more than an hour ago. */
  forgetRemoved(): LibraryResult<null>;
  /** The reader was told of the loss. */
  dismissLoss(): LibraryResult<null>;
}
