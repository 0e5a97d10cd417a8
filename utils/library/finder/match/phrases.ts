import { NO_PASSAGE, type PlaceCursor } from './place-cursors.ts';

/** Finds the passages where terms stand side by side, in order, and how often they do in each. */
export function eachPhrase(
  terms: readonly PlaceCursor[],
  visit: (passage: number, count: number) => void,
): void {
  // The others need not be looked at where the rarest is not.
  const cursors = terms.toSorted((a, b) => a.size - b.size);
  const common = commonPlaces(cursors);
  for (let passage = 1; ; ) {
    const next = firstWithAll(cursors, passage);
    if (next === NO_PASSAGE) return;
    const count = common();
    if (count > 0) visit(next, count);
    passage = next + 1;
  }
}

/** Moves all of some cursors to the first passage from `wanted` on where all of them are. */
function firstWithAll(cursors: readonly PlaceCursor[], wanted: number): number {
  let passage = wanted;
  for (let at = 0; at < cursors.length; ) {
    const cursor = cursors[at] as PlaceCursor;
    cursor.advance(passage);
    if (cursor.passage === NO_PASSAGE) return NO_PASSAGE;
    at = cursor.passage > passage && at > 0 ? 0 : at + 1;
    passage = cursor.passage;
  }
  return passage;
}

/** Counts the places in their passage that some cursors have in common. */
function commonPlaces(cursors: readonly PlaceCursor[]): () => number {
  const [first, ...others] = cursors;
  let mine = new Int32Array(64);
  let theirs = new Int32Array(64);
  return () => {
    if (!first) return 0;
    if (first.room > mine.length) mine = new Int32Array(first.room * 2);
    let count = first.places(mine);
    for (const cursor of others) {
      if (count === 0) break;
      if (cursor.room > theirs.length) theirs = new Int32Array(cursor.room * 2);
      count = keepCommon(mine, count, theirs, cursor.places(theirs));
    }
    return count;
  };
}

/** Leaves of the first places, in order, those that are among the others. @returns how many are left */
function keepCommon(places: Int32Array, count: number, others: Int32Array, otherCount: number): number {
  let left = 0;
  let at = 0;
  for (let index = 0; index < count; index++) {
    const place = places[index] as number;
    while (at < otherCount && (others[at] as number) < place) at += 1;
    if (at < otherCount && others[at] === place) places[left++] = place;
  }
  return left;
}
