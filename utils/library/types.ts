import type { Article } from '../extraction/types/article.ts';
import type { AbsoluteUrl } from '../extraction/types/source.ts';
import type { Untrusted } from '../reading/types.ts';
import type { Result } from '../result.ts';

declare const articleIdBrand: unique symbol;
/** Names a saved article: made of its normalised URL by `articleIdOf`, hence the same on every device. */
export type ArticleId = string & { readonly [articleIdBrand]: never };

/** A link has no body yet: it becomes an article when its page is saved. */
export const SAVED_KINDS = ['article', 'link'] as const;
export type SavedKind = (typeof SAVED_KINDS)[number];

/** Message key: `messageKey('savedState', state)`. */
export const SAVED_STATES = ['unread', 'reading', 'archived'] as const;
export type SavedState = (typeof SAVED_STATES)[number];

/** Where the reader stopped. */
export interface ReadingPlace {
  /** How much of the article lies above, a whole number from 0 to 100. */
  readonly percent: number;
  /** The index of the top block that was shown. */
  readonly block: number;
}

/** The longest note, in UTF-16 units. */
export const MAX_NOTE = 20_000;

/** What the reader adds to a saved article; saving its page again leaves it as it is. */
export interface ReaderFields {
  readonly state: SavedState;
  readonly isFavourite: boolean;
  readonly place: ReadingPlace | null;
  /** The reader's own plain text; empty for none. */
  readonly note: string;
  /** The reader's: they begin as the page's, and saving it again adds only those that it did not have before. */
  readonly tags: readonly string[];
}

/** What the list shows of a saved article. All times are milliseconds since 1970. */
export interface SavedSummary extends ReaderFields {
  readonly id: ArticleId;
  /** The address of the page, without fragment and tracking parameters. */
  readonly url: AbsoluteUrl;
  readonly kind: SavedKind;
  readonly title: string;
  readonly author: string | null;
  readonly siteName: string | null;
  /** YYYY-MM-DD. */
  readonly published: string | null;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  /** The beginning of the text, on one line; of a link what its source says of it, or empty. */
  readonly excerpt: string;
  /** 0 for a link. */
  readonly readingMinutes: number;
  readonly comments: number;
  /** When it was first saved; saving again does not change it. */
  readonly savedAt: number;
  /** When its content was read from the page; 0 for a link. */
  readonly readAt: number;
  /** When this entry last changed; grows with every change, also when the clock is put back. */
  readonly updatedAt: number;
  /** The size of its images that are kept offline; 0 for none. */
  readonly imageBytes: number;
  /** Grows with every change in the whole list: no two entries of it share one. */
  readonly revision: number;
}

/** What was kept of a page, as it lies on disk: to be checked and sanitised before it is shown. */
export interface StoredBody {
  readonly id: ArticleId;
  /** An article of whatever version saved it. */
  readonly article: unknown;
}

/** An entry as it lies on disk (`readSaved` makes it showable); a link has no article. */
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

/** A link that is to be kept although its page was not read. */
export interface LinkRequest {
  readonly url: string;
  readonly title: string;
  /** True when it was found in a private window. */
  readonly incognito: boolean;
}

export interface SaveReceipt {
  readonly summary: SavedSummary;
  /** False when the page was in the list already and its entry was brought up to date. */
  readonly isNew: boolean;
  /** True when it was kept as a link until now and has its text from now on. */
  readonly isFilled: boolean;
}

/** What is to become of entries; what is not named stays. */
export interface Change extends Partial<Omit<ReaderFields, 'tags'>> {
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
}

/**
 * Names a change, so that it can be undone, and is made once although it is asked for twice. Made by `newChangeKey`
 * where the change is asked for.
 */
export type ChangeKey = string;

export interface ChangeReceipt {
  /** By which `undo` takes it back, for an hour at least. */
  readonly key: ChangeKey;
  /** How many entries it changed. */
  readonly changed: number;
}

/** An image of an article that is kept offline. */
export interface KeptImage {
  /** By which the article names it. */
  readonly url: string;
  /** By which it is found. */
  readonly hash: string;
  readonly size: number;
}

/** An image that is to be kept. */
export interface ImageRequest {
  readonly url: string;
  /** MIME type, by its content. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** All images together, each counted once. */
export interface ImageTotals {
  readonly count: number;
  readonly bytes: number;
}

/** That an entry was removed, and when. */
export interface EntryRemoval {
  readonly id: ArticleId;
  /** Milliseconds since 1970; after every change of the entry before. */
  readonly updatedAt: number;
}

/** What became different after a revision. */
export interface ChangedEntries {
  /** Added or changed, oldest revision first. */
  readonly changed: readonly SavedSummary[];
  readonly removed: readonly ArticleId[];
  /** All changes up to this one are in the answer: where to go on. */
  readonly revision: number;
  readonly isMore: boolean;
  /** The database that the revisions count in; another one in its place begins anew. */
  readonly identity: string;
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
  /** A change with a value that no entry can have: a note too long, an empty tag. */
  'bad-change',
  /** What is to be undone was done too long ago, or never. */
  'too-late',
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
