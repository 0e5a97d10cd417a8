import { ByteReader, ByteWriter, IndexDamage } from './bytes.ts';

/** Positions beyond this are not told apart: no passage that can be saved is so long. */
export const MAX_POSITION = 2 ** 24 - 1;

/** Collects where a term stands; passages and positions come in order. */
export class PostingBuilder {
  /** Passage and number of occurrences by turns. */
  private readonly occurrences: number[] = [];
  private readonly positions: number[] = [];
  private last = -1;

  add(passage: number, position: number): void {
    const { occurrences } = this;
    if (passage === this.last) (occurrences[occurrences.length - 1] as number) += 1;
    else occurrences.push(passage, 1);
    this.last = passage;
    if (position >= 0) this.positions.push(position);
  }

  encode(): EncodedPostings {
    const passages = new ByteWriter();
    const positions = new ByteWriter();
    const writer = new PostingWriter(passages);
    const { occurrences } = this;
    const isPlaced = this.positions.length > 0;
    let at = 0;
    for (let index = 0; index < occurrences.length; index += 2) {
      const count = occurrences[index + 1] ?? 0;
      writer.passage(occurrences[index] ?? 0, count);
      let before = 0;
      for (let left = isPlaced ? count : 0; left > 0; left--) {
        const position = this.positions[at++] ?? 0;
        positions.number(position - before);
        before = position;
      }
    }
    return { passages: passages.view(), positions: positions.view() };
  }
}

export interface EncodedPostings {
  readonly passages: Uint8Array;
  /** Empty for a term whose places don't matter. */
  readonly positions: Uint8Array;
}

/** Writes the passages of one term, of as many lists as are appended. */
class PostingWriter {
  private readonly passages: ByteWriter;
  private last = 0;

  constructor(passages: ByteWriter) {
    this.passages = passages;
  }

  /** How far it is from the passage before, and in the lowest bit whether the term stands there just once. */
  passage(passage: number, count: number): void {
    this.passages.number((passage - this.last) * 2 + (count === 1 ? 1 : 0));
    if (count !== 1) this.passages.number(count);
    this.last = passage;
  }
}

/** Puts lists of one term behind each other, without the passages that are no more. */
export function joinPostings(
  lists: readonly EncodedPostings[],
  isLive: (passage: number) => boolean,
): EncodedPostings {
  const passages = new ByteWriter(lists.reduce((sum, list) => sum + list.passages.length, 8));
  const positions = new ByteWriter(lists.reduce((sum, list) => sum + list.positions.length, 8));
  const writer = new PostingWriter(passages);
  for (const list of lists) {
    const places = new ByteReader(list.positions);
    const isPlaced = list.positions.length > 0;
    eachPassage(list.passages, (passage, count) => {
      const begin = places.at;
      if (isPlaced) for (let left = count; left > 0; left--) places.number();
      if (!isLive(passage)) return;
      writer.passage(passage, count);
      positions.append(list.positions.subarray(begin, places.at));
    });
    if (!places.isAtEnd) throw new IndexDamage('positions of no passage');
  }
  return { passages: passages.view(), positions: positions.view() };
}

/** Goes through the passages of an encoded list. */
export function eachPassage(bytes: Uint8Array, visit: (passage: number, count: number) => void): void {
  const reader = new ByteReader(bytes);
  let passage = 0;
  while (!reader.isAtEnd) {
    const step = reader.number();
    passage += Math.floor(step / 2);
    visit(passage, step % 2 === 1 ? 1 : reader.number());
  }
}

/** One number for a passage and a position in it, so that places of a phrase are found by comparing numbers. */
export function placeOf(passage: number, position: number): number {
  return passage * (MAX_POSITION + 1) + position;
}

export function passageOf(place: number): number {
  return Math.floor(place / (MAX_POSITION + 1));
}

/** Every place where a term stands, moved back by `offset`, in order. */
export function placesOf({ passages, positions }: EncodedPostings, offset: number): Float64Array {
  const reader = new ByteReader(positions);
  const places = new Float64Array(positions.length);
  let length = 0;
  eachPassage(passages, (passage, count) => {
    const base = placeOf(passage, 0) - offset;
    let position = 0;
    for (let left = count; left > 0; left--) {
      position += reader.number();
      if (position >= offset) places[length++] = base + position;
    }
  });
  return places.subarray(0, length);
}
