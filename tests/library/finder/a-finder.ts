import { splitIds } from '../../../utils/library/finder/catalogue/ids.ts';
import { createFinder, type LocalFinder } from '../../../utils/library/finder/finder.ts';
import type { Listed, ListFilter, ListQuery } from '../../../utils/library/finder/types.ts';
import type { Library } from '../../../utils/library/verbs.ts';
import { expectOk } from '../a-library.ts';

export const NO_FILTER: ListFilter = { states: [], onlyFavourites: false, tag: null, site: null, lang: null };

export function aQuery(text: string, given: Partial<ListQuery> = {}): ListQuery {
  return { text, filter: NO_FILTER, sort: 'relevance', descending: true, ...given };
}

/** One at a time, as the browser's locks do it. */
export function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

export function aFinder(library: Library, alone = oneAtATime()): LocalFinder {
  return createFinder({ source: library, alone, learned: () => undefined });
}

/** Asks until the index knows everything. */
export async function listed(finder: LocalFinder, query: ListQuery): Promise<Listed> {
  for (let tries = 0; tries < 200; tries++) {
    const { ids, ...found } = expectOk(await finder.find(query));
    if (found.isIndexCurrent) return { ...found, ids: splitIds(ids) };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The index never became current');
}
