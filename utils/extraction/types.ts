/**
 * The types of the extraction pipeline, in the order of its stages. Each stage takes only what the stage
 * before it returns, so that a wrong order does not compile.
 */

import type { Block } from '../text/blocks.ts';
import type { WeighedBlock } from './prose.ts';

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** HTML that came out of `sanitise.ts`, the only maker of it. */
export type SafeHtml = Brand<string, 'SafeHtml'>;
/** An absolute http(s) URL. Made by `toAbsoluteUrl` in `utils/text/urls.ts`. */
export type AbsoluteUrl = Brand<string, 'AbsoluteUrl'>;

// ---------------------------------------------------------------- input

/** What a reader looks at: a live page, a parsed file or a text document. */
export interface Page {
  readonly document: Document;
  /** The address of the document itself; a `<base>` element in the page cannot change it. */
  readonly url: string;
  /** MIME type without parameters, such as `text/html`. */
  readonly contentType: string;
  /** Tells whether an element is shown, where there is a live page to ask; absent for parsed files. */
  readonly isShown?: (element: Element) => boolean;
}

// ---------------------------------------------------------------- stages

/** A private copy of the page with what only its head and its scripts know. Later stages change the copy. */
export interface Source {
  readonly stage: 'snapshot';
  readonly document: Document;
  readonly body: HTMLElement;
  readonly url: AbsoluteUrl | null;
  /** Base for relative links: the page's `<base>` where it has one, else its URL. */
  readonly baseUrl: string;
  readonly head: HeadFacts;
  readonly platform: PlatformId | null;
  readonly isPlainText: boolean;
  readonly removals: Removals;
  /** Holds the article's body where the page has it only as data for its scripts; null for most pages. */
  readonly dataBody: HTMLElement | null;
}

/** Facts read before scripts, styles and the head are dropped. */
export interface HeadFacts {
  readonly title: string;
  readonly lang: string;
  readonly dir: string;
  /** `<meta>` content by lower-case `name`, `property` or `itemprop`; all values in page order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** `<link>` addresses by lower-case `rel` token; absolute, all values in page order. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** Every JSON-LD object of the page, `@graph` flattened; values are untrusted. */
  readonly jsonLd: readonly JsonLdNode[];
  /** Hosts of comment services whose scripts or frames the page carries, as written there. */
  readonly embeds: readonly Embed[];
}

export type JsonLdNode = Readonly<Record<string, unknown>>;

/** A script or frame from elsewhere that may hold comments. */
export interface Embed {
  readonly kind: 'script' | 'frame';
  readonly src: string;
}

export type PlatformId = string;

/** The source after its comments were detached from it. */
export interface WithoutComments extends Omit<Source, 'stage'> {
  readonly stage: 'without-comments';
}

/** The source after boilerplate elements were cut. */
export interface Trimmed extends Omit<Source, 'stage'> {
  readonly stage: 'trimmed';
  /** What is left of the page, in page order. Later stages take from it and never read the tree again. */
  readonly blocks: readonly WeighedBlock[];
}

// ---------------------------------------------------------------- removals

/**
 * Why something was left out. Each reason has a sentence in every interface language
 * (message key `reason_<reason>`).
 */
export const REMOVAL_REASONS = [
  'ad',
  'author-box',
  'byline',
  'comment-details',
  'comment-form',
  'comment-heading',
  'comments-elsewhere',
  'consent',
  'contents-list',
  'copyright',
  'footer',
  'form',
  'hidden',
  'navigation',
  'outside-article',
  'pager',
  'post-meta',
  'read-more',
  'related-posts',
  'repeated-on-pages',
  'repeated-title',
  'share-bar',
  'sidebar',
  'site-header',
  'slide-copy',
  'stale-blog-ad',
  'subscribe',
  'tags',
  'trackback',
  'widget',
] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** One block or group of blocks that was left out. */
export interface Removal {
  readonly id: string;
  readonly reason: RemovalReason;
  /** Which rule said so; names a rule of `boilerplate-rules.ts` or a stage. */
  readonly rule: string;
  /** The beginning of its text on one line, at most 160 characters. */
  readonly text: string;
  /** All of its text, one block a line, up to 20,000 characters. */
  readonly whole: string;
  /**
   * Where it stood: beside the article, or within it, where the body holds `<span data-removed="x1">`. Absent where
   * that is not known; then it cannot be put back.
   */
  readonly place?: RemovalPlace;
  /** What it was, to be made safe when it is put back. Absent where its text is enough. */
  readonly html?: string;
  /** Where such a thing stands in the blog's template, as `shapeOf` says it; the same in its other posts. */
  readonly shape?: string;
  /** The reader has put it back: it is part of the article now, in an element with `data-removed`. */
  readonly isBack?: true;
}

export const REMOVAL_PLACES = ['before', 'within', 'after'] as const;
export type RemovalPlace = (typeof REMOVAL_PLACES)[number];

/** Collects removals while the stages run. What says nothing is taken as well, but is not listed. */
export interface Removals {
  /** Takes an element or text out of the tree and remembers it. */
  remove(node: ChildNode, reason: RemovalReason, rule: string): void;
  /** Takes a block out of the tree, with the elements below `root` that nothing else needs, and remembers it. */
  removeBlock(block: Block, root: Element, reason: RemovalReason, rule: string): void;
  /**
   * Takes out of the tree what is shown elsewhere; what was removed from inside it keeps its place.
   * @returns what stands in its place
   */
  detach(node: ChildNode): Node | null;
  /** Remembers a node that is left out where it stands, beside what is shown. */
  noteNode(node: ChildNode, reason: RemovalReason, rule: string): void;
  /**
   * Remembers text that was left out although no node was taken from the tree for it.
   * @param place what stands where the text was, as `detach` gives it
   */
  note(text: string, reason: RemovalReason, rule: string, place?: Node | null): void;
  /** All of them in page order, texts without a node last. */
  list(): readonly Removal[];
  /**
   * `list` with the places of the removals around and within the article, which are marked there, and with their
   * HTML. Takes apart what was left standing beside the article, so nothing can be read from the tree after it but
   * the article.
   */
  settle(article: Element, baseUrl: string): readonly Removal[];
}

// ---------------------------------------------------------------- metadata and tags

export interface NeighbourPost {
  readonly title: string;
  readonly url: AbsoluteUrl | null;
}

/** Why another page of an article could not be added. Message key `messageKey('pageProblem', problem)`. */
export const PAGE_PROBLEMS = [
  /** No answer at all, or one that the browser keeps from us. */
  'unreachable',
  /** The server answered that there is no such page. */
  'refused',
  /** It is kept at another site than the page that was read. */
  'elsewhere',
  'timeout',
  'too-large',
  /** What came is no article. */
  'no-article',
  /** What came says only what the pages before it said. */
  'repeated',
] as const;
export type PageProblem = (typeof PAGE_PROBLEMS)[number];

/** `linked`: not asked for yet. `joined`: its part of the article has been added. */
export const PAGE_STATES = ['linked', 'joined', ...PAGE_PROBLEMS] as const;
export type PageState = (typeof PAGE_STATES)[number];

/** Another page of an article that is split over several. */
export interface ArticlePage {
  readonly number: number;
  readonly url: AbsoluteUrl;
  readonly state: PageState;
}

/** The pages of an article that is split over several. */
export interface ArticlePages {
  /** The number of the page that was read. */
  readonly own: number;
  /** How many there are; null where the page does not tell. */
  readonly total: number | null;
  /** The others as far as the page links them, in order; at least one. */
  readonly others: readonly ArticlePage[];
}

export interface Metadata {
  readonly title: string;
  readonly author: string | null;
  readonly siteName: string | null;
  /** YYYY-MM-DD as the page writes it, no time-zone shift. */
  readonly published: string | null;
  readonly updated: string | null;
  /** BCP 47 language, declared or detected; null when unknown. */
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly leadImage: AbsoluteUrl | null;
  /** Address of the post: canonical where it is on the same host, else the page's own. */
  readonly url: AbsoluteUrl | null;
  readonly previous: NeighbourPost | null;
  readonly next: NeighbourPost | null;
  /** Null where the whole article is on one page. */
  readonly pages: ArticlePages | null;
  /** Tags that the page shows with this post. */
  readonly tags: readonly string[];
  /** Categories that the page shows with this post. */
  readonly categories: readonly string[];
  /** Hidden metadata (`article:tag`, keywords): suggestions, never shown as the post's tags. */
  readonly keywords: readonly string[];
}

// ---------------------------------------------------------------- comments and digest

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

// ---------------------------------------------------------------- article

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

/** Why a page cannot be read at all. Message key `unreadable_<reason>`. */
export const UNREADABLE_REASONS = ['pdf', 'media', 'too-deep', 'too-large', 'frames-only'] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

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
