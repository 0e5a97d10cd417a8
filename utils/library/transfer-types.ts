import type { Article } from '../extraction/types/article.ts';
import type { Untrusted } from '../reading/types.ts';
import type { ArticleId, SavedState } from './types.ts';

/** What another reading list says of one entry. Its words are taken for hostile, its article for sanitised. */
export interface ImportItem {
  readonly url: string;
  readonly title: string;
  readonly author?: string | null;
  readonly siteName?: string | null;
  /** YYYY-MM-DD. */
  readonly published?: string | null;
  readonly lang?: string | null;
  readonly tags: readonly string[];
  /** Empty for none. */
  readonly note: string;
  /** Milliseconds since 1970; null where the list does not say. */
  readonly savedAt: number | null;
  /** When its article was fetched or last changed, where the list says. */
  readonly updatedAt?: number;
  readonly state: SavedState;
  readonly isFavourite: boolean;
  /** How far it was read. */
  readonly percent?: number;
  readonly excerpt?: string;
  /** Where the list holds the article itself. */
  readonly article?: Untrusted<Article>;
}

/** An image that is kept offline, under the address by which its article names it. */
export interface WholeImage {
  readonly url: string;
  /** MIME type. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** All that is kept of one entry, from a file: nothing of it is trusted. */
export interface WholeEntry {
  readonly summary: unknown;
  /** Absent for a link. */
  readonly article?: unknown;
  readonly images?: readonly WholeImage[];
}

/** Why an entry was not taken in. Message key: `messageKey('importSkipped', reason)`. */
export const SKIP_REASONS = [
  /** No http(s) address. */
  'no-address',
  /** Not of the shape of an entry. */
  'bad-entry',
  /** What it holds is no article, or larger than any article. */
  'bad-article',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What of an item could not be taken in, although the item was. Message key: `messageKey('importProblem', problem)`. */
export const IMPORT_PROBLEMS = [
  /** The notes together were too long; their end was cut. */
  'note-cut',
  /** Its article is none, or larger than any: only the link was kept. */
  'article-refused',
] as const;
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number];

export type ImportOutcome =
  | {
      readonly kind: 'added' | 'merged' | 'unchanged';
      readonly id: ArticleId;
      readonly problems: readonly ImportProblem[];
    }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };
