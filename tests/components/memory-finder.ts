import type { Facets, Finder, ListQuery, SavedHit } from '../../utils/library/finder/types.ts';
import type { SavedSummary } from '../../utils/library/types.ts';
import { ok } from '../../utils/result.ts';
import { keyOf } from '../../utils/text/normalise.ts';
import { findHits, foldForSearch, holdsAll, searchTerms } from '../../utils/text/search.ts';
import { hostOf } from '../../utils/text/urls.ts';

type Respect = 'tag' | 'site' | 'lang' | 'states';

/** A finder over entries in memory: all words of the line must stand in what the list shows. */
export function memoryFinder(
  entries: () => readonly SavedSummary[] | Promise<readonly SavedSummary[]>,
): Finder {
  return {
    async find(query) {
      const all = await entries();
      const found = all.filter((entry) => matches(entry, query, null)).sort(orderOf(query));
      return ok({
        ids: found.map(({ id }) => id),
        facets: facetsOf(all, query),
        isIndexCurrent: true,
        problems: /\bis:\S*z/u.test(query.text) ? [{ kind: 'unknown-state', part: query.text }] : [],
      });
    },
    async hits(query, ids) {
      const terms = searchTerms(query.text);
      const all = await entries();
      return ok(all.filter(({ id }) => ids.includes(id)).flatMap((entry) => hitsIn(entry, terms)));
    },
    watch: () => () => undefined,
    close: () => undefined,
  };
}

function matches(entry: SavedSummary, { text, filter }: ListQuery, except: Respect | null): boolean {
  const { states, onlyFavourites, tag, site, lang } = filter;
  return (
    holdsAll(foldForSearch(wordsOf(entry)), searchTerms(text)) &&
    (except === 'states' || states.length === 0 || states.includes(entry.state)) &&
    (except === 'states' || !onlyFavourites || entry.isFavourite) &&
    (except === 'tag' || tag === null || entry.tags.some((one) => keyOf(one) === keyOf(tag))) &&
    (except === 'site' || site === null || siteOf(entry) === site) &&
    (except === 'lang' || lang === null || langOf(entry) === lang)
  );
}

function facetsOf(all: readonly SavedSummary[], query: ListQuery): Facets {
  const count = (except: Respect, valuesOf: (entry: SavedSummary) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const entry of all.filter((one) => matches(one, query, except))) {
      for (const value of valuesOf(entry)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].map(([value, number]) => ({ value, count: number })).sort((a, b) => b.count - a.count);
  };
  return {
    tags: count('tag', ({ tags }) => tags),
    sites: count('site', (entry) => [siteOf(entry)]),
    langs: count('lang', (entry) => [langOf(entry)]),
    states: count('states', ({ state, isFavourite }) => (isFavourite ? [state, 'favourite'] : [state])),
  };
}

function orderOf({ sort, descending }: ListQuery) {
  const keyFor = (entry: SavedSummary): string | number => {
    if (sort === 'published') return entry.published ?? '';
    if (sort === 'reading-time') return entry.readingMinutes;
    return sort === 'site' ? siteOf(entry) : entry.savedAt;
  };
  return (a: SavedSummary, b: SavedSummary) => {
    const [one, other] = [keyFor(a), keyFor(b)];
    const order = one < other ? -1 : one > other ? 1 : 0;
    return descending ? -order : order;
  };
}

function hitsIn(entry: SavedSummary, terms: readonly string[]): SavedHit[] {
  const places = [
    ['title', entry.title],
    ['note', entry.note],
    ['text', entry.excerpt],
  ] as const;
  return places.flatMap(([place, sentence]) => {
    const marks = findHits(sentence, terms);
    return marks.length > 0 ? [{ id: entry.id, place, author: null, sentence, marks }] : [];
  });
}

const wordsOf = ({ title, siteName, author, tags, excerpt, note }: SavedSummary) =>
  [title, siteName, author, ...tags, excerpt, note].join('\n');
const siteOf = ({ siteName, url }: SavedSummary) => siteName || hostOf(url);
const langOf = ({ lang }: SavedSummary) => lang ?? 'und';
