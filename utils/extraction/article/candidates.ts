import type { BlockTree } from '../block-tree.ts';
import type { WeighedBlock } from '../prose.ts';
import type { Trimmed } from '../types/source.ts';

/** Which of the page's blocks are meant: one flag for each, in page order. */
export type Flags = readonly boolean[];

/** One strategy's answer: which blocks of the page are the article. */
export interface Candidate {
  readonly strategy: string;
  readonly isTaken: Flags;
  /** Index of the lead, where the candidate has been completed; -1 where it has none. */
  readonly lead?: number;
}

/** What a strategy may look at. */
export interface Search {
  readonly source: Trimmed;
  readonly blocks: readonly WeighedBlock[];
  readonly tree: BlockTree;
  readonly title: string;
  readonly author: string | null;
}

/** Chooses blocks, or gives null where the page has nothing for it to go by. Changes nothing. */
export type Strategy = (search: Search) => Flags | null;

/** The blocks that have something inside the given elements; null where none has any text. */
export function blocksInside(parts: readonly Element[], blocks: readonly WeighedBlock[]): Flags | null {
  if (parts.length === 0) return null;
  let hasText = false;
  const isTaken = blocks.map(({ element, nodes, text }) => {
    const isInside = parts.some(
      (part) =>
        part.contains(element) || (element.contains(part) && nodes.some((node) => part.contains(node))),
    );
    if (isInside && text !== '') hasText = true;
    return isInside;
  });
  return hasText ? isTaken : null;
}
