import type { Copies, Entry } from './entries.ts';

/** A single block must be this long (in units of `readingLength`) to count as a repeat by itself. */
export const LONG_ENOUGH = 100;
/** A run of shorter blocks must hold as much text as a few paragraphs: a refrain is a run of short lines. */
const LONG_ENOUGH_TOGETHER = 8 * LONG_ENOUGH;

/**
 * Finds blocks and runs of blocks that say word for word what stood before. Runs beat single blocks: code and
 * tables are copies where the paragraphs around them are. Linear in the number of blocks.
 */
export function findRuns(entries: readonly Entry[]): Copies {
  const firstByKey = new Map<string, number>();
  const copies: Copies = new Map();
  let index = 0;
  while (index < entries.length) {
    const key = entries[index]?.key ?? '';
    const original = firstByKey.get(key);
    if (original === undefined) {
      firstByKey.set(key, index);
      index += 1;
      continue;
    }
    const run = runLength(entries, original, index);
    if (isRepeat(entries, original, index, run)) {
      for (let offset = 0; offset < run; offset += 1) copies.set(index + offset, original + offset);
      index += run;
    } else {
      index += 1;
    }
  }
  return copies;
}

/** How many blocks from `copy` on say the same as those from `original` on. */
function runLength(entries: readonly Entry[], original: number, copy: number): number {
  let run = 0;
  while (original + run < copy && copy + run < entries.length) {
    if (entries[original + run]?.key !== entries[copy + run]?.key) break;
    run += 1;
  }
  return run;
}

function isRepeat(entries: readonly Entry[], original: number, copy: number, run: number): boolean {
  const repeated = entries.slice(copy, copy + run);
  if (run === 1) return repeated[0]?.alone === true && repeated[0].length >= LONG_ENOUGH;
  if (repeated.some((entry) => entry.alone && entry.length >= LONG_ENOUGH)) return true;
  // A poem or a thread of short lines: only the whole of it said twice is a copy, not a stanza.
  const isWhole = original <= 1 && original + run >= copy - 1 && copy + run >= entries.length - 2;
  if (isWhole && run >= 4) return true;
  const together = repeated.reduce((sum, entry) => sum + (entry.alone ? entry.length : 0), 0);
  return together >= LONG_ENOUGH_TOGETHER;
}
