import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ListSort } from '../types.ts';
import { MAX_KEY, sortedByKey } from './sort-by-key.ts';

type ColumnSort = Exclude<ListSort, 'relevance'>;

/** Scores that differ by less are the same. */
const SCORE_STEPS = 2 ** 14;

/** Puts rows in order. What is equal comes by the time of saving, and then by row, so that an order never wavers. */
export function rowSorter() {
  let collator: Intl.Collator | null = null;
  const kept = new Map<ColumnSort, Uint32Array>();
  let version = -1;

  /** All live rows in rising order, made once a change of the list. */
  function order(catalogue: Catalogue, sort: ColumnSort): Uint32Array {
    if (version !== catalogue.version) kept.clear();
    version = catalogue.version;
    const known = kept.get(sort);
    if (known) return known;
    collator ??= new Intl.Collator();
    const made = makeOrder(catalogue, sort, collator);
    kept.set(sort, made);
    return made;
  }

  return {
    /** The rows among `isHit`, sorted by a column. */
    byColumn(catalogue: Catalogue, isHit: Uint8Array, count: number, sort: ColumnSort, descending: boolean) {
      const rows = new Uint32Array(count);
      let length = 0;
      for (const row of order(catalogue, sort)) if (isHit[row] === 1) rows[length++] = row;
      return descending ? rows.reverse() : rows;
    },
    /** The rows among `isHit`, the best first where it is descending; what is as good comes newest first. */
    byScore(
      catalogue: Catalogue,
      isHit: Uint8Array,
      count: number,
      scores: Float32Array,
      descending: boolean,
    ) {
      const rows = this.byColumn(catalogue, isHit, count, 'saved', true);
      const keys = new Uint32Array(count);
      for (let at = 0; at < count; at++) {
        const score = Math.min(MAX_KEY, Math.round((scores[rows[at] as number] as number) * SCORE_STEPS));
        keys[at] = descending ? MAX_KEY - score : score;
      }
      return sortedByKey(rows, keys);
    },
  };
}
export type RowSorter = ReturnType<typeof rowSorter>;

function makeOrder(catalogue: Catalogue, sort: ColumnSort, collator: Intl.Collator): Uint32Array {
  const rows = new Uint32Array(catalogue.live);
  let length = 0;
  for (let row = 0; row < catalogue.rows; row++) if (catalogue.isLive(row)) rows[length++] = row;
  const keys = keysOf(catalogue, sort, collator);
  const { savedAt } = catalogue.columns;
  return rows.sort(
    (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || (savedAt[a] ?? 0) - (savedAt[b] ?? 0) || a - b,
  );
}

function keysOf(catalogue: Catalogue, sort: ColumnSort, collator: Intl.Collator): ArrayLike<number> {
  const { columns, names, rows } = catalogue;
  switch (sort) {
    case 'saved':
      return columns.savedAt;
    case 'published':
      return columns.published;
    case 'reading-time':
      return columns.minutes;
    case 'site': {
      const used = [...new Set(columns.site.subarray(0, rows))];
      used.sort((a, b) => collator.compare(names.textOf(a), names.textOf(b)));
      const ranks = new Map(used.map((name, rank) => [name, rank]));
      return columns.site.map((name) => ranks.get(name) ?? 0);
    }
  }
}
