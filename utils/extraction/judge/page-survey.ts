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
  readonly timesSaid: ReadonlyMap<string, number>;
  readonly chosenProse: number;
}

export function surveyPage(
  { blocks, tree }: Search,
  chosen: Candidate,
  candidates: readonly Candidate[],
): PageSurvey {
  const isChosen = chosen.isTaken;
  const prose = blocks.map((block, index) => (isChosen[index] ? block.prose : 0));
  const surroundingsOf = surroundingsIn(tree);
  return {
    blocks,
    strategy: chosen.strategy,
    isChosen,
    logLength: blocks.map(({ length }) => Math.log1p(length)),
    byStrategy: new Map(candidates.map(({ strategy, isTaken }) => [strategy, isTaken])),
    first: isChosen.indexOf(true),
    last: isChosen.lastIndexOf(true),
    place: runningShare(blocks.map(({ length }) => length)),
    progress: runningShare(prose),
    sinceProse: distances(blocks),
    untilProse: distances(blocks.toReversed()).reverse(),
    surroundingsOf,
    holders: tree.ofBlock,
    proseByKind: sharesByKind(tree, prose, surroundingsOf),
    chosenIn: sumsByHolder(tree, prose),
    proseIn: sharesIn(tree, prose, (holder) => holder),
    proseUnder: sharesIn(tree, prose, ({ parent }) => parent),
    timesSaid: counts(blocks),
    chosenProse: prose.reduce((sum, value) => sum + value, 0),
  };
}

function runningShare(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0) + 1;
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum / total;
  });
}

function distances(blocks: readonly WeighedBlock[]): number[] {
  let distance = FAR;
  return blocks.map((block) => {
    const before = distance;
    distance = block.prose > PARAGRAPH ? 0 : Math.min(FAR, distance + 1);
    return before;
  });
}

function sharesByKind(
  { ofBlock }: BlockTree,
  prose: readonly number[],
  surroundingsOf: SurroundingsOf,
): Map<number, number> {
  const total = prose.reduce((sum, value) => sum + value, 0) + 1;
  const shares = new Map<number, number>();
  ofBlock.forEach((holder, index) => {
    const value = prose[index] ?? 0;
    if (value === 0) return;
    const { kind } = surroundingsOf(holder);
    shares.set(kind, (shares.get(kind) ?? 0) + value / total);
  });
  return shares;
}

/** By the index of a holder: the share of the prose of those blocks that it is told to stand for. */
function sharesIn(
  { holders, ofBlock }: BlockTree,
  prose: readonly number[],
  holderFor: (own: Holder) => Holder | null,
): number[] {
  const total = prose.reduce((sum, value) => sum + value, 0) + 1;
  const shares = new Array<number>(holders.length).fill(0);
  ofBlock.forEach((own, index) => {
    const value = prose[index] ?? 0;
    const holder = value > 0 ? holderFor(own) : null;
    if (holder) shares[holder.index] = (shares[holder.index] ?? 0) + value / total;
  });
  return shares;
}

function counts(blocks: readonly WeighedBlock[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { key } of blocks) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}
