/** What is left out of an article, and why. */
import type { Block } from '../../text/blocks.ts';

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
