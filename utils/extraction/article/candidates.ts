import type { WeighedBlock } from '../prose.ts';
import type { Trimmed } from '../types.ts';

/** A text node or image that one strategy takes for a part of the article. */
export type Leaf = Node;

/** One strategy's answer: which leaves of the tree are the article. */
export interface Candidate {
  readonly strategy: string;
  readonly leaves: ReadonlySet<Leaf>;
}

/** What a strategy may look at. */
export interface Search {
  readonly source: Trimmed;
  readonly blocks: readonly WeighedBlock[];
  readonly title: string;
  readonly author: string | null;
}

/** Finds leaves, or gives null where the page has nothing for it to go by. Changes nothing. */
export type Strategy = (search: Search) => ReadonlySet<Leaf> | null;

/** The leaves of a tree in page order. By hand: a walker that asks a script about every node is slow. */
export function leavesUnder(root: Node): Leaf[] {
  const leaves: Leaf[] = [];
  collectLeaves(root, leaves);
  return leaves;
}

function collectLeaves(parent: Node, leaves: Leaf[]): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3 || node.nodeName === 'IMG') leaves.push(node);
    else collectLeaves(node, leaves);
  }
}

/** All leaves inside the given elements. */
export function leavesOf(elements: readonly Element[]): Set<Leaf> {
  return new Set(elements.flatMap(leavesUnder));
}
