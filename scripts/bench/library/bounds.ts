import type { BenchQuery } from './queries.ts';

/** What was measured on a list of one size; milliseconds, but `heap`, which is bytes. */
export interface ListFigures {
  readonly size: number;
  readonly fill: number;
  readonly index: number;
  /** From opening the library's page until rows are seen, run by run. */
  readonly firstScreen: readonly number[];
  readonly searches: readonly (BenchQuery & { readonly ms: number; readonly found: number })[];
  readonly scans: readonly number[];
  /** Of one article after another, round by round. */
  readonly saves: readonly (readonly number[])[];
  readonly heap: number;
}

export interface ImportFigures {
  readonly rows: number;
  readonly imported: number;
  /** One link after another. */
  readonly saves: readonly number[];
}

export interface Bound {
  readonly text: string;
  readonly holds: boolean;
}

/** What must not be exceeded, by the sizes between which it is measured. */
const MOST = { firstScreen: 2, search: 4, ofScan: 0.5, save: 2, heap: 250_000_000 } as const;
const LEAST_IMPORT = 20;

/** The bounds that the lists which were measured can tell of. */
export function boundsOf(lists: readonly ListFigures[], imports: ImportFigures | null): Bound[] {
  const small = lists.find(({ size }) => size === 1_000);
  const middle = lists.find(({ size }) => size === 10_000);
  const large = lists.find(({ size }) => size === 100_000);
  return [
    ...(small && large ? [growth('first screen', small, large, firstScreenTime, MOST.firstScreen)] : []),
    ...(middle && large ? [growth('search, 95th percentile', middle, large, searchTime, MOST.search)] : []),
    ...(middle && middle.scans.length > 0 ? [ofScan(middle)] : []),
    ...(small && large ? [growth('saving one article', small, large, saveTime, MOST.save)] : []),
    ...(large ? [heap(large)] : []),
    ...(imports ? [importing(imports)] : []),
  ];
}

export function searchTime({ searches }: Pick<ListFigures, 'searches'>): number {
  return quantile(
    searches.map(({ ms }) => ms),
    0.95,
  );
}

/** The best of several runs: what else the machine does makes times longer, never shorter. */
export function firstScreenTime({ firstScreen }: Pick<ListFigures, 'firstScreen'>): number {
  return Math.min(...firstScreen);
}

export function saveTime({ saves }: Pick<ListFigures, 'saves'>): number {
  return Math.min(...saves.map(median));
}

function growth(
  what: string,
  small: ListFigures,
  large: ListFigures,
  timeOf: (figures: ListFigures) => number,
  most: number,
): Bound {
  const [before, after] = [timeOf(small), timeOf(large)];
  return {
    text: `${what} at ${count(large.size)} takes ${(after / before).toFixed(2)} times as long as at ${count(small.size)} (at most ${most}): ${after.toFixed(1)} and ${before.toFixed(1)} ms`,
    holds: after <= before * most,
  };
}

function ofScan(figures: ListFigures): Bound {
  const [search, scan] = [searchTime(figures), median(figures.scans)];
  return {
    text: `search at ${count(figures.size)} takes ${(search / scan).toFixed(3)} of a plain scan (at most ${MOST.ofScan}): ${search.toFixed(1)} and ${scan.toFixed(0)} ms`,
    holds: search <= scan * MOST.ofScan,
  };
}

function heap({ size, heap: bytes }: ListFigures): Bound {
  return {
    text: `the library's page and its worker hold ${(bytes / 1e6).toFixed(0)} MB at ${count(size)} (at most ${MOST.heap / 1e6})`,
    holds: bytes <= MOST.heap,
  };
}

function importing({ rows, imported, saves }: ImportFigures): Bound {
  const oneByOne = median(saves) * rows;
  return {
    text: `importing ${count(rows)} rows is ${(oneByOne / imported).toFixed(1)} times as fast as saving them one by one (at least ${LEAST_IMPORT}): ${(imported / 1_000).toFixed(1)} and ${(oneByOne / 1_000).toFixed(1)} s`,
    holds: imported * LEAST_IMPORT <= oneByOne,
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function count(value: number): string {
  return value.toLocaleString('en');
}
