import type { WeighedBlock } from '../prose.ts';
import type { Candidate } from './candidates.ts';

/** Strategies that go by names which only articles have; short lines in them are verse or dialogue, not labels. */
const TRUSTED = new Set(['structured-data', 'platform', 'microformat']);

/** What the page's own word is worth, in units of prose: a short post beside a chatty sidebar is still the post. */
const TRUST = 200;

/** The least score of an article; where the page itself names its article, one short sentence will do. */
const LEAST = 40;
const LEAST_TRUSTED = TRUST + 4;

/** Whether a candidate says enough to be an article at all. */
export function isEnough(candidate: Candidate, score: number): boolean {
  return score >= (isTrusted(candidate) ? LEAST_TRUSTED : LEAST);
}

/** Whether the page itself says that this is its article. */
export function isTrusted({ strategy }: Candidate): boolean {
  return TRUSTED.has(strategy);
}

/**
 * How well a choice of blocks covers what reads as prose and nothing else: prose taken counts for it, once
 * however often the page says it; labels and links taken count against it.
 */
export function scoreOf(candidate: Candidate, blocks: readonly WeighedBlock[]): number {
  const trusted = isTrusted(candidate);
  const seen = new Set<string>();
  let score = trusted ? TRUST : 0;
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block || !candidate.isTaken[index]) continue;
    if (block.prose > 0) {
      const known = seen.size;
      if (seen.add(block.text).size > known) score += block.prose;
    } else if (trusted && block.linkShare < 0.3) {
      score += block.length / 2;
    } else {
      score -= Math.min(block.length, 40) * (0.3 + block.linkShare);
    }
  }
  return score;
}
