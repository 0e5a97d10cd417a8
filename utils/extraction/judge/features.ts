import { perName } from '../../page-copy/per-name.ts';
import { keyOf } from '../../text/normalise.ts';
import type { Holder } from '../block-tree.ts';
import type { WeighedBlock } from '../prose.ts';
import { HINT_NAMES } from './name-hints.ts';
import type { PageSurvey } from './page-survey.ts';
import { INSIDE_NAMES } from './surroundings.ts';
import { type CueWriter, countCharacters, cueWriter, TEXT_CUES } from './text-cues.ts';

/** Kinds of elements that a block may be, as the judge tells them apart. */
const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'P',
  item: 'LI',
  title: 'H1 H2',
  heading: 'H3 H4 H5 H6',
  row: 'TR TD TH',
  code: 'PRE',
  box: 'DIV SECTION ARTICLE SPAN A',
};
const KINDS_OF_TAGS = Object.keys(TAGS).length;
const KIND_BY_TAG = new Map(
  Object.values(TAGS).flatMap((tags, kind) => tags.split(' ').map((tag): [string, number] => [tag, kind])),
);
const kindOfTag = perName((name) => KIND_BY_TAG.get(name) ?? -1);
const isHeading = perName((name) => name.length === 2 && name.startsWith('H') && name !== 'HR');

const STRATEGIES = ['platform', 'microformat', 'article-body', 'landmark', 'density'];
const NEIGHBOURS = [-2, -1, 1, 2];
/** Steps up from a block to the elements whose sums are told. */
const OUTER = [1, 2, 4];
const MOST_STEPS = 12;
const MOST_BLOCKS = 30;

/** Names of the features, in the order of `featuresOf`. A model says which ones it was trained on. */
export const FEATURE_NAMES: readonly string[] = [
  ...['length', 'links', 'prose', 'ends', 'announces', 'digits', 'capitals', 'starts small', 'image'],
  ...Object.keys(TAGS).map((tag) => `is ${tag}`),
  ...INSIDE_NAMES.map((name) => `in ${name}`),
  ...['chosen', ...STRATEGIES.map((name) => `by ${name}`), ...STRATEGIES.map((name) => `has ${name}`)],
  ...STRATEGIES.map((name) => `won ${name}`),
  ...['place', 'progress', 'before', 'after', 'since prose', 'until prose'],
  ...['kind', 'own', 'parent', 'times said', 'author', 'steps'],
  ...OUTER.flatMap((steps) => ['chosen', 'length', 'links'].map((name) => `${name} of ${steps} up`)),
  ...NEIGHBOURS.flatMap((step) =>
    ['length', 'links', 'prose', 'chosen', 'same kind', 'heading'].map((name) => `${name} at ${step}`),
  ),
  ...HINT_NAMES.map((name) => `named ${name}`),
  ...Object.keys(TEXT_CUES).map(cueFeature),
];

/** What the judge looks at in the block with an index: numbers in the order of `FEATURE_NAMES`. */
export type Features = (index: number) => Float64Array;

/** Numbers are put in one after the other, in the order of `FEATURE_NAMES`. */
class Row {
  readonly values = new Float64Array(FEATURE_NAMES.length);
  at = 0;

  put(value: number | undefined): void {
    this.values[this.at] = value ?? 0;
    this.at += 1;
  }

  flag(value: boolean | undefined): void {
    this.values[this.at] = value === true ? 1 : 0;
    this.at += 1;
  }
}

/** The name of the feature that tells whether a block gives one of `TEXT_CUES`. */
export function cueFeature(cue: string): string {
  return `says ${cue}`;
}

const writeAllCues = cueWriter(() => true);

/** One for all pages: a buffer is slow to make, and the features of one block are read before the next one's. */
const row = new Row();

/**
 * The features of a page's blocks. Every call of the result, and of any other, writes into the same array.
 *
 * @param writeCues writes the cues that are asked for, and leaves the others at 0
 */
export function featuresOf(
  survey: PageSurvey,
  author: string | null,
  writeCues: CueWriter = writeAllCues,
): Features {
  const authorKey = author ? keyOf(author) : '';
  const strategies = STRATEGIES.map((name) => survey.byStrategy.get(name));
  return (index) => {
    const block = survey.blocks[index];
    const holder = survey.holders[index];
    if (!block || !holder) throw new RangeError(`no block ${index}`);
    row.at = 0;
    putText(row, survey, index, block);
    const tag = kindOfTag(block.element);
    for (let at = 0; at < KINDS_OF_TAGS; at += 1) row.flag(at === tag);
    const { inside, near, far, kind } = survey.surroundingsOf(holder);
    for (let bit = 0; bit < INSIDE_NAMES.length; bit += 1) row.flag((inside & (1 << bit)) !== 0);
    row.flag(survey.isChosen[index]);
    for (const flags of strategies) row.flag(flags?.[index]);
    for (const flags of strategies) row.flag(flags !== undefined);
    for (const name of STRATEGIES) row.flag(survey.strategy === name);
    putPlace(row, survey, index);
    putKind(row, survey, block, holder, authorKey);
    putOuter(row, survey, holder);
    for (const step of NEIGHBOURS) putNeighbour(row, survey, kind, index + step);
    for (let bit = 0; bit < HINT_NAMES.length; bit += 1) {
      const mask = 1 << bit;
      row.put(near & mask ? 1 : far & mask ? 0.5 : 0);
    }
    writeCues(block.text, row.values, row.at);
    return row.values;
  };
}

function putText(row: Row, survey: PageSurvey, index: number, block: WeighedBlock): void {
  const { text, linkShare, prose, nodes } = block;
  const { digits, capitals } = countCharacters(text);
  row.put(survey.logLength[index]);
  row.put(linkShare);
  row.flag(prose > 0);
  row.flag(ENDS.test(text.slice(-1)));
  row.flag(text.endsWith(':') || text.endsWith('：'));
  row.put(digits / (text.length + 1));
  row.put(capitals / (text.length + 1));
  row.flag(STARTS_SMALL.test(text));
  row.flag(nodes.some((node) => node.nodeType === 1));
}

const ENDS = /[.!?。！？…”"»」]/u;
const STARTS_SMALL = /^\p{Ll}/u;

function putPlace(row: Row, survey: PageSurvey, index: number): void {
  row.put(survey.place[index]);
  row.put(survey.progress[index]);
  row.put(Math.min(MOST_BLOCKS, Math.max(0, survey.first - index)));
  row.put(Math.min(MOST_BLOCKS, Math.max(0, index - survey.last)));
  row.put(survey.sinceProse[index]);
  row.put(survey.untilProse[index]);
}

function putKind(row: Row, survey: PageSurvey, block: WeighedBlock, holder: Holder, authorKey: string): void {
  row.put(survey.proseByKind.get(survey.surroundingsOf(holder).kind));
  row.put(survey.proseIn[holder.index]);
  row.put(holder.parent ? survey.proseUnder[holder.parent.index] : survey.proseIn[holder.index]);
  row.put(Math.min(5, survey.timesSaid.get(block.key) ?? 1));
  row.flag(
    authorKey !== '' && block.text.length < 80 && block.key.length < 60 && block.key.includes(authorKey),
  );
  row.put(stepsToArticle(survey, holder));
}

/** Steps up from an element to the one that holds half of the chosen prose. */
function stepsToArticle({ chosenIn, chosenProse }: PageSurvey, from: Holder): number {
  let steps = 0;
  for (let at: Holder | null = from; at && steps < MOST_STEPS; at = at.parent) {
    if ((chosenIn[at.index] ?? 0) * 2 >= chosenProse) break;
    steps += 1;
  }
  return steps;
}

function putOuter(row: Row, survey: PageSurvey, holder: Holder): void {
  const all = survey.chosenProse + 1;
  let steps = 0;
  let at = holder;
  for (const outer of OUTER) {
    while (at.parent && steps < outer) {
      at = at.parent;
      steps += 1;
    }
    row.put((survey.chosenIn[at.index] ?? 0) / all);
    row.put(Math.log1p(at.length));
    row.put(at.length > 0 ? at.linked / at.length : 0);
  }
}

function putNeighbour(row: Row, survey: PageSurvey, kind: number, at: number): void {
  // Lists are slow to read before their beginning.
  const isThere = at >= 0 && at < survey.blocks.length;
  const block = isThere ? survey.blocks[at] : undefined;
  const holder = isThere ? survey.holders[at] : undefined;
  row.put(isThere ? survey.logLength[at] : 0);
  row.put(block?.linkShare);
  row.flag(block && block.prose > 0);
  row.flag(block && survey.isChosen[at]);
  row.flag(holder && survey.surroundingsOf(holder).kind === kind);
  row.flag(block && isHeading(block.element));
}
