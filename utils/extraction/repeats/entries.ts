import type { WeighedBlock } from '../prose.ts';

/** A single block must be this long (in units of `readingLength`) to count as a repeat by itself. */
export const LONG_ENOUGH = 100;

/** A block as the search for repeats sees it. */
export interface Entry {
  /** Its place among the entries. */
  readonly index: number;
  readonly block: WeighedBlock;
  /** Equal for blocks that read the same. */
  readonly key: string;
  /** In units of `readingLength`. */
  readonly length: number;
}

/** Which block repeats which, by index: a copy and the original that stays. Never a circle. */
export class Copies {
  private readonly originals = new Map<number, number>();

  has(copy: number): boolean {
    return this.originals.has(copy);
  }

  /** All copies in page order. */
  all(): number[] {
    return [...this.originals.keys()].sort((a, b) => a - b);
  }

  /** The block that stays for this one: itself where it is no copy. */
  originalOf(index: number): number {
    let original = index;
    for (let next = this.originals.get(original); next !== undefined; next = this.originals.get(original)) {
      original = next;
    }
    return original;
  }

  /** Notes a copy, unless one of the two is known as a copy of the other. */
  add(copy: number, original: number): void {
    const staying = this.originalOf(original);
    if (staying !== copy && !this.originals.has(copy)) this.originals.set(copy, staying);
  }
}

/** The blocks with text as entries, in page order. */
export function entriesOf(blocks: readonly WeighedBlock[]): Entry[] {
  const entries: Entry[] = [];
  for (const block of blocks) {
    if (block.text === '') continue;
    entries.push({ index: entries.length, block, key: block.key, length: block.length });
  }
  return entries;
}
