import type { Alone } from './alone.ts';
import type { Copies, Entry } from './entries.ts';

/** Two blocks that say the same, by index. */
export interface Pair {
  readonly original: number;
  readonly copy: number;
}

/** Blocks that one side of a run may have besides, between two that both have (posts without their headings). */
const MOST_BETWEEN = 6;
/** A run of shorter blocks must hold as much text as a few paragraphs: a refrain is a run of short lines. */
const LONG_ENOUGH_TOGETHER = 800;
/** Fewer short blocks in a row than this are found twice by accident. */
const LEAST_SHORT = 4;

/** Says which blocks say the same. */
export type Same = (original: number, copy: number) => boolean;

/**
 * The run that two equal blocks belong to: from these on in both directions, as long as both sides say the same
 * in the same order. Either side may have a few blocks of its own in between. The two sides never overlap.
 */
export function runAround(seed: Pair, count: number, same: Same, copies: Copies): Pair[] {
  const isOpen: Same = (original, copy) =>
    original >= 0 && copy < count && original < copy && !copies.has(copy) && same(original, copy);
  const before = walk(seed, -1, (original, copy) => copy > seed.original && isOpen(original, copy));
  const firstCopy = before.at(-1)?.copy ?? seed.copy;
  const after = walk(seed, 1, (original, copy) => original < firstCopy && isOpen(original, copy));
  return [...before.reverse(), seed, ...after];
}

function walk(seed: Pair, step: 1 | -1, isPair: Same): Pair[] {
  const pairs: Pair[] = [];
  let at: Pair | null = seed;
  while (at) {
    at = nextPair(at, step, isPair);
    if (at) pairs.push(at);
  }
  return pairs;
}

/** The nearest pair further on; only one of the sides may have blocks in between. */
function nextPair({ original, copy }: Pair, step: 1 | -1, isPair: Same): Pair | null {
  for (let between = 0; between <= MOST_BETWEEN; between += 1) {
    const far = step * (between + 1);
    if (isPair(original + far, copy + step)) return { original: original + far, copy: copy + step };
    if (isPair(original + step, copy + far)) return { original: original + step, copy: copy + far };
  }
  return null;
}

/**
 * What of a run is a copy. Blocks that are repeats by themselves are, and what stands between them. What stands
 * before the first or after the last is only where the run is a unit on the page, or long: beside a notice that
 * is shown again and again the same heading or short line may stand by chance.
 */
export function copyIn(run: readonly Pair[], entries: readonly Entry[], alone: Alone): readonly Pair[] {
  const isAnchor = ({ original, copy }: Pair) => alone.has(entries[copy]) && alone.has(entries[original]);
  if (run.length === 1) return run.every(isAnchor) ? run : [];
  const anchors = run.filter(isAnchor);
  if (anchors.length === 0) return isCopyOfShort(run, entries, alone) ? run : [];
  if (isUnit(run, entries) || isWhole(run, entries.length)) return run;
  // The same notice twice is no longer run than the notice once.
  const notice = entries[anchors[0]?.copy ?? 0]?.key;
  if (anchors.every(({ copy }) => entries[copy]?.key === notice)) {
    return [...headingsOf(anchors[0], run, entries), ...anchors];
  }
  const first = run.findIndex(isAnchor);
  const last = run.findLastIndex(isAnchor);
  const close = run.slice(closeTo(first, -1, run), closeTo(last, 1, run) + 1);
  return close.length >= LEAST_SHORT || isUnit(close, entries) ? close : run.slice(first, last + 1);
}

/** How far a run goes on from one of its pairs without blocks in between. */
function closeTo(at: number, step: 1 | -1, run: readonly Pair[]): number {
  let end = at;
  for (let here = run[at]; here; here = run[end]) {
    const next = run[end + step];
    if (next?.original !== here.original + step || next.copy !== here.copy + step) break;
    end += step;
  }
  return end;
}

/** A poem or a thread of short lines: only the whole of it said twice is a copy, not a stanza. */
function isCopyOfShort(run: readonly Pair[], entries: readonly Entry[], alone: Alone): boolean {
  if (run.length < LEAST_SHORT) return false;
  if (isWhole(run, entries.length)) return true;
  let together = 0;
  for (const { copy } of run) {
    const entry = entries[copy];
    if (entry && (alone.isFree(entry.block.element) || entry.block.element.nodeName === 'LI')) {
      together += entry.length;
    }
  }
  return together >= LONG_ENOUGH_TOGETHER;
}

/** Original and copy together are all that the article says, give or take a line at each end. */
function isWhole(run: readonly Pair[], count: number): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return false;
  return first.original <= 1 && last.original >= first.copy - 2 && last.copy >= count - 2;
}

/** One of the sides fills an element of its own: a copy for other screens, an extended entry. */
function isUnit(run: readonly Pair[], entries: readonly Entry[]): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || first === last) return false;
  return fillsElement(first.copy, last.copy, entries) || fillsElement(first.original, last.original, entries);
}

function fillsElement(from: number, to: number, entries: readonly Entry[]): boolean {
  const [first, last] = [entries[from]?.block.element, entries[to]?.block.element];
  let holder: Element | null | undefined = first;
  while (holder && last && !holder.contains(last)) holder = holder.parentElement;
  if (!holder) return false;
  const outside = [entries[from - 1], entries[to + 1]].filter((entry) => entry !== undefined);
  return outside.every(({ block }) => !holder.contains(block.element));
}

const HEADING = /^H[1-6]$/u;

/** The heading that leads to a copy goes with it, unless it leads to more. */
function headingsOf(anchor: Pair | undefined, run: readonly Pair[], entries: readonly Entry[]): Pair[] {
  const leading = anchor && run[run.indexOf(anchor) - 1];
  if (!leading) return [];
  const isHeading = (index: number) => HEADING.test(entries[index]?.block.element.nodeName ?? 'H1');
  return isHeading(leading.copy) && isHeading(anchor.copy + 1) ? [leading] : [];
}
