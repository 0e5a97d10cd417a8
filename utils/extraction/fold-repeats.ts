import type { Block } from '../text/blocks.ts';
import type { WeighedBlock } from './prose.ts';
import { removeBlock } from './remove-block.ts';
import { type Copies, type Entry, entriesOf } from './repeats/entries.ts';
import { findCopies } from './repeats/find-copies.ts';
import { copyKeeper, type WriteHtml } from './repeats/keep-copy.ts';
import { writeSafely } from './sanitise.ts';
import { shapeOf } from './shape.ts';
import type { Folded, Found, Repeat } from './types/article.ts';

/**
 * Folds what the article says more than once: one copy stays, the others are taken out of the tree and kept
 * with it. Exact copies of blocks and runs, near copies, cut-off teasers and pull quotes. Short blocks,
 * refrains, code, tables, quotations and dialogue stay as they are.
 */
export function foldRepeats(found: Found): Folded {
  const { baseUrl } = found.source;
  const folded = foldBlocks(found.root, found.blocks, (holder) => writeSafely(holder, baseUrl));
  return { ...found, stage: 'folded', ...folded };
}

/**
 * `foldRepeats` for any tree, in place: given its blocks, returns those that stay and what was folded.
 *
 * @param write makes the HTML by which a copy can be shown in its place again
 */
export function foldBlocks(
  root: HTMLElement,
  blocks: readonly WeighedBlock[],
  write?: WriteHtml,
): { readonly blocks: readonly WeighedBlock[]; readonly repeats: readonly Repeat[] } {
  const page = entriesOf(blocks);
  const copies = findCopies(page, root);
  const entries = page.all;
  const repeats: Repeat[] = [];
  const keep = copyKeeper(write);
  for (const [index, folded] of copiesByOriginal(copies, entries)) {
    const original = entries[index];
    if (!original) continue;
    const id = `r${repeats.length + 1}`;
    repeats.push({
      id,
      times: folded.length + 1,
      copies: folded.map(({ block, key }, index) => keep(`${id}-${index + 1}`, block, key !== original.key)),
      text: original.block.text,
      shape: shapeOf(original.block.element),
    });
    placeMarker(original.block, id);
  }
  for (const copy of copies.all()) {
    const block = entries[copy]?.block;
    if (block) removeBlock(block, root);
  }
  return { blocks: without(blocks, copies, entries), repeats };
}

/** The blocks that stay. Entries are blocks in the same order, without those that say nothing. */
function without(
  blocks: readonly WeighedBlock[],
  copies: Copies,
  entries: readonly Entry[],
): readonly WeighedBlock[] {
  let at = 0;
  return blocks.filter((block) => {
    if (entries[at]?.block !== block) return true;
    at += 1;
    return !copies.has(at - 1);
  });
}

/** The copies of each block that stays, by its place, in page order; copies of copies are among them. */
function copiesByOriginal(
  copies: Copies,
  entries: readonly Entry[],
): (readonly [number, readonly Entry[]])[] {
  const groups = new Map<number, Entry[]>();
  for (const copy of copies.all()) {
    const entry = entries[copy];
    if (!entry) continue;
    const original = copies.originalOf(copy);
    const group = groups.get(original);
    if (group) group.push(entry);
    else groups.set(original, [entry]);
  }
  return [...groups].sort(([one], [other]) => one - other);
}

function placeMarker(block: Block, id: string): void {
  const last = block.nodes.at(-1);
  const marker = block.element.ownerDocument.createElement('span');
  marker.setAttribute('data-repeat', id);
  if (last?.parentNode) last.parentNode.insertBefore(marker, last.nextSibling);
}
