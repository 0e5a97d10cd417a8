/** What the commenters said, in a few lines. */
import type { AbsoluteUrl } from './source.ts';

/** One line of the digest; every line leads to the comment that it came from. */
export interface DigestLine {
  readonly commentId: string;
  readonly quote: string;
}

export interface DigestTheme extends DigestLine {
  /** The commenters' own words that name the theme; empty where none stands out. */
  readonly words: readonly string[];
  /** How many comments belong to it. */
  readonly size: number;
}

export interface DigestAnswer extends DigestLine {
  readonly answer: DigestLine | null;
}

/**
 * What the commenters said, in their own words. Nothing is said twice. Of up to four comments each is a theme of its
 * own, without words and of size 1, and the other lists are empty.
 */
export interface Digest {
  readonly comments: number;
  readonly people: number;
  /** First and last day with a comment, YYYY-MM-DD; null when no comment has a full date. */
  readonly from: string | null;
  readonly to: string | null;
  readonly authorReplies: readonly DigestLine[];
  readonly mostAnswered: readonly (DigestLine & { readonly replies: number })[];
  readonly questions: readonly DigestAnswer[];
  readonly links: readonly (DigestLine & { readonly url: AbsoluteUrl })[];
  readonly themes: readonly DigestTheme[];
}
