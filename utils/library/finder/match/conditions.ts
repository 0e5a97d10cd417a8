import { foldForSearch } from '../../../text/search.ts';
import { tagKey } from '../../tags.ts';
import { SAVED_STATES } from '../../types.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { FLAGS } from '../catalogue/columns.ts';
import type { Condition } from '../query/types.ts';
import type { ListFilter } from '../types.ts';

/** Tells whether a row fulfils something. */
export type RowTest = (row: number) => boolean;

/** Operators of the search line. */
export function testOf(condition: Condition, catalogue: Catalogue): RowTest {
  const test = plainTest(condition, catalogue);
  return condition.isNegated ? (row) => !test(row) : test;
}

function plainTest(condition: Condition, catalogue: Catalogue): RowTest {
  const { columns } = catalogue;
  switch (condition.kind) {
    case 'tag':
      return tagTest(condition.key, catalogue);
    case 'site':
      return siteTest(condition.key, catalogue);
    case 'lang':
      return langTest(condition.key, catalogue);
    case 'state': {
      const state = SAVED_STATES.indexOf(condition.state);
      return (row) => stateOf(catalogue, row) === state;
    }
    case 'favourite':
      return (row) => isFavourite(catalogue, row);
    case 'before':
      return (row) => (columns.savedAt[row] ?? 0) < condition.time;
    case 'after':
      return (row) => (columns.savedAt[row] ?? 0) >= condition.time;
  }
}

/** What is chosen beside the search line, by the facet that it belongs to; null where nothing is. */
export function filterTests(filter: ListFilter, catalogue: Catalogue): Record<FilterName, RowTest | null> {
  const { site } = filter;
  return {
    states: stateTest(filter, catalogue),
    tags: filter.tag === null ? null : tagTest(tagKey(filter.tag), catalogue),
    sites: site === null ? null : nameTest(catalogue.columns.site, catalogue, (name) => name === site),
    langs: filter.lang === null ? null : langTest(filter.lang, catalogue),
  };
}
export type FilterName = 'states' | 'tags' | 'sites' | 'langs';

/** A state and being a favourite are one choice: the views of the list. */
function stateTest({ states, onlyFavourites }: ListFilter, catalogue: Catalogue): RowTest | null {
  if (states.length === 0) return onlyFavourites ? (row) => isFavourite(catalogue, row) : null;
  const numbers = states.map((state) => SAVED_STATES.indexOf(state));
  return (row) =>
    numbers.includes(stateOf(catalogue, row)) && (!onlyFavourites || isFavourite(catalogue, row));
}

export function stateOf({ columns }: Catalogue, row: number): number {
  return (columns.flags[row] ?? 0) >> FLAGS.stateShift;
}

export function isFavourite({ columns }: Catalogue, row: number): boolean {
  return ((columns.flags[row] ?? 0) & FLAGS.favourite) !== 0;
}

function tagTest(key: string, catalogue: Catalogue): RowTest {
  const isTag = rememberedTest(catalogue, (name) => tagKey(name) === key);
  return (row) => catalogue.tags[row]?.some(isTag) ?? false;
}

/** A host with all below it, or words of the blog's name. */
function siteTest(key: string, catalogue: Catalogue): RowTest {
  const isHost = nameTest(
    catalogue.columns.host,
    catalogue,
    (host) => host === key || host.endsWith(`.${key}`),
  );
  const isSite = nameTest(catalogue.columns.site, catalogue, (name) => foldForSearch(name).includes(key));
  return (row) => isHost(row) || isSite(row);
}

function langTest(key: string, catalogue: Catalogue): RowTest {
  return nameTest(catalogue.columns.lang, catalogue, (lang) => lang === key);
}

function nameTest(column: Uint32Array, catalogue: Catalogue, test: (name: string) => boolean): RowTest {
  const isName = rememberedTest(catalogue, test);
  return (row) => isName(column[row] ?? 0);
}

/** Asks once a name, not once a row. */
function rememberedTest({ names }: Catalogue, test: (name: string) => boolean): (name: number) => boolean {
  const known: (boolean | undefined)[] = [];
  return (name) => {
    known[name] ??= test(names.textOf(name));
    return known[name];
  };
}
