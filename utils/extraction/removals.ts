import { isBlockElement, isSilentElement } from '../text/blocks.ts';
import { excerpt } from '../text/normalise.ts';
import type { Removal, RemovalReason, Removals } from './types.ts';

const EXCERPT_LENGTH = 160;

/** An empty record of what the stages leave out. */
export function createRemovals(): Removals {
  const removals: Removal[] = [];

  function note(text: string, reason: RemovalReason, rule: string): void {
    const line = excerpt(text, EXCERPT_LENGTH);
    if (line) removals.push({ id: `x${removals.length + 1}`, reason, rule, text: line });
  }

  return {
    note,
    noteNode: (node, reason, rule) => note(firstText(node), reason, rule),
    remove(node, reason, rule) {
      note(firstText(node), reason, rule);
      node.remove();
    },
    list: () => removals,
  };
}

/** The beginning of what a node says, its pieces apart by spaces; looks no further than it must. */
function firstText(node: ChildNode): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.nodeType !== 1) return '';
  const pieces: string[] = [];
  let length = 0;
  const visit = (parent: Element) => {
    for (let child = parent.firstChild; child && length <= EXCERPT_LENGTH; child = child.nextSibling) {
      if (child.nodeType === 3) {
        pieces.push(child.nodeValue ?? '');
        length += (child.nodeValue ?? '').trim().length;
      } else if (child.nodeType === 1 && !isSilentElement(child as Element)) {
        if (isBlockElement(child as Element)) pieces.push(' ');
        visit(child as Element);
      }
    }
    pieces.push(' ');
  };
  visit(node as Element);
  return pieces.join('');
}
