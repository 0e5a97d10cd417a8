import type { FileName, Segment } from './segments.ts';
import { blockKey, readBlocks, type SearchDatabase } from './store.ts';

/** Bytes of blocks that are kept in memory. */
const MOST_KEPT = 32_000_000;

/** Neighbouring blocks of a file of a segment. */
export interface WantedBlocks {
  readonly segment: Segment;
  readonly file: FileName;
  /** From the first to before the last. */
  readonly range: readonly [from: number, to: number];
}

export interface BlockCache {
  /** Reads blocks, of each that is wanted all or none; those that are not in memory as they lie on disk at one moment. */
  read(
    database: SearchDatabase,
    wanted: readonly WantedBlocks[],
  ): Promise<readonly (readonly Uint8Array[])[]>;
}

/**
 * Keeps the blocks that were read last: who types, filters or scrolls asks for the same words again and again. Blocks
 * never change, but segments of an index that was built anew get the same ids, so theirs go by the segment as it
 * was loaded.
 */
export function createBlockCache(most = MOST_KEPT): BlockCache {
  const numbers = new WeakMap<Segment, number>();
  /** Those that were asked for longest ago come first. */
  const kept = new Map<number, Uint8Array>();
  let lastNumber = 0;
  let bytes = 0;

  function keysOf({ segment, file, range: [from, to] }: WantedBlocks): number[] {
    let number = numbers.get(segment);
    if (number === undefined) {
      number = ++lastNumber;
      numbers.set(segment, number);
    }
    const first = blockKey(number, file, 0);
    return Array.from({ length: Math.max(0, to - from) }, (_, index) => first + from + index);
  }

  function recall(keys: readonly number[]): readonly Uint8Array[] | null {
    const blocks = keys.map((key) => kept.get(key));
    return blocks.every((block) => block !== undefined) ? blocks : null;
  }

  function keep(keys: readonly number[], blocks: readonly Uint8Array[]): void {
    for (const [index, key] of keys.entries()) {
      bytes -= kept.get(key)?.length ?? 0;
      kept.delete(key);
      const block = blocks[index];
      if (!block) continue;
      kept.set(key, block);
      bytes += block.length;
    }
    for (const [key, block] of kept) {
      if (bytes <= most) break;
      kept.delete(key);
      bytes -= block.length;
    }
  }

  return {
    async read(database, wanted) {
      const asked = wanted.map((one) => {
        const keys = keysOf(one);
        return { ...one, keys, known: recall(keys) };
      });
      const isAllKnown = asked.every(({ known }) => known);
      const reading = isAllKnown ? null : database.transaction('blocks');
      return Promise.all(
        asked.map(async ({ segment, file, range, keys, known }) => {
          const blocks = known ?? (reading ? await readBlocks(reading, segment, file, range) : []);
          keep(keys, blocks);
          return blocks;
        }),
      );
    },
  };
}
