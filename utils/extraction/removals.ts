import { blocksOf } from '../text/blocks.ts';
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
    remove(node, reason, rule) {
      note(firstText(node), reason, rule);
      node.remove();
    },
    list: () => removals,
  };
}

function firstText(node: ChildNode): string {
  if (node.nodeType !== 1) return node.nodeValue ?? '';
  let text = '';
  for (const block of blocksOf(node as Element)) {
    text += `${block.text} `;
    if (text.length > EXCERPT_LENGTH * 2) break;
  }
  return text;
}
