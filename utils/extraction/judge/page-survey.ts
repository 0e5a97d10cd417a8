import { keyOf } from '../../text/normalise.ts';
import type { Candidate, Search } from '../article/candidates.ts';
import type { WeighedBlock } from '../prose.ts';

/** Distances to prose, in blocks, are told up to this. */
export const FAR = 20;
/** Prose of this length is a paragraph, not a sentence in a box. */
const PARAGRAPH = 80;

/** What the features of one block need to know of the whole page. All lists are by block index. */
export interface PageSurvey {
  readonly blocks: readonly WeighedBlock[];
  readonly strategy: string;
  readonly isChosen: readonly boolean[];
  readonly byStrategy: ReadonlyMap<string, readonly boolean[]>;
  /** First and last block of the chosen candidate. */
  readonly first: number;
  readonly last: number;
  /** Share of the page's text up to and with the block. */
  readonly place: readonly number[];
  /** Share of the chosen prose up to and with the block. */
  readonly progress: readonly number[];
  readonly sinceProse: readonly number[];
  readonly untilProse: readonly number[];
  /** Kind of markup: element, class and the two elements around it. */
  readonly kinds: readonly string[];
  /** Share of the chosen prose that stands in markup of that kind, or directly in that element. */
  readonly proseByKind: ReadonlyMap<string, number>;
  readonly proseByParent: ReadonlyMap<Element | null, number>;
  readonly keys: readonly string[];
  readonly timesSaid: ReadonlyMap<string, number>;
}

export function surveyPage(
  { blocks }: Search,
  chosen: Candidate,
  candidates: readonly Candidate[],
): PageSurvey {
  const has = ({ leaves }: Candidate) => blocks.map(({ nodes }) => nodes.some((node) => leaves.has(node)));
  const isChosen = has(chosen);
  const kinds = blocks.map(({ element }) => kindOf(element));
  const keys = blocks.map(({ text }) => keyOf(text));
  const prose = blocks.map((block, index) => (isChosen[index] ? block.prose : 0));
  return {
    blocks,
    strategy: chosen.strategy,
    isChosen,
    byStrategy: new Map(candidates.map((candidate) => [candidate.strategy, has(candidate)])),
    first: isChosen.indexOf(true),
    last: isChosen.lastIndexOf(true),
    place: runningShare(blocks.map(({ length }) => length)),
    progress: runningShare(prose),
    sinceProse: distances(blocks),
    untilProse: distances([...blocks].reverse()).reverse(),
    kinds,
    proseByKind: sharesBy(kinds, prose),
    proseByParent: sharesBy(
      blocks.map(({ element }) => element.parentElement),
      prose,
    ),
    keys,
    timesSaid: counts(keys),
  };
}

function kindOf(element: Element): string {
  let kind = '';
  let outer: Element | null = element;
  for (let level = 0; outer && level < 3; level += 1) {
    const classes = (outer.getAttribute('class') ?? '').replace(/[\d_-]+\w*/gu, '').slice(0, 40);
    kind += `${outer.nodeName}.${classes}>`;
    outer = outer.parentElement;
  }
  return kind;
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

function sharesBy<Key>(keys: readonly Key[], prose: readonly number[]): Map<Key, number> {
  const total = prose.reduce((sum, value) => sum + value, 0) + 1;
  const shares = new Map<Key, number>();
  keys.forEach((key, index) => {
    const value = prose[index] ?? 0;
    if (value > 0) shares.set(key, (shares.get(key) ?? 0) + value / total);
  });
  return shares;
}

function counts(keys: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}
