import { ByteReader, ByteWriter, IndexDamage } from './bytes.ts';

/** Positions beyond this are not told apart: no passage that can be saved is so long. */
export const MAX_POSITION = 2 ** 24 - 1;

export interface EncodedPostings {
  /** The last passage, and then how far each is from the one before, with the number of occurrences. */
  readonly passages: Uint8Array;
  /** Passage by passage, how far each place is from the one before. Empty for a term whose places don't matter. */
  readonly positions: Uint8Array;
}

/** The lowest bit says whether the term stands there just once. */
export function writeStep(passages: ByteWriter, step: number, count: number): void {
  passages.number(step * 2 + (count === 1 ? 1 : 0));
  if (count !== 1) passages.number(count);
}

/** A list of a term in one of several segments. */
export interface JoinedList extends EncodedPostings {
  /** Whether nothing of its segment was replaced or removed: then it is taken as it is. */
  readonly isWhole: boolean;
}

/**
 * Puts lists of one term behind each other, without the passages that are no more; what it gives is good until it
 * is called again.
 */
export function postingJoiner(isLive: (passage: number) => boolean) {
  const steps = new ByteWriter();
  const passages = new ByteWriter();
  const positions = new ByteWriter();
  let last = 0;

  function addWhole(list: EncodedPostings): void {
    const reader = new ByteReader(list.passages);
    const end = reader.number();
    const first = reader.number();
    // Only the first step depends on the list before.
    steps.number(first - last * 2);
    steps.append(list.passages.subarray(reader.at));
    positions.append(list.positions);
    last = end;
  }

  function addLive(list: EncodedPostings): void {
    const places = new ByteReader(list.positions);
    const isPlaced = list.positions.length > 0;
    eachPassage(list.passages, (passage, count) => {
      const begin = places.at;
      if (isPlaced) for (let left = count; left > 0; left--) places.number();
      if (!isLive(passage)) return;
      writeStep(steps, passage - last, count);
      positions.append(list.positions.subarray(begin, places.at));
      last = passage;
    });
    if (!places.isAtEnd) throw new IndexDamage('positions of no passage');
  }

  return (lists: readonly JoinedList[]): EncodedPostings => {
    for (const writer of [steps, passages, positions]) writer.clear();
    last = 0;
    for (const list of lists) (list.isWhole ? addWhole : addLive)(list);
    if (steps.length > 0) {
      passages.number(last);
      passages.append(steps.view());
    }
    return { passages: passages.view(), positions: positions.view() };
  };
}

/** Goes through the passages of an encoded list. */
export function eachPassage(bytes: Uint8Array, visit: (passage: number, count: number) => void): void {
  const reader = new ByteReader(bytes);
  const last = reader.number();
  let passage = 0;
  while (!reader.isAtEnd) {
    const step = reader.number();
    passage += step >>> 1;
    visit(passage, (step & 1) === 1 ? 1 : reader.number());
  }
  if (passage !== last) throw new IndexDamage('a list ends elsewhere');
}

/** One number for a passage and a position in it, so that places of a phrase are found by comparing numbers. */
export function placeOf(passage: number, position: number): number {
  return passage * (MAX_POSITION + 1) + position;
}

export function passageOf(place: number): number {
  return Math.floor(place / (MAX_POSITION + 1));
}
