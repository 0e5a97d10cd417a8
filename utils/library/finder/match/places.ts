/** All numbers of some sorted lists, sorted. */
export function united(lists: readonly Float64Array[]): Float64Array {
  const [only = new Float64Array(0)] = lists;
  if (lists.length <= 1) return only;
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort();
}

/** The numbers that are in every one of some sorted lists, sorted. */
export function intersected(lists: readonly Float64Array[]): Float64Array {
  const [shortest = new Float64Array(0), ...others] = lists.toSorted((a, b) => a.length - b.length);
  return others.reduce(common, shortest);
}

/** Lists of about the same length are gone through side by side; in a much longer one steps that grow are quicker. */
const MUCH_LONGER = 16;

function common(few: Float64Array, many: Float64Array): Float64Array {
  const result = new Float64Array(few.length);
  const isFar = many.length > few.length * MUCH_LONGER;
  let length = 0;
  let at = 0;
  for (let index = 0; index < few.length; index++) {
    const value = few[index] as number;
    if (isFar) at = skipTo(many, at, value);
    else while ((many[at] as number) < value) at += 1;
    if (many[at] === value) result[length++] = value;
  }
  return result.subarray(0, length);
}

/** The first index from `at` on with a number that is not smaller. */
function skipTo(sorted: Float64Array, from: number, value: number): number {
  let low = from;
  let step = 1;
  while (low + step < sorted.length && (sorted[low + step] ?? 0) < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(sorted.length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
