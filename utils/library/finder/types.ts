import type { ArticleId, LibraryResult, SavedState } from '../types.ts';

export const LIST_SORTS = ['relevance', 'saved', 'published', 'reading-time', 'site'] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** What the reader has chosen beside the search line. */
export interface ListFilter {
  /** Empty for all. */
  readonly states: readonly SavedState[];
  readonly onlyFavourites: boolean;
  readonly tag: string | null;
  /** A value of the facet `sites`. */
  readonly site: string | null;
  /** A value of the facet `langs`: a base language, `und` where it is not known. */
  readonly lang: string | null;
}

/** What is asked of the list. */
export interface ListQuery {
  /** The search line as typed. */
  readonly text: string;
  readonly filter: ListFilter;
  /** Without words in the search line `relevance` sorts as `saved` does. */
  readonly sort: ListSort;
  readonly descending: boolean;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** What can be chosen to narrow the list, most frequent first; each as if nothing were chosen in it yet. */
export interface Facets {
  readonly tags: readonly FacetValue[];
  readonly sites: readonly FacetValue[];
  readonly langs: readonly FacetValue[];
  /** The states, and `favourite` for entries of any state. */
  readonly states: readonly FacetValue[];
}

/**
 * What could not be understood of a search line; it was searched without that part.
 * Message key: `messageKey('queryProblem', kind)`, which takes `part`.
 */
export const QUERY_PROBLEM_KINDS = [
  /** `is:` with something else than a state. */
  'unknown-state',
  /** `before:` or `after:` with something else than a day, a month or a year. */
  'bad-date',
  /** An operator with nothing behind it. */
  'no-value',
  /** The phrase goes to the end of the line. */
  'unclosed-quote',
  /** Nothing but punctuation. */
  'no-words',
  /** More words and operators than are looked at. */
  'too-many',
] as const;
export type QueryProblemKind = (typeof QUERY_PROBLEM_KINDS)[number];

export interface QueryProblem {
  readonly kind: QueryProblemKind;
  /** As it was typed. */
  readonly part: string;
}

export interface Listed {
  readonly ids: readonly ArticleId[];
  readonly facets: Facets;
  /** False while the search does not know all articles yet; `watch` tells when it knows more. */
  readonly isIndexCurrent: boolean;
  readonly problems: readonly QueryProblem[];
}

export const HIT_PLACES = ['title', 'tag', 'note', 'text', 'comment'] as const;
export type HitPlace = (typeof HIT_PLACES)[number];

/** A marked piece of a sentence, in UTF-16 units: from the first to before the last. */
export type Mark = readonly [start: number, end: number];

/** Where a search found something in a saved article: one a place, titles first. */
export interface SavedHit {
  readonly id: ArticleId;
  readonly place: HitPlace;
  /** Who wrote the comment; null elsewhere and where nobody is named. */
  readonly author: string | null;
  /** The title, the tag, or the sentence that says most of what was searched for, on one line. */
  readonly sentence: string;
  /** In its order, apart from each other. */
  readonly marks: readonly Mark[];
}

/** Finds articles in the list. Neither verb rejects. */
export interface Finder {
  find(query: ListQuery): LibraryResult<Listed>;
  /** Why `find` gave these articles; for those that are on the screen. */
  hits(query: ListQuery, ids: readonly ArticleId[]): LibraryResult<readonly SavedHit[]>;
  /**
   * Calls back when `find` would know more than it did.
   * @returns stops watching
   */
  watch(learned: () => void): () => void;
  close(): void;
}
