import { keyOf } from '../../text/normalise.ts';
import type { WeighedBlock } from '../prose.ts';
import { HINT_NAMES, hintsOf } from './name-hints.ts';
import type { PageSurvey } from './page-survey.ts';

const TEXT_CUES: Readonly<Record<string, RegExp>> = {
  credit:
    /^(?:photo|image|picture|source|credit|foto|bild|via|courtesy|above|below)\b|getty images|shutterstock|unsplash|©/iu,
  invitation:
    /subscri|newsletter|sign up|follow us|join (?:us|our|the)|get started|book (?:a|now)|free trial|contact us|call us|request a|learn more|click here|read more|shop now|buy now|download/iu,
  byline: /^(?:by|written by|posted|published|updated|reviewed|edited|author)\b|min(?:ute)? read/iu,
  disclosure: /affiliate|commission|sponsor|disclosure|disclaimer|editorial/iu,
  reference:
    /^(?:related|see also|read|more|also|next|previous|share|tags?|categories|filed|you may|recommended)\b/iu,
  person:
    /is an? .{0,60}(?:writer|author|editor|journalist|founder|ceo|expert|consultant|director|professor)/iu,
  year: /\b(?:19|20)\d\d\b/u,
  address: /https?:|@|www\./u,
  price: /[$€£¥]\s?\d/u,
  legal: /cookie|privacy|rights reserved|terms/iu,
};
const CUE_LENGTH = 300;

const TAGS: Readonly<Record<string, RegExp>> = {
  paragraph: /^P$/u,
  item: /^LI$/u,
  title: /^H[12]$/u,
  heading: /^H[3-6]$/u,
  row: /^T[RDH]$/u,
  code: /^PRE$/u,
  box: /^(?:DIV|SECTION|ARTICLE|SPAN|A)$/u,
};
const INSIDE = [
  'figure, figcaption',
  'blockquote',
  'aside',
  'header',
  'table',
  'ul, ol',
  'article',
  'details',
];
const STRATEGIES = ['readability', 'platform', 'microformat', 'landmark', 'density'];
const NEIGHBOURS = [-2, -1, 1, 2];

const flag = (value: boolean | undefined) => (value ? 1 : 0);
const share = (text: string, pattern: RegExp) => (text.match(pattern)?.length ?? 0) / (text.length + 1);

/** Names of the features, in the order of `featuresOf`. A model says which ones it was trained on. */
export const FEATURE_NAMES: readonly string[] = [
  ...['length', 'links', 'prose', 'ends', 'announces', 'digits', 'capitals', 'starts small', 'image'],
  ...Object.keys(TAGS).map((tag) => `is ${tag}`),
  ...INSIDE.map((selector) => `in ${selector}`),
  ...['chosen', ...STRATEGIES.map((name) => `by ${name}`), ...STRATEGIES.map((name) => `has ${name}`)],
  ...[
    'won readability',
    'won platform',
    'place',
    'progress',
    'before',
    'after',
    'since prose',
    'until prose',
  ],
  ...['kind', 'parent', 'own', 'times said', 'author'],
  ...NEIGHBOURS.flatMap((step) =>
    ['length', 'links', 'prose', 'chosen', 'same kind', 'heading'].map((name) => `${name} at ${step}`),
  ),
  ...HINT_NAMES.map((name) => `named ${name}`),
  ...Object.keys(TEXT_CUES).map((name) => `says ${name}`),
];

/** What the judge looks at in one block: numbers in the order of `FEATURE_NAMES`. */
export function featuresOf(survey: PageSurvey, index: number, authorKey: string): number[] {
  const block = survey.blocks[index];
  if (!block) throw new RangeError(`no block ${index}`);
  return [
    ...ofText(block),
    ...Object.values(TAGS).map((pattern) => flag(pattern.test(block.element.nodeName))),
    ...INSIDE.map((selector) => flag(block.element.closest(selector) !== null)),
    ...ofStrategies(survey, index),
    ...ofPlace(survey, index),
    ...ofKind(survey, index, block, authorKey),
    ...NEIGHBOURS.flatMap((step) => ofNeighbour(survey, index, index + step)),
    ...hintsOf(block.element),
    ...Object.values(TEXT_CUES).map((pattern) => flag(pattern.test(block.text.slice(0, CUE_LENGTH)))),
  ];
}

function ofText({ text, length, linkShare, prose, nodes }: WeighedBlock): number[] {
  return [
    Math.log1p(length),
    linkShare,
    flag(prose > 0),
    flag(/[.!?。！？…”"»」]$/u.test(text)),
    flag(/[:：]$/u.test(text)),
    share(text, /\d/gu),
    share(text, /\p{Lu}/gu),
    flag(/^\p{Ll}/u.test(text)),
    flag(nodes.some((node) => node.nodeType === 1)),
  ];
}

function ofStrategies({ isChosen, byStrategy }: PageSurvey, index: number): number[] {
  return [
    flag(isChosen[index]),
    ...STRATEGIES.map((name) => flag(byStrategy.get(name)?.[index])),
    ...STRATEGIES.map((name) => flag(byStrategy.has(name))),
  ];
}

function ofPlace(survey: PageSurvey, index: number): number[] {
  return [
    flag(survey.strategy === 'readability'),
    flag(survey.strategy === 'platform'),
    survey.place[index] ?? 0,
    survey.progress[index] ?? 0,
    Math.min(30, Math.max(0, survey.first - index)),
    Math.min(30, Math.max(0, index - survey.last)),
    survey.sinceProse[index] ?? 0,
    survey.untilProse[index] ?? 0,
  ];
}

function ofKind(survey: PageSurvey, index: number, block: WeighedBlock, authorKey: string): number[] {
  const key = survey.keys[index] ?? '';
  return [
    survey.proseByKind.get(survey.kinds[index] ?? '') ?? 0,
    survey.proseByParent.get(block.element.parentElement) ?? 0,
    survey.proseByParent.get(block.element) ?? 0,
    Math.min(5, survey.timesSaid.get(key) ?? 1),
    flag(authorKey !== '' && key.length < 60 && key.includes(authorKey)),
  ];
}

function ofNeighbour(survey: PageSurvey, index: number, at: number): number[] {
  const block = survey.blocks[at];
  if (!block) return [0, 0, 0, 0, 0, 0];
  return [
    Math.log1p(block.length),
    block.linkShare,
    flag(block.prose > 0),
    flag(survey.isChosen[at]),
    flag(survey.kinds[at] === survey.kinds[index]),
    flag(/^H\d$/u.test(block.element.nodeName)),
  ];
}

/** The author's name as `featuresOf` wants it. */
export function authorKeyOf(author: string | null): string {
  return author ? keyOf(author) : '';
}
