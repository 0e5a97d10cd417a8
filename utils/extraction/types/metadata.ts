/** What a page says about its article. */
import type { AbsoluteUrl } from './source.ts';

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
