import type { Candidate, Search } from '../article/candidates.ts';
import { isTrusted } from '../article/score.ts';
import { cueFeature, featuresOf } from './features.ts';
import { scoreBlock, THRESHOLD, usesFeature } from './model.ts';
import { surveyPage } from './page-survey.ts';
import { cueWriter } from './text-cues.ts';

/** Where the judge would throw away so much of the chosen prose, it does not know such pages: the choice stands. */
const LEAST_KEPT = 0.5;
/** What a writer puts into a text on purpose, however little it reads like one. */
const NEVER_JUDGED = new Set(['PRE']);

/** Labels and links so many blocks before or after the choice are not looked at: they are the page's frame. */
const FARTHEST = 8;

const writeCues = cueWriter((cue) => usesFeature(cueFeature(cue)));

export interface Judgement {
  readonly candidate: Candidate;
  /**
   * How unsure the judge is: the length of all blocks, each times its probability of being judged wrongly, over
   * the length of the blocks that it takes. Pages that are read well are below 0.1.
   */
  readonly doubt: number;
}

/**
 * Goes through the page block by block and takes what reads as a part of the chosen article, leaving out boxes,
 * labels and teasers within it and bringing back what it lost. The judgement is a model trained on real pages.
 * Where the page names its article's parts itself, nothing from outside them is added.
 */
export function judgeBlocks(chosen: Candidate, search: Search, candidates: readonly Candidate[]): Judgement {
  const features = featuresOf(surveyPage(search, chosen, candidates), search.author, writeCues);
  const mayAdd = !isTrusted(chosen);
  const first = chosen.isTaken.indexOf(true);
  const last = chosen.isTaken.lastIndexOf(true);
  const isFar = (index: number) => index < first - FARTHEST || index > last + FARTHEST;
  let kept = 0;
  let all = 0;
  let taken = 1;
  let wrong = 0;
  const isTaken = search.blocks.map((block, index) => {
    const wasTaken = chosen.isTaken[index] === true;
    if (wasTaken) all += block.prose;
    if (!wasTaken && !mayAdd) return false;
    if (index === chosen.lead) {
      kept += block.prose;
      taken += block.length;
      return true;
    }
    if (!wasTaken && block.prose === 0 && isFar(index)) return false;
    if (block.text === '' || NEVER_JUDGED.has(block.element.nodeName)) return wasTaken;
    const score = scoreBlock(features(index));
    wrong += block.length / (1 + Math.exp(Math.abs(score)));
    if (score <= THRESHOLD) return false;
    taken += block.length;
    if (wasTaken) kept += block.prose;
    return true;
  });
  const isSound = isTaken.includes(true) && kept >= all * LEAST_KEPT;
  return { candidate: isSound ? { ...chosen, isTaken } : chosen, doubt: wrong / taken };
}
