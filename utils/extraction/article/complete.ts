import { keyOf } from '../../text/normalise.ts';
import type { Candidate, Search } from './candidates.ts';
import { findLead } from './lead.ts';
import { isTrusted } from './score.ts';

/** Elements whose short text belongs to the article that stands on both sides of it. */
const FITTING = new Set([
  'LI',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'DT',
  'DD',
  'TR',
  'TD',
  'PRE',
  'P',
  'FIGCAPTION',
  'BLOCKQUOTE',
  'CAPTION',
]);

/**
 * Adds what a strategy lost on the way: the lead between the title and the body, and what stands between two
 * parts of the article and is no list of links. Where the page names its parts itself, what stands between them
 * is something else.
 */
export function complete(candidate: Candidate, search: Search): Candidate {
  const { blocks, title } = search;
  const { isTaken } = candidate;
  const first = isTaken.indexOf(true);
  const last = isTaken.lastIndexOf(true);
  const titleKey = keyOf(title);
  const heading = blocks.findLastIndex(
    (block, index) => index < first && /^H[1-3]$/u.test(block.element.nodeName) && block.key === titleKey,
  );
  const lead = findLead(candidate, search);
  const isTrustworthy = isTrusted(candidate);
  const completed = blocks.map((block, index) => {
    if (isTaken[index] || index > last) return isTaken[index] === true;
    const isLead = index === lead || (heading >= 0 && index > heading && index < first && block.prose > 0);
    const isWithin =
      !isTrustworthy &&
      index > first &&
      (block.prose > 0 || (FITTING.has(block.element.nodeName) && block.linkShare < 0.3));
    return isLead || isWithin;
  });
  return { ...candidate, isTaken: completed, lead };
}
