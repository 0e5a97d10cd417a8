import { ByteReader, IndexDamage } from '../index/bytes.ts';
import { type EncodedPostings, MAX_POSITION, passageOf, placeOf } from '../index/postings.ts';

/** Behind every passage. A small number: others make the places where it is compared slow. */
export const NO_PASSAGE = 2 ** 30 - 1;

/** Goes through the passages that hold a term, and tells where in them it stands. */
export interface PlaceCursor {
  /** The passage where it is; `NO_PASSAGE` at the end. */
  readonly passage: number;
  /** As many places as there can be in this passage. */
  readonly room: number;
  /** Grows with the length of its list. */
  readonly size: number;
  /** Goes on to the first passage from `wanted` on. */
  advance(wanted: number): void;
  /**
   * Where a phrase would have to begin in this passage, in order. Asked at most once a passage.
   * @param into holds as many as `room` says
   * @returns how many they are
   */
  places(into: Int32Array): number;
}

/** A cursor over the lists of the terms of which any will do; `offset` is how far behind a phrase's beginning they stand. */
export function placeCursor(lists: readonly EncodedPostings[], offset: number): PlaceCursor {
  const [only] = lists;
  return only && lists.length === 1 ? new ListCursor(only, offset) : new UnionCursor(lists, offset);
}

/** Goes through a list as it lies on disk. Places that nobody asks for are stepped over without being read. */
class ListCursor implements PlaceCursor {
  passage = 0;
  room = 0;
  readonly size: number;
  private readonly passages: ByteReader;
  private readonly last: number;
  private readonly positions: Uint8Array;
  private readonly offset: number;
  private at = 0;
  /** How many positions from `at` on belong to passages before this one. */
  private passed = 0;

  constructor({ passages, positions }: EncodedPostings, offset: number) {
    this.passages = new ByteReader(passages);
    this.last = this.passages.number();
    this.positions = positions;
    this.size = positions.length;
    this.offset = offset;
    this.advance(1);
  }

  advance(wanted: number): void {
    const { passages } = this;
    while (this.passage < wanted) {
      this.passed += this.room;
      this.room = 0;
      if (passages.isAtEnd) {
        this.end();
        return;
      }
      const step = passages.number();
      this.passage += step >>> 1;
      this.room = (step & 1) === 1 ? 1 : passages.number();
    }
  }

  /** Written out: it runs for hundreds of thousands of places. */
  places(into: Int32Array): number {
    this.stepOver();
    const { positions, offset } = this;
    let { at } = this;
    let position = 0;
    let length = 0;
    for (let left = this.room; left > 0; left--) {
      let byte = positions[at++] as number;
      let step = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = positions[at++] as number;
        step |= (byte & 0x7f) << shift;
      }
      position += step;
      if (position >= offset) into[length++] = position - offset;
    }
    if (at > positions.length) throw misfit();
    this.at = at;
    this.room = 0;
    return length;
  }

  private stepOver(): void {
    const { positions } = this;
    let { at } = this;
    for (let left = this.passed; left > 0; at++) {
      if (at >= positions.length) throw misfit();
      if ((positions[at] as number) < 0x80) left -= 1;
    }
    this.at = at;
    this.passed = 0;
  }

  private end(): void {
    if (this.passage !== this.last) throw new IndexDamage('a list ends elsewhere');
    this.stepOver();
    if (this.at !== this.positions.length) throw misfit();
    this.passage = NO_PASSAGE;
  }
}

/** Goes through the places of several terms, any of which will do. */
class UnionCursor implements PlaceCursor {
  passage = 0;
  room = 0;
  readonly size: number;
  private readonly all: Float64Array;
  private at = 0;

  constructor(lists: readonly EncodedPostings[], offset: number) {
    this.all = new Float64Array(lists.flatMap((list) => placesIn(new ListCursor(list, offset)))).sort();
    this.size = this.all.length;
    this.advance(1);
  }

  advance(wanted: number): void {
    const { all } = this;
    if (this.passage >= wanted) return;
    const first = placeOf(wanted, 0);
    while ((all[this.at] as number) < first) this.at += 1;
    this.passage = this.at < all.length ? passageOf(all[this.at] as number) : NO_PASSAGE;
    const last = placeOf(this.passage, MAX_POSITION);
    let end = this.at;
    while ((all[end] as number) <= last) end += 1;
    this.room = end - this.at;
  }

  places(into: Int32Array): number {
    const base = placeOf(this.passage, 0);
    for (let index = 0; index < this.room; index++)
      into[index] = (this.all[this.at + index] as number) - base;
    return this.room;
  }
}

function placesIn(cursor: PlaceCursor): number[] {
  const all: number[] = [];
  let places = new Int32Array(64);
  while (cursor.passage !== NO_PASSAGE) {
    const { passage } = cursor;
    if (cursor.room > places.length) places = new Int32Array(cursor.room * 2);
    const count = cursor.places(places);
    for (let index = 0; index < count; index++) all.push(placeOf(passage, places[index] as number));
    cursor.advance(passage + 1);
  }
  return all;
}

function misfit(): IndexDamage {
  return new IndexDamage('positions and passages do not fit');
}
