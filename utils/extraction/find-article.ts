import { Readability } from '@mozilla/readability';
import { toDom } from '../page-copy/to-dom.ts';
import { byArticleBody } from './article/article-body.ts';
import type { Candidate, Flags, Search, Strategy } from './article/candidates.ts';
import { complete } from './article/complete.ts';
import { isolate } from './article/isolate.ts';
import { keepTogether } from './article/keep-together.ts';
import { isEnough, isTrusted, scoreOf } from './article/score.ts';
import { byDensity, byLandmark, byMicroformat, byPlatform, byStructuredData } from './article/structure.ts';
import { blockTreeOf } from './block-tree.ts';
import { judgeBlocks } from './judge/judge-blocks.ts';
import { isListOfPosts } from './list-of-posts.ts';
import type { WeighedBlock } from './prose.ts';
import type { Found, NotArticleReason } from './types/article.ts';
import type { Metadata } from './types/metadata.ts';
import type { Trimmed } from './types/source.ts';

/**
 * In order of precision. A later strategy wins only where its score is so many times better than the best before
 * it: taking a whole page always gathers the most prose, but seldom only the article's.
 */
const STRATEGIES: readonly (readonly [name: string, strategy: Strategy, margin: number])[] = [
  ['structured-data', byStructuredData, 1],
  ['platform', byPlatform, 1],
  ['microformat', byMicroformat, 1.3],
  ['article-body', byArticleBody, 1.2],
  ['landmark', byLandmark, 1.5],
  ['density', byDensity, 1.6],
];

/** From this doubt of the judge on, Readability is asked as well: it takes as long as all the rest together. */
const DOUBTFUL = 0.2;

export interface NotFound {
  readonly stage: 'none';
  readonly reason: NotArticleReason;
  /** What could be shown all the same; null where the page says nothing. */
  readonly bestEffort: Found | null;
}

/**
 * Finds the article in what is left of the page. Every strategy names the text that it takes for the article;
 * the best score wins. The result's tree is the part of the page that holds it, with all else taken out and
 * recorded.
 */
export function findArticle(source: Trimmed, meta: Metadata): Found | NotFound {
  const search = searchOf(source, meta);
  const { blocks } = search;
  if (blocks.every((block) => block.text === '')) return { stage: 'none', reason: 'empty', bestEffort: null };
  const choice = choose(search);
  const chosen = choice?.chosen ?? { strategy: 'whole-page', isTaken: blocks.map(() => true) };
  const isList = isListOfPosts(source, search.tree);
  const found: Found = { stage: 'found', ...isolate(chosen, search), strategy: chosen.strategy, source };
  if (isList) return { stage: 'none', reason: 'list-of-posts', bestEffort: found };
  if (!choice || !isEnough(chosen, choice.score)) {
    return { stage: 'none', reason: whyNone(blocks), bestEffort: found };
  }
  return found;
}

export interface Choice {
  readonly candidates: readonly Candidate[];
  /** The best of the candidates, completed. */
  readonly chosen: Candidate;
  readonly score: number;
}

export function searchOf(source: Trimmed, meta: Metadata): Search {
  const { blocks, body } = source;
  return { source, blocks, tree: blockTreeOf(blocks, body), title: meta.title, author: meta.author };
}

/** The choice after the judge has gone through it; where it is in doubt, Readability's answer is weighed too. */
function choose(search: Search): Pick<Choice, 'chosen' | 'score'> | null {
  const first = chooseCandidate(search);
  const judged = first && judgeBlocks(first.chosen, search, first.candidates);
  if (judged && (judged.doubt < DOUBTFUL || isTrusted(judged.candidate))) {
    return { chosen: keepTogether(judged.candidate, first.chosen, search), score: first.score };
  }
  const isTaken = byReadability(search);
  if (isTaken) {
    const candidate = complete({ strategy: 'readability', isTaken }, search);
    const score = scoreOf(candidate, search.blocks);
    const second = judgeBlocks(candidate, search, first?.candidates ?? []);
    if (isEnough(candidate, score) && (!judged || second.doubt < judged.doubt)) {
      return { chosen: keepTogether(second.candidate, candidate, search), score };
    }
  }
  if (!first || !judged) return null;
  return { chosen: keepTogether(judged.candidate, first.chosen, search), score: first.score };
}

/** Asks every strategy that reads the page's own structure and chooses by the one score; null where none has an answer. Changes nothing. */
export function chooseCandidate(search: Search): Choice | null {
  const candidates: Candidate[] = [];
  let best: { candidate: Candidate; score: number } | null = null;
  for (const [name, strategy, margin] of STRATEGIES) {
    const isTaken = strategy(search);
    if (!isTaken) continue;
    const candidate: Candidate = { strategy: name, isTaken };
    candidates.push(candidate);
    const score = scoreOf(candidate, search.blocks);
    if (!best || score > Math.max(best.score, 1) * margin) best = { candidate, score };
  }
  return best && { candidates, chosen: complete(best.candidate, search), score: best.score };
}

function whyNone(blocks: readonly WeighedBlock[]): NotArticleReason {
  const length = blocks.reduce((sum, block) => sum + block.length, 0);
  const linked = blocks.reduce((sum, block) => sum + block.length * block.linkShare, 0);
  if (length === 0) return 'empty';
  return linked / length > 0.5 ? 'links-only' : 'too-short';
}

/**
 * Readability without the last step, which makes its answer's markup fit to be shown: only the answer's nodes are asked
 * for. Were the step named otherwise, it would merely be taken.
 */
class AnswerFinder extends Readability<Node> {
  _postProcessContent(): void {}
}

/** Readability's answer, traced back from its own tree to ours. */
function byReadability({ source, blocks }: Search): Flags | null {
  const { document, twins } = toDom(source.document);
  const text = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const length = blocks.reduce((sum, block) => sum + block.length, 0);
  let content: Node | null | undefined;
  try {
    const reader = new AnswerFinder(document, {
      charThreshold: length > text * CJK_LENGTH ? CJK_THRESHOLD : LATIN_THRESHOLD,
      keepClasses: true,
      disableJSONLD: true,
      serializer: (node) => node,
    });
    content = reader.parse()?.content;
  } catch {
    // Forms whose fields are named like DOM members make it throw; the other strategies read such pages.
    return null;
  }
  if (!content) return null;
  const answer = content;
  return blocks.map(({ nodes }) =>
    nodes.some((node) => {
      const twin = twins.get(node);
      return twin !== undefined && answer.contains(twin);
    }),
  );
}

/** From this many units of reading per character on, a page is mostly Chinese, Japanese or Korean. */
const CJK_LENGTH = 1.45;
/** The fewest characters of an article: Readability's own figure, and what says as much in CJK. */
const LATIN_THRESHOLD = 500;
const CJK_THRESHOLD = 150;
