/** The last stages: the article as it is found, folded and shown, and what one click gives. */

import type { WeighedBlock } from '../prose.ts';
import type { Thread } from './comments.ts';
import type { Digest } from './digest.ts';
import type { Metadata } from './metadata.ts';
import type { Removal } from './removals.ts';
import type { AbsoluteUrl, SafeHtml, Trimmed, UnreadableReason } from './source.ts';

/** A block that the page says more than once and that is shown once. */
export interface Repeat {
  /** `r1`, `r2`, …; the body holds `<span data-repeat="r1">` where its chip belongs. */
  readonly id: string;
  /** How often the page said it, the shown copy included. */
  readonly times: number;
  /** The folded copies, in page order. */
  readonly copies: readonly RepeatCopy[];
  /** What the copy that is shown says. */
  readonly text?: string;
  /** Where the copy that is shown stands in the blog's template, as `shapeOf` says it. */
  readonly shape?: string;
  /** The reader wants every copy in its place: each stands in an element with `data-copy`. */
  readonly isUnfolded?: true;
}

export interface RepeatCopy {
  readonly text: string;
  /** True when the copy differs from the shown block (a teaser, a few characters changed). */
  readonly differs: boolean;
  /**
   * `r1-1`, `r1-2`, …; the body holds `<span data-copy="r1-1">` where the copy stood. Absent where that is not known:
   * articles saved by earlier versions.
   */
  readonly id?: string;
  /** What it was, to be made safe when it is shown in its place. Absent where its text is enough. */
  readonly html?: string;
  readonly shape?: string;
}

export interface Found {
  readonly stage: 'found';
  /** Holds the article and nothing else; part of the private copy. */
  readonly root: HTMLElement;
  /** The article's blocks in page order. */
  readonly blocks: readonly WeighedBlock[];
  /** Which strategy found it. */
  readonly strategy: string;
  readonly source: Trimmed;
}

export interface Folded extends Omit<Found, 'stage'> {
  readonly stage: 'folded';
  readonly repeats: readonly Repeat[];
}

export interface Article {
  readonly meta: Metadata;
  readonly html: SafeHtml;
  /** Plain text: one block a paragraph, lines of one block on lines of their own. */
  readonly text: string;
  readonly repeats: readonly Repeat[];
  readonly removals: readonly Removal[];
  readonly thread: Thread;
  readonly digest: Digest;
  readonly strategy: string;
  readonly readingMinutes: number;
  /** The words or, for Chinese, Japanese and Korean, the characters that the reading time was counted from. */
  readonly length: { readonly count: number; readonly unit: 'words' | 'characters' };
}

/** Why a page is not an article. Message key `notArticle_<reason>`. */
export const NOT_ARTICLE_REASONS = ['empty', 'links-only', 'list-of-posts', 'too-short', 'form'] as const;

export type NotArticleReason = (typeof NOT_ARTICLE_REASONS)[number];

/** A post that a page lists. */
export interface ListedPost {
  readonly title: string;
  readonly url: AbsoluteUrl;
  /** YYYY-MM-DD where the full day is known, else as the page shows it; null where it shows none. */
  readonly date: string | null;
}

/** What one click gives. Plain data: it survives a trip between a page and the extension. */
export type Outcome =
  | { readonly kind: 'article'; readonly article: Article }
  | {
      readonly kind: 'not-an-article';
      readonly reason: NotArticleReason;
      /** The best that could be read, for "read it anyway"; null when there is nothing. */
      readonly bestEffort: Article | null;
      /** The posts that the page lists; empty where it lists none. */
      readonly posts: readonly ListedPost[];
    }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly kind: 'failed'; readonly step: string; readonly message: string };
