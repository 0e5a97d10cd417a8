import type { Candidate, Leaf, Search } from '../article/candidates.ts';
import { isTrusted } from '../article/score.ts';
import type { WeighedBlock } from '../prose.ts';
import { authorKeyOf, featuresOf } from './features.ts';
import { isTaken } from './model.ts';
import { surveyPage } from './page-survey.ts';

/** Where the judge would throw away so much of the chosen prose, it does not know such pages: the choice stands. */
const LEAST_KEPT = 0.5;
/** What a writer puts into a text on purpose, however little it reads like one. */
const NEVER_JUDGED = new Set(['PRE']);

/**
 * Goes through the page block by block and takes what reads as a part of the chosen article, leaving out boxes,
 * labels and teasers within it and bringing back what it lost. The judgement is a model trained on real pages.
 * Where the page names its article's parts itself, nothing from outside them is added.
 */
export function judgeBlocks(chosen: Candidate, search: Search, candidates: readonly Candidate[]): Candidate {
  const survey = surveyPage(search, chosen, candidates);
  const authorKey = authorKeyOf(search.author);
  const mayAdd = !isTrusted(chosen);
  const leaves = new Set<Leaf>();
  let kept = 0;
  let all = 0;
  search.blocks.forEach((block, index) => {
    const wasChosen = survey.isChosen[index] === true;
    const isKept =
      wasChosen || mayAdd ? belongs(block, wasChosen, () => featuresOf(survey, index, authorKey)) : false;
    if (isKept) for (const node of block.nodes) leaves.add(node);
    if (wasChosen) {
      all += block.prose;
      if (isKept) kept += block.prose;
    }
  });
  return leaves.size > 0 && kept >= all * LEAST_KEPT ? { ...chosen, leaves } : chosen;
}

function belongs(block: WeighedBlock, wasChosen: boolean, features: () => number[]): boolean {
  if (block.text === '' || NEVER_JUDGED.has(block.element.nodeName)) return wasChosen;
  return isTaken(features());
}
