import type { WeighedBlock } from '../prose.ts';
import { endsPlainly } from './teasers.ts';

/** A single block must be this long (in units of `readingLength`) to count as a repeat by itself. */
export const LONG_ENOUGH = 100;

/** A block as the search for repeats sees it. */
export interface Entry {
  /** Its place among the entries. */
  readonly index: number;
  readonly block: WeighedBlock;
  /** Equal for blocks that read the same. */
  readonly key: string;
  /** The first entry with the same key: numbers are quicker compared than texts. */
  readonly first: number;
  /** In units of `readingLength`. */
  readonly length: number;
}

/** Which block repeats which, by index: a copy and the original that stays. Never a circle. */
export class Copies {
  /** By copy: its original; itself for a block that is no copy. */
  private readonly originals: number[] = [];

  /** @param count of blocks */
  constructor(count: number) {
    for (let index = 0; index < count; index += 1) this.originals.push(index);
  }

  has(copy: number): boolean {
    return this.originals[copy] !== copy;
  }

  /** All copies in page order. */
  all(): number[] {
    const copies: number[] = [];
    for (let index = 0; index < this.originals.length; index += 1) if (this.has(index)) copies.push(index);
    return copies;
  }

  /** The block that stays for this one: itself where it is no copy. */
  originalOf(index: number): number {
    let original = index;
    for (
      let next = this.originals[index];
      next !== undefined && next !== original;
      next = this.originals[next]
    ) {
      original = next;
    }
    return original;
  }

  /** Notes a copy, unless one of the two is known as a copy of the other. */
  add(copy: number, original: number): void {
    const staying = this.originalOf(original);
    if (staying !== copy && !this.has(copy)) this.originals[copy] = staying;
  }
}

/**
 * The entries of a page. What is asked of every one of them, or of many pairs, stands in columns: the entries themselves and
 * their texts lie all over the memory, and a long page's are not kept close to the processor.
 */
export interface Entries {
  readonly all: readonly Entry[];
  readonly firsts: Int32Array;
  readonly lengths: Float64Array;
  /** Code units of the keys. */
  readonly sizes: Int32Array;
  /** Hashes of the keys' beginnings: different ones begin differently. */
  readonly starts: Int32Array;
  /** 1 for texts that end as a sentence does, and so are no teasers. */
  readonly plainEnds: Uint8Array;
}

/** Characters of a key's beginning. */
export const START = 12;

function hashOfStart(key: string): number {
  let hash = 0;
  for (let at = 0; at < START; at += 1) hash = Math.imul(hash ^ (key.charCodeAt(at) | 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The blocks with text as entries, in page order. */
export function entriesOf(blocks: readonly WeighedBlock[]): Entries {
  const all: Entry[] = [];
  const firsts = new Int32Array(blocks.length);
  const lengths = new Float64Array(blocks.length);
  const sizes = new Int32Array(blocks.length);
  const starts = new Int32Array(blocks.length);
  const plainEnds = new Uint8Array(blocks.length);
  const firstByKey = new Map<string, number>();
  for (const block of blocks) {
    if (block.text === '') continue;
    const { key, length } = block;
    const index = all.length;
    const first = firstByKey.get(key) ?? index;
    if (first === index) firstByKey.set(key, index);
    firsts[index] = first;
    lengths[index] = length;
    sizes[index] = key.length;
    starts[index] = hashOfStart(key);
    plainEnds[index] = endsPlainly(block.text) ? 1 : 0;
    all.push({ index, block, key, first, length });
  }
  return { all, firsts, lengths, sizes, starts, plainEnds };
}
