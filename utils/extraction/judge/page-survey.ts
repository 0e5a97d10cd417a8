import type { Candidate, Flags, Search } from '../article/candidates.ts';
import { type BlockTree, type Holder, sumsByHolder } from '../block-tree.ts';
import type { WeighedBlock } from '../prose.ts';
import { type SurroundingsOf, surroundingsIn } from './surroundings.ts';

/** Distances to prose, in blocks, are told up to this. */
export const FAR = 20;
/** Prose of this length is a paragraph, not a sentence in a box. */
const PARAGRAPH = 80;

/** What the features of one block need to know of the whole page. All lists are by block index. */
export interface PageSurvey {
  readonly blocks: readonly WeighedBlock[];
  readonly strategy: string;
  readonly isChosen: Flags;
  /** Natural logarithm of one more than the block's length. */
  readonly logLength: readonly number[];
  readonly byStrategy: ReadonlyMap<string, Flags>;
  /** First and last block of the chosen candidate. */
  readonly first: number;
  readonly last: number;
  /** Share of the page's text up to and with the block. */
  readonly place: readonly number[];
  /** Share of the chosen prose up to and with the block. */
  readonly progress: readonly number[];
  readonly sinceProse: readonly number[];
  readonly untilProse: readonly number[];
  readonly surroundingsOf: SurroundingsOf;
  readonly holders: readonly Holder[];
  /** Share of the chosen prose that stands in markup of that kind. */
  readonly proseByKind: ReadonlyMap<number, number>;
  /** By the index of a holder: the chosen prose that stands anywhere in it. */
  readonly chosenIn: readonly number[];
  /** By the index of a holder: share of the chosen prose directly in it, and directly in its children. */
  readonly proseIn: readonly number[];
  readonly proseUnder: readonly number[];
  /** How often the page says what a key stands for, where that is more than once. */
  readonly timesSaid: ReadonlyMap<string, number>;
  readonly chosenProse: number;
}

export function surveyPage(
  { blocks, tree }: Search,
  chosen: Candidate,
  candidates: readonly Candidate[],
): PageSurvey {
  const isChosen = chosen.isTaken;
  const lengths = blocks.map(({ length }) => length);
  const prose = blocks.map((block, index) => (isChosen[index] ? block.prose : 0));
  const chosenProse = sumOf(prose);
  const shares = prose.map((value) => value / (chosenProse + 1));
  const surroundingsOf = surroundingsIn(tree);
  return {
    blocks,
    strategy: chosen.strategy,
    isChosen,
    logLength: lengths.map((length) => Math.log1p(length)),
    byStrategy: new Map(candidates.map(({ strategy, isTaken }) => [strategy, isTaken])),
    first: isChosen.indexOf(true),
    last: isChosen.lastIndexOf(true),
    place: runningShare(lengths, sumOf(lengths)),
    progress: runningShare(prose, chosenProse),
    sinceProse: sinceProse(blocks),
    untilProse: untilProse(blocks),
    surroundingsOf,
    holders: tree.ofBlock,
    proseByKind: sharesByKind(tree, shares, surroundingsOf),
    chosenIn: sumsByHolder(tree, prose),
    ...sharesByHolder(tree, shares),
    timesSaid: saidAgain(blocks),
    chosenProse,
  };
}

function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function runningShare(values: readonly number[], total: number): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum / (total + 1);
  });
}

/** By block: how many blocks before it the last paragraph stands. */
function sinceProse(blocks: readonly WeighedBlock[]): number[] {
  let distance = FAR;
  return blocks.map((block) => {
    const before = distance;
    distance = nextDistance(block, distance);
    return before;
  });
}

/** By block: how many blocks after it the next paragraph stands. */
function untilProse(blocks: readonly WeighedBlock[]): number[] {
  const distances = new Array<number>(blocks.length).fill(FAR);
  for (let at = blocks.length - 1; at > 0; at -= 1) {
    distances[at - 1] = nextDistance(blocks[at] as WeighedBlock, distances[at] as number);
  }
  return distances;
}

function nextDistance(block: WeighedBlock, distance: number): number {
  return block.prose > PARAGRAPH ? 0 : Math.min(FAR, distance + 1);
}

function sharesByKind(
  { ofBlock }: BlockTree,
  shares: readonly number[],
  surroundingsOf: SurroundingsOf,
): Map<number, number> {
  const byKind = new Map<number, number>();
  ofBlock.forEach((holder, index) => {
    const share = shares[index] ?? 0;
    if (share === 0) return;
    const { kind } = surroundingsOf(holder);
    byKind.set(kind, (byKind.get(kind) ?? 0) + share);
  });
  return byKind;
}

/** Adds up the blocks' shares by the holders that they stand in, and by the holders around these. */
function sharesByHolder(
  { holders, ofBlock }: BlockTree,
  shares: readonly number[],
): Pick<PageSurvey, 'proseIn' | 'proseUnder'> {
  const proseIn = new Array<number>(holders.length).fill(0);
  const proseUnder = new Array<number>(holders.length).fill(0);
  ofBlock.forEach(({ index: own, parent }, index) => {
    const share = shares[index] ?? 0;
    if (share === 0) return;
    proseIn[own] = (proseIn[own] ?? 0) + share;
    if (parent) proseUnder[parent.index] = (proseUnder[parent.index] ?? 0) + share;
  });
  return { proseIn, proseUnder };
}

function saidAgain(blocks: readonly WeighedBlock[]): Map<string, number> {
  const said = new Set<string>();
  const times = new Map<string, number>();
  for (const { key } of blocks) {
    const known = said.size;
    if (said.add(key).size === known) times.set(key, (times.get(key) ?? 1) + 1);
  }
  return times;
}
