import type { ListQuery } from '../../../utils/library/finder/types.ts';
import type { SavedState, SavedSummary } from '../../../utils/library/types.ts';

export const VIEWS = ['unread', 'reading', 'favourites', 'archived', 'all'] as const;
/** A part of the reading list that has a name of its own. */
export type View = (typeof VIEWS)[number];

export const SORTS = ['saved', 'published', 'reading-time', 'site'] as const;
export type Sort = (typeof SORTS)[number];

/** What a screen asks of the reading list. */
export interface Asked {
  readonly view: View;
  /** The search line as it is typed. */
  readonly text: string;
  readonly tag: string | null;
  readonly site: string | null;
  readonly lang: string | null;
  /** Null where the reader has chosen none: hits come best first, everything else newest first. */
  readonly sort: Sort | null;
  readonly descending: boolean;
}

export function everythingIn(view: View): Asked {
  return { view, text: '', tag: null, site: null, lang: null, sort: null, descending: true };
}

export const FACETS = ['tag', 'site', 'lang'] as const;
export type Facet = (typeof FACETS)[number];

const STATES: Record<View, readonly SavedState[]> = {
  unread: ['unread'],
  reading: ['reading'],
  archived: ['archived'],
  favourites: [],
  all: [],
};

/** The same in the words of the finder. */
export function queryFor(asked: Asked): ListQuery {
  const { view, text, tag, site, lang, sort, descending } = asked;
  return {
    text,
    filter: { states: STATES[view], onlyFavourites: view === 'favourites', tag, site, lang },
    sort: sort ?? (text.trim() ? 'relevance' : 'saved'),
    descending,
  };
}

/** Which part of the list the store itself can give, newest first; null where only the finder can answer. */
export function newestFilter(asked: Asked): { readonly state?: SavedState } | null {
  const { view, sort, descending } = asked;
  const isPlain = !isNarrowed(asked) && (sort ?? 'saved') === 'saved' && descending;
  if (!isPlain || view === 'favourites') return null;
  const [state] = STATES[view];
  return state ? { state } : {};
}

/** Whether something besides the view keeps entries out. */
export function isNarrowed({ text, tag, site, lang }: Asked): boolean {
  return text.trim() !== '' || tag !== null || site !== null || lang !== null;
}

/** Whether an entry belongs to a view. */
export function isIn(view: View, { state, isFavourite }: SavedSummary): boolean {
  if (view === 'favourites') return isFavourite;
  return view === 'all' || state === view;
}
