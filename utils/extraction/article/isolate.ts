import type { WeighedBlock } from '../prose.ts';
import type { Trimmed } from '../types/source.ts';
import type { Candidate, Search } from './candidates.ts';
import { keepBeside } from './keep-beside.ts';

/** What says nothing by itself and stays with what stands beside it: breaks, and readings of ruby. */
const BELONGING = new Set(['BR', 'HR', 'RT', 'RP', 'RTC']);

interface IsolatedArticle {
  readonly root: HTMLElement;
  readonly blocks: readonly WeighedBlock[];
}

/** Takes everything but the article out of the tree; what is left is the smallest element that holds all of it. */
export function isolate({ isTaken }: Candidate, { source, blocks }: Search): IsolatedArticle {
  const kept = blocks.filter((_, index) => isTaken[index]);
  const root = commonAncestor(kept.map((block) => block.element)) ?? source.body;
  const inside = new Set<Node>();
  for (const block of kept) {
    addWithAncestors(block.element, root, inside);
    for (const node of block.nodes) addWithAncestors(node, root, inside);
  }
  keepBeside(root, inside);
  removeOutside(root, inside, source);
  noteElsewhere(root, source);
  return { root: root as HTMLElement, blocks: kept };
}

function addWithAncestors(from: Node, root: Node, inside: Set<Node>): void {
  for (let node: Node | null = from; node && node !== root && !inside.has(node); node = node.parentNode)
    inside.add(node);
}

function removeOutside(parent: Element, inside: ReadonlySet<Node>, source: Trimmed): void {
  let child = parent.firstChild;
  while (child) {
    const next: ChildNode | null = child.nextSibling;
    if (inside.has(child)) {
      if (child.nodeType === 1) removeOutside(child as Element, inside, source);
    } else if (!BELONGING.has(child.nodeName)) {
      source.removals.remove(child, 'outside-article', 'find-article');
    }
    child = next;
  }
}

/** Records what stands beside the article on the way up to the body. */
function noteElsewhere(root: Element, source: Trimmed): void {
  for (let at = root; at !== source.body && at.parentElement; at = at.parentElement) {
    for (const sibling of at.parentElement.childNodes) {
      if (sibling !== at) source.removals.noteNode(sibling, 'outside-article', 'find-article');
    }
  }
}

function commonAncestor(elements: readonly Element[]): Element | null {
  let common: Element | null = elements[0] ?? null;
  for (const element of elements) {
    while (common && !common.contains(element)) common = common.parentElement;
  }
  return common;
}
