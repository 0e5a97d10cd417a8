import { Alone } from './alone.ts';
import { Copies, type Entries, type Entry } from './entries.ts';
import { findFragments } from './fragments.ts';
import { copyIn, type Pair, runAround, type Same } from './runs.ts';
import { shortRunSeeds } from './short-runs.ts';
import { findTwins } from './twins.ts';

/** Finds every block that says what another says. Linear in the size of the text. */
export function findCopies(entries: Entries, root: Element): Copies {
  const { all, firsts } = entries;
  const alone = new Alone(all);
  const copies = new Copies(all.length);
  findFragments(entries, alone, root, copies);
  const twins = findTwins(entries, alone, copies);
  const same: Same = (original, copy) => twins[copy] === original || firsts[original] === firsts[copy];
  const fold = (copy: number, original: number) => {
    if (copies.has(copy)) return;
    const run = runAround({ original, copy }, all.length, same, copies);
    foldRun(copyIn(run, all, alone), all, copies);
  };
  twins.forEach((original, copy) => {
    if (original >= 0) fold(copy, original);
  });
  for (const { copy, original } of shortRunSeeds(entries, copies)) fold(copy, original);
  return copies;
}

/** Notes the copies of a run: all on one side, so that neither the order nor a heading's text is torn. */
function foldRun(run: readonly Pair[], entries: readonly Entry[], copies: Copies): void {
  const laterStays = !run.some(({ original }) => copies.has(original)) && isBetter(run, entries);
  for (const { original, copy } of run) {
    if (laterStays) copies.add(original, copy);
    else copies.add(copy, original);
  }
}

/** Whether the later side says more or, where both say the same, has the richer markup. */
function isBetter(run: readonly Pair[], entries: readonly Entry[]): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return false;
  const more = last.copy - first.copy - (last.original - first.original);
  if (more !== 0) return more > 0;
  let richer = 0;
  for (const { original, copy } of run) richer += richness(entries[copy]) - richness(entries[original]);
  return richer > 0;
}

/** Links, emphasis, pictures: every piece of markup parts the text or is a node of its own. */
function richness(entry: Entry | undefined): number {
  if (!entry) return 0;
  const { element, nodes } = entry.block;
  return nodes.filter((node) => node.nodeType === 1 || node.parentNode !== element).length;
}
