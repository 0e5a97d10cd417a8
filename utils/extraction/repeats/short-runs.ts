import type { Copies, Entry } from './entries.ts';
import type { Pair } from './runs.ts';

/** So many short blocks in a row that stood so before are worth a look. */
const IN_A_ROW = 4;

/** Where runs of blocks that are no repeats by themselves begin to say the same again. */
export function shortRunSeeds(entries: readonly Entry[], copies: Copies): Pair[] {
  const seeds: Pair[] = [];
  const again = saidAgain(entries);
  if (!again.includes(true)) return seeds;
  const firstByRow = new Map<string, number>();
  for (let index = 0; index + IN_A_ROW <= entries.length; index += 1) {
    if (copies.has(index) || !again[index]) continue;
    const row = entries
      .slice(index, index + IN_A_ROW)
      .map(({ first }) => first)
      .join();
    const original = firstByRow.get(row);
    if (original === undefined) firstByRow.set(row, index);
    else if (index - original >= IN_A_ROW) seeds.push({ original, copy: index });
  }
  return seeds;
}

/** By entry: whether another one says the same. Most pages say nothing twice; then no rows need to be made. */
function saidAgain(entries: readonly Entry[]): boolean[] {
  const again = new Array<boolean>(entries.length).fill(false);
  for (const { index, first } of entries) {
    if (index === first) continue;
    again[index] = true;
    again[first] = true;
  }
  return again;
}
