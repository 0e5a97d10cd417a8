/** What was said about an article. */
import type { AbsoluteUrl, SafeHtml } from './source.ts';

export interface CommentDate {
  /** As the page shows it. */
  readonly shown: string;
  /** YYYY-MM-DD where the full day is known. */
  readonly iso: string | null;
}

/** A comment as found in the page: `body` is still untrusted. */
export interface RawComment extends Omit<Comment, 'html'> {
  readonly body: DocumentFragment;
}

export interface Comment {
  /** Unique in its thread and stable for the same page: `c1`, `c2`, … in page order. */
  readonly id: string;
  readonly parentId: string | null;
  /** 0 = answers the post. */
  readonly depth: number;
  readonly author: string | null;
  readonly date: CommentDate | null;
  readonly title: string | null;
  /** Plain text, one paragraph or line a `\n`. */
  readonly text: string;
  readonly html: SafeHtml;
  readonly url: AbsoluteUrl | null;
  readonly byPostAuthor: boolean;
}

/** Where comments are kept that are not in the page itself. */
export interface CommentsElsewhere {
  /** A word for the place: `disqus`, `giscus`, `frame`, `page`, … */
  readonly where: string;
  readonly url: AbsoluteUrl | null;
  /** How many, where the page says so; null when unknown (never 0). */
  readonly count: number | null;
}

/**
 * Why more comments could not be added, although the page offers them. Message key
 * `messageKey('commentsProblem', problem)`.
 */
export const COMMENTS_PROBLEMS = [
  'unreachable',
  'refused',
  'elsewhere',
  'timeout',
  'too-large',
  /** What came is no page that can be read. */
  'unreadable',
  /** The page no longer has the button. */
  'no-button',
  'nothing-new',
] as const;

export type CommentsProblem = (typeof COMMENTS_PROBLEMS)[number];

/** A link or button by which the page itself offers more comments. */
export interface MoreComments {
  /** A link leads to another page; a button is to be pressed on this one (`moreButtons` finds it there). */
  readonly kind: 'link' | 'button';
  /** As the page words it. */
  readonly label: string;
  readonly url: AbsoluteUrl | null;
  /** How many, where the label says so. */
  readonly count: number | null;
}

/** All that was said about a post, as found: not sanitised yet. */
export interface RawThread extends Omit<Thread, 'comments'> {
  readonly comments: readonly RawComment[];
}

export interface Thread {
  readonly comments: readonly Comment[];
  readonly elsewhere: CommentsElsewhere | null;
  /** Absent where the page offers no more. */
  readonly more?: MoreComments;
}
