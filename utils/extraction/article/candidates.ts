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

/** Walks the leaves of a tree in page order. */
export function leafWalker(root: Node): TreeWalker {
  const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  if (!document) throw new Error('a leaf walker needs a node of a document');
  const images = 1;
  const texts = 4;
  return document.createTreeWalker(root, images | texts, (node) =>
    node.nodeType === 3 || node.nodeName.toUpperCase() === 'IMG' ? 1 : 3,
  );
}

/** All leaves inside the given elements. */
export function leavesOf(elements: readonly Element[]): Set<Leaf> {
  const leaves = new Set<Leaf>();
  for (const element of elements) {
    const walker = leafWalker(element);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) leaves.add(node);
  }
  return leaves;
}
