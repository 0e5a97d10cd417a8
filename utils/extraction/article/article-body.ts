import { keyOf } from '../../text/normalise.ts';
import type { Flags, Search } from './candidates.ts';

/** Shorter texts under `articleBody` are descriptions. */
const LEAST_BODY = 300;
/** So much of the body must be found again in the page's blocks, or it is another text. */
const LEAST_FOUND = 0.7;
/** Shorter blocks stand in any long text by accident. */
const SHORTEST = 12;

/** The blocks that the page's structured data repeats as its `articleBody` (schema.org/Article). */
export function byArticleBody({ source, blocks }: Search): Flags | null {
  const body = longestBody(source.head.jsonLd);
  if (body.length < LEAST_BODY) return null;
  const key = keyOf(body.replace(/<[^<>]*>/gu, ' '));
  let found = 0;
  const isTaken = blocks.map((block) => {
    const isIn = block.key.length >= SHORTEST && key.includes(block.key);
    if (isIn) found += block.key.length;
    return isIn;
  });
  return found >= key.length * LEAST_FOUND ? isTaken : null;
}

function longestBody(nodes: Search['source']['head']['jsonLd']): string {
  let longest = '';
  for (const { articleBody } of nodes) {
    if (typeof articleBody === 'string' && articleBody.length > longest.length) longest = articleBody;
  }
  return longest;
}
