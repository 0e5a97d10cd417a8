import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ParsedLine } from '../query/types.ts';
import type { Facets, ListQuery } from '../types.ts';
import { type FilterName, filterTests, type RowTest, testOf } from './conditions.ts';
import { facetCounter } from './facets.ts';
import type { RowSorter } from './order.ts';
import type { RowScores } from './row-scores.ts';

export interface ListedRows {
  readonly rows: Uint32Array;
  readonly facets: Facets;
}

/**
 * The rows for which all of a query is true, in its order.
 * @param found what each of the line's words was found in
 */
export function listRows(
  query: ListQuery,
  line: ParsedLine,
  found: readonly RowScores[],
  catalogue: Catalogue,
  sorter: RowSorter,
): ListedRows {
  const tests = [
    ...line.conditions.map((condition) => testOf(condition, catalogue)),
    ...wordTests(line, found),
  ];
  const filters = activeFilters(query, catalogue);
  const isHit = new Uint8Array(catalogue.rows);
  const facets = facetCounter(catalogue);
  let count = 0;
  for (let row = 0; row < catalogue.rows; row++) {
    if (!catalogue.isLive(row) || !isTrue(tests, row)) continue;
    const failed = failedFilters(filters, row);
    // What fails one choice alone would be there if nothing were chosen in that facet: it counts in it.
    if (failed !== 'several') facets.add(row, failed);
    if (failed !== null) continue;
    isHit[row] = 1;
    count += 1;
  }
  const wanted = found.filter((_, index) => !line.words[index]?.isNegated);
  const isByScore = query.sort === 'relevance' && wanted.length > 0;
  const sort = query.sort === 'relevance' ? 'saved' : query.sort;
  const rows = isByScore
    ? sorter.byScore(catalogue, isHit, count, sumOf(wanted, catalogue.rows), query.descending)
    : sorter.byColumn(catalogue, isHit, count, sort, query.descending);
  return { rows, facets: facets.result() };
}

type ActiveFilter = readonly [name: FilterName, test: RowTest];

function activeFilters({ filter }: ListQuery, catalogue: Catalogue): ActiveFilter[] {
  const tests = Object.entries(filterTests(filter, catalogue)) as [FilterName, RowTest | null][];
  return tests.flatMap(([name, test]) => (test ? [[name, test] as const] : []));
}

/** Which choice a row does not fit; null where it fits all. */
function failedFilters(filters: readonly ActiveFilter[], row: number): FilterName | 'several' | null {
  let failed: FilterName | null = null;
  for (const [name, test] of filters) {
    if (test(row)) continue;
    if (failed !== null) return 'several';
    failed = name;
  }
  return failed;
}

function isTrue(tests: readonly RowTest[], row: number): boolean {
  for (const test of tests) if (!test(row)) return false;
  return true;
}

function wordTests(line: ParsedLine, found: readonly RowScores[]): RowTest[] {
  return found.map(({ isHit }, index) => {
    const wanted = line.words[index]?.isNegated ? 0 : 1;
    return (row) => (isHit[row] ?? 0) === wanted;
  });
}

function sumOf(found: readonly RowScores[], rows: number): Float32Array {
  const [only] = found;
  if (only && found.length === 1) return only.scores;
  const sum = new Float32Array(rows);
  for (const { scores } of found) {
    for (let row = 0; row < rows; row++) sum[row] = (sum[row] ?? 0) + (scores[row] ?? 0);
  }
  return sum;
}
