import { Readability } from '@mozilla/readability';
import {
  type Candidate,
  type Leaf,
  leavesOf,
  leavesUnder,
  type Search,
  type Strategy,
} from './article/candidates.ts';
import { complete } from './article/complete.ts';
import { isolate } from './article/isolate.ts';
import { keepTogether } from './article/keep-together.ts';
import { isEnough, scoreOf } from './article/score.ts';
import { byDensity, byLandmark, byMicroformat, byPlatform } from './article/structure.ts';
import { judgeBlocks } from './judge/judge-blocks.ts';
import { isListOfPosts } from './list-of-posts.ts';
import { type WeighedBlock, weighBlocks } from './prose.ts';
import type { Found, Metadata, NotArticleReason, Trimmed } from './types.ts';

/**
 * In order of precision. A later strategy wins only where its score is so many times better than the best before
 * it: taking a whole page always gathers the most prose, but seldom only the article's.
 */
const STRATEGIES: readonly (readonly [name: string, strategy: Strategy, margin: number])[] = [
  ['platform', byPlatform, 1],
  ['microformat', byMicroformat, 1.3],
  ['readability', byReadability, 1.3],
  ['landmark', byLandmark, 1.5],
  ['density', byDensity, 1.6],
];

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
  const choice = chooseCandidate(search);
  const chosen = choice
    ? keepTogether(judgeBlocks(choice.chosen, search, choice.candidates), choice.chosen, search)
    : { strategy: 'whole-page', leaves: leavesOf([source.body]) };
  const isList = isListOfPosts(source, blocks);
  const found: Found = { stage: 'found', root: isolate(chosen, search), strategy: chosen.strategy, source };
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
  return { source, blocks: weighBlocks(source.body), title: meta.title, author: meta.author };
}

/** Asks every strategy and chooses by the one score; null where none has an answer. Changes nothing. */
export function chooseCandidate(search: Search): Choice | null {
  const candidates: Candidate[] = [];
  let best: { candidate: Candidate; score: number } | null = null;
  for (const [name, strategy, margin] of STRATEGIES) {
    const leaves = strategy(search);
    if (!leaves || leaves.size === 0) continue;
    const candidate: Candidate = { strategy: name, leaves };
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

/** Readability's answer, traced back from its copy of the tree to ours by walking both in step. */
function byReadability({ source }: Search): ReadonlySet<Leaf> | null {
  const copy = source.document.cloneNode(true) as Document;
  const ours = leavesUnder(source.document);
  const originals = new Map(leavesUnder(copy).map((twin, at) => [twin, ours[at]]));
  const isCjk = /^(?:ja|zh|ko)/u.test(source.head.lang) || cjkShare(source.body) > 0.3;
  let content: Node | null | undefined;
  try {
    const reader = new Readability<Node>(copy, {
      charThreshold: isCjk ? 150 : 500,
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
  const leaves = new Set<Leaf>();
  for (const twin of leavesUnder(content)) {
    const original = originals.get(twin);
    if (original) leaves.add(original);
  }
  return leaves;
}

function cjkShare(body: Element): number {
  const text = body.textContent ?? '';
  return (
    (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu)?.length ?? 0) /
    Math.max(1, text.replace(/\s/gu, '').length)
  );
}
