import { tagKey } from '../../tags.ts';
import { SAVED_STATES } from '../../types.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Facets, FacetValue } from '../types.ts';
import { type FilterName, isFavourite, stateOf } from './conditions.ts';

/** More are no choice; what is rarer is found by `tag:` and `site:`. */
const MAX_VALUES = 5_000;

const STATES = [...SAVED_STATES, 'favourite'] as const;
const FAVOURITE = STATES.indexOf('favourite');

/** Counts what rows have in common. */
export function facetCounter(catalogue: Catalogue) {
  const { columns, names } = catalogue;
  const states = new Uint32Array(STATES.length);
  const [sites, langs, tags] = [0, 1, 2].map(() => new Uint32Array(names.size)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];

  return {
    /** @param only the one facet that the row counts for; null for all of them */
    add(row: number, only: FilterName | null): void {
      if (only === null || only === 'states') {
        increase(states, stateOf(catalogue, row));
        if (isFavourite(catalogue, row)) increase(states, FAVOURITE);
      }
      if (only === null || only === 'sites') increase(sites, columns.site[row] ?? 0);
      if (only === null || only === 'langs') increase(langs, columns.lang[row] ?? 0);
      if (only === null || only === 'tags') {
        for (const tag of catalogue.tags[row] ?? []) increase(tags, tag);
      }
    },
    result(): Facets {
      const named = (counts: Uint32Array) => valuesOf(counts, (name) => names.textOf(name));
      return {
        states: valuesOf(states, (state) => STATES[state] ?? ''),
        sites: named(sites),
        langs: named(langs),
        tags: mergedTags(named(tags)),
      };
    },
  };
}

function increase(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function valuesOf(counts: Uint32Array, nameOf: (at: number) => string): FacetValue[] {
  const values: FacetValue[] = [];
  for (const [at, count] of counts.entries()) {
    const value = count > 0 ? nameOf(at) : '';
    if (value) values.push({ value, count });
  }
  return mostFrequent(values);
}

function mostFrequent(values: readonly FacetValue[]): FacetValue[] {
  return values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MAX_VALUES);
}

/** One tag may be written in several ways: it is shown as it is written most. */
function mergedTags(tags: readonly FacetValue[]): FacetValue[] {
  const merged = new Map<string, FacetValue>();
  for (const { value, count } of tags) {
    const key = tagKey(value);
    const known = merged.get(key);
    merged.set(key, known ? { value: known.value, count: known.count + count } : { value, count });
  }
  return mostFrequent([...merged.values()]);
}
