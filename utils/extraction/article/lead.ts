import { keyOf } from '../../text/normalise.ts';
import type { WeighedBlock } from '../prose.ts';
import type { Candidate, Search } from './candidates.ts';

/** Descriptions with shorter keys are slogans and titles. */
const SHORTEST = 70;
const DESCRIPTIONS = ['description', 'og:description', 'twitter:description'];
const CUT_OFF = /(?:…|\.{3}|\[…\])\s*$/u;

/**
 * The index of the lead: the block before the body's end that says what the page gives as its own description,
 * whatever its markup and however far from the body; -1 where there is none. One that the candidate holds goes
 * before others, for pages say their lead in several places.
 */
export function findLead({ isTaken }: Candidate, { source, blocks }: Search): number {
  // Pages mostly give the same description under each name.
  const descriptions = new Set(DESCRIPTIONS.flatMap((name) => source.head.meta.get(name) ?? []));
  const keys = [...descriptions]
    .map((description) => keyOf(description.replace(CUT_OFF, '')))
    .filter((key) => key.length >= SHORTEST);
  if (keys.length === 0) return -1;
  const last = isTaken.lastIndexOf(true);
  const isLead = (block: WeighedBlock) => block.linkShare < 0.5 && keys.some((key) => isSame(block.key, key));
  const taken = blocks.findIndex((block, index) => isTaken[index] === true && isLead(block));
  return taken >= 0 ? taken : blocks.findIndex((block, index) => index < last && isLead(block));
}

function isSame(block: string, description: string): boolean {
  if (block.length < SHORTEST) return false;
  return (
    block.length < description.length * 2 && (block.startsWith(description) || description.startsWith(block))
  );
}
