import type { Trimmed } from '../types.ts';
import type { Candidate, Search } from './candidates.ts';
import { keepBeside } from './keep-beside.ts';

/** What says nothing by itself and stays with what stands beside it: breaks, and readings of ruby. */
const BELONGING = new Set(['BR', 'HR', 'RT', 'RP', 'RTC']);

/** Takes everything but the article out of the tree and returns the smallest element that holds all of it. */
export function isolate({ leaves }: Candidate, { source, blocks }: Search): HTMLElement {
  const kept = blocks.filter((block) => block.nodes.some((node) => leaves.has(node)));
  const root = commonAncestor(kept.map((block) => block.element)) ?? source.body;
  const inside = new Set<Node>();
  for (const block of kept) {
    for (let node: Node | null = block.element; node && node !== root; node = node.parentNode)
      inside.add(node);
    for (const leaf of block.nodes) {
      for (let node: Node | null = leaf; node && node !== root; node = node.parentNode) inside.add(node);
    }
  }
  keepBeside(root, inside);
  removeOutside(root, inside, source);
  noteElsewhere(root, source);
  return root as HTMLElement;
}

function removeOutside(parent: Element, inside: ReadonlySet<Node>, source: Trimmed): void {
  for (const child of [...parent.childNodes]) {
    if (inside.has(child)) {
      if (child.nodeType === 1) removeOutside(child as Element, inside, source);
    } else if (!BELONGING.has(child.nodeName.toUpperCase())) {
      source.removals.remove(child, 'outside-article', 'find-article');
    }
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
