import type { Copies, Entry } from './entries.ts';
import type { Pair } from './runs.ts';

/** So many short blocks in a row that stood so before are worth a look. */
const IN_A_ROW = 4;

/** Where runs of blocks that are no repeats by themselves begin to say the same again. */
export function shortRunSeeds(entries: readonly Entry[], copies: Copies): Pair[] {
  const seeds: Pair[] = [];
  const again = keysSaidAgain(entries);
  if (again.size === 0) return seeds;
  const firstByRow = new Map<string, number>();
  for (let index = 0; index + IN_A_ROW <= entries.length; index += 1) {
    if (copies.has(index) || !again.has(entries[index]?.key ?? '')) continue;
    const row = entries
      .slice(index, index + IN_A_ROW)
      .map(({ key }) => key)
      .join('\n');
    const original = firstByRow.get(row);
    if (original === undefined) firstByRow.set(row, index);
    else if (index - original >= IN_A_ROW) seeds.push({ original, copy: index });
  }
  return seeds;
}

/** Most pages say nothing twice; then no rows need to be made. */
function keysSaidAgain(entries: readonly Entry[]): ReadonlySet<string> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { key } of entries) {
    if (once.has(key)) again.add(key);
    else once.add(key);
  }
  return again;
}
