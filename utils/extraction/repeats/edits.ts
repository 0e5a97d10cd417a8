/**
 * How many characters must be taken out or put in to turn one text into the other; null where it is more than
 * `most`. Time grows with the texts' length and the square of the edits (E. W. Myers, "An O(ND) Difference
 * Algorithm and Its Variations", 1986).
 */
export function editsBetween(one: string, other: string, most: number): number | null {
  const size = most + 1;
  const furthest = rowOf(2 * size + 1);
  for (let edits = 0; edits <= most; edits += 1) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const above = furthest[size + diagonal + 1] ?? 0;
      const left = furthest[size + diagonal - 1] ?? 0;
      const isDown = diagonal === -edits || (diagonal !== edits && left < above);
      let at = isDown ? above : left + 1;
      while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at - diagonal)) at += 1;
      furthest[size + diagonal] = at;
      if (at >= one.length && at - diagonal >= other.length) return edits;
    }
  }
  return null;
}

let row = new Int32Array(256);

/** The same row of zeros for every comparison: there are thousands on a long page. */
function rowOf(length: number): Int32Array {
  if (row.length < length) row = new Int32Array(length * 2);
  else row.fill(0, 0, length);
  return row;
}
