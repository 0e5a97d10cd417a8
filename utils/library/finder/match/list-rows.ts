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
  const filters = Object.entries(filterTests(query.filter, catalogue)) as [FilterName, RowTest | null][];
  const isHit = new Uint8Array(catalogue.rows);
  const facets = facetCounter(catalogue);
  let count = 0;
  for (let row = 0; row < catalogue.rows; row++) {
    if (!catalogue.isLive(row) || !tests.every((test) => test(row))) continue;
    const failed = filters.filter(([, test]) => test && !test(row));
    const [first] = failed;
    // What fails one choice alone would be there if nothing were chosen in that facet: it counts in it.
    if (failed.length <= 1) facets.add(row, first?.[0] ?? null);
    if (failed.length > 0) continue;
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
