import type { Copies, Entries } from './entries.ts';
import type { Pair } from './runs.ts';

/** So many short blocks in a row that stood so before are worth a look. */
const IN_A_ROW = 4;

/** Where runs of blocks that are no repeats by themselves begin to say the same again. */
export function shortRunSeeds({ all, firsts }: Entries, copies: Copies): Pair[] {
  const seeds: Pair[] = [];
  const again = saidAgain(firsts.subarray(0, all.length));
  if (again === null) return seeds;
  const firstByRow = new Map<string, number>();
  for (let index = 0; index + IN_A_ROW <= all.length; index += 1) {
    if (copies.has(index) || !again[index]) continue;
    const row = firsts.subarray(index, index + IN_A_ROW).join();
    const original = firstByRow.get(row);
    if (original === undefined) firstByRow.set(row, index);
    else if (index - original >= IN_A_ROW) seeds.push({ original, copy: index });
  }
  return seeds;
}

/** By entry: whether another one says the same. Null where none does: most pages say nothing twice. */
function saidAgain(firsts: Int32Array): boolean[] | null {
  if (firsts.every((first, index) => first === index)) return null;
  const again = new Array<boolean>(firsts.length).fill(false);
  firsts.forEach((first, index) => {
    if (index === first) return;
    again[index] = true;
    again[first] = true;
  });
  return again;
}
