import { keyOf } from '../../text/normalise.ts';
import type { Holder } from '../block-tree.ts';
import type { WeighedBlock } from '../prose.ts';
import { HINT_NAMES } from './name-hints.ts';
import type { PageSurvey } from './page-survey.ts';
import { INSIDE_NAMES } from './surroundings.ts';
import { countCharacters, TEXT_CUES, writeCues } from './text-cues.ts';

const TAGS: Readonly<Record<string, RegExp>> = {
  paragraph: /^P$/u,
  item: /^LI$/u,
  title: /^H[12]$/u,
  heading: /^H[3-6]$/u,
  row: /^T[RDH]$/u,
  code: /^PRE$/u,
  box: /^(?:DIV|SECTION|ARTICLE|SPAN|A)$/u,
};
const TAG_PATTERNS = Object.values(TAGS);
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
  ...Object.keys(TEXT_CUES).map((name) => `says ${name}`),
];

/** What the judge looks at in the block with an index: numbers in the order of `FEATURE_NAMES`. */
export type Features = (index: number) => Float64Array;

/** The features of a page's blocks. Every call of the result writes into the same array. */
export function featuresOf(survey: PageSurvey, author: string | null): Features {
  const row = new Float64Array(FEATURE_NAMES.length);
  const authorKey = author ? keyOf(author) : '';
  const strategies = STRATEGIES.map((name) => survey.byStrategy.get(name));
  return (index) => {
    const block = survey.blocks[index];
    if (!block) throw new RangeError(`no block ${index}`);
    let at = 0;
    const put = (value: number | boolean | undefined) => {
      row[at] = typeof value === 'number' ? value : value === true ? 1 : 0;
      at += 1;
    };
    putText(put, block);
    for (const pattern of TAG_PATTERNS) put(pattern.test(block.element.nodeName));
    const around = survey.surroundings[index];
    for (let bit = 0; bit < INSIDE_NAMES.length; bit += 1) put((around?.inside ?? 0) & (1 << bit) ? 1 : 0);
    put(survey.isChosen[index]);
    for (const flags of strategies) put(flags?.[index]);
    for (const flags of strategies) put(flags !== undefined);
    for (const name of STRATEGIES) put(survey.strategy === name);
    putPlace(put, survey, index);
    putKind(put, survey, index, block, authorKey);
    putOuter(put, survey, index);
    for (const step of NEIGHBOURS) putNeighbour(put, survey, index, index + step);
    for (let bit = 0; bit < HINT_NAMES.length; bit += 1) {
      const mask = 1 << bit;
      put((around?.near ?? 0) & mask ? 1 : (around?.far ?? 0) & mask ? 0.5 : 0);
    }
    writeCues(block.text, row, at);
    return row;
  };
}

type Put = (value: number | boolean | undefined) => void;

function putText(put: Put, { text, length, linkShare, prose, nodes }: WeighedBlock): void {
  const { digits, capitals } = countCharacters(text);
  put(Math.log1p(length));
  put(linkShare);
  put(prose > 0);
  put(/[.!?。！？…”"»」]$/u.test(text));
  put(/[:：]$/u.test(text));
  put(digits / (text.length + 1));
  put(capitals / (text.length + 1));
  put(/^\p{Ll}/u.test(text));
  put(nodes.some((node) => node.nodeType === 1));
}

function putPlace(put: Put, survey: PageSurvey, index: number): void {
  put(survey.place[index]);
  put(survey.progress[index]);
  put(Math.min(MOST_BLOCKS, Math.max(0, survey.first - index)));
  put(Math.min(MOST_BLOCKS, Math.max(0, index - survey.last)));
  put(survey.sinceProse[index]);
  put(survey.untilProse[index]);
}

function putKind(put: Put, survey: PageSurvey, index: number, block: WeighedBlock, authorKey: string): void {
  put(survey.proseByKind.get(survey.surroundings[index]?.kind ?? ''));
  put(survey.proseByElement.get(block.element));
  put(survey.proseByParent.get(survey.holders[index]?.parent?.element ?? null));
  put(Math.min(5, survey.timesSaid.get(block.key) ?? 1));
  put(authorKey !== '' && block.text.length < 80 && block.key.length < 60 && block.key.includes(authorKey));
  put(stepsToArticle(survey, survey.holders[index] ?? null));
}

/** Steps up from an element to the one that holds half of the chosen prose. */
function stepsToArticle({ chosenIn, chosenProse }: PageSurvey, from: Holder | null): number {
  let steps = 0;
  for (let at = from; at && steps < MOST_STEPS; at = at.parent) {
    if ((chosenIn.get(at) ?? 0) * 2 >= chosenProse) break;
    steps += 1;
  }
  return steps;
}

function putOuter(put: Put, survey: PageSurvey, index: number): void {
  const all = survey.chosenProse + 1;
  let steps = 0;
  let at: Holder | null = survey.holders[index] ?? null;
  for (const outer of OUTER) {
    while (at?.parent && steps < outer) {
      at = at.parent;
      steps += 1;
    }
    put(at ? (survey.chosenIn.get(at) ?? 0) / all : 0);
    put(at ? Math.log1p(at.length) : 0);
    put(at && at.length > 0 ? at.linked / at.length : 0);
  }
}

function putNeighbour(put: Put, survey: PageSurvey, index: number, at: number): void {
  const block = survey.blocks[at];
  put(block && Math.log1p(block.length));
  put(block?.linkShare);
  put(block && block.prose > 0);
  put(block && survey.isChosen[at]);
  put(block && survey.surroundings[at]?.kind === survey.surroundings[index]?.kind);
  put(block && /^H\d$/u.test(block.element.nodeName));
}
