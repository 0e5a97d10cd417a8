import { type Block, blocksOf } from '../text/blocks.ts';
import { keyOf } from '../text/normalise.ts';
import { readingLength } from './prose.ts';
import type { Folded, Found, Repeat } from './types.ts';

/** A single block must be this long (in units of `readingLength`) to count as a repeat by itself. */
const LONG_ENOUGH = 100;
/** In a run of two or more, blocks of this length count as well. */
const LONG_ENOUGH_IN_RUN = 20;

/** Where the same words rightly stand twice. */
const NEVER_FOLDED = 'pre, code, table, blockquote, q, dl';

interface Entry {
  readonly block: Block;
  readonly key: string;
  readonly length: number;
  readonly foldable: boolean;
}

/**
 * Folds what the article says more than once: the first copy stays, the others are taken out and kept with
 * it. Equal blocks are found by their key (`keyOf`), in time linear in the article's size. Short blocks,
 * refrains, code, tables, quotations and dialogue stay as they are.
 */
export function foldRepeats(found: Found): Folded {
  const entries = blocksOf(found.root).map(entryOf);
  const copies = findCopies(entries);
  const groups = new Map<number, number[]>();
  for (const [copy, original] of copies) {
    const group = groups.get(original);
    if (group) group.push(copy);
    else groups.set(original, [copy]);
  }
  const repeats: Repeat[] = [];
  for (const [original, indexes] of [...groups].sort(([a], [b]) => a - b)) {
    const kept = entries[original];
    if (!kept) continue;
    const id = `r${repeats.length + 1}`;
    const folded = indexes.flatMap((index) => entries[index] ?? []);
    repeats.push({
      id,
      times: folded.length + 1,
      copies: folded.map(({ block }) => ({ text: block.text, differs: block.text !== kept.block.text })),
    });
    placeMarker(kept.block, id);
  }
  for (const copy of copies.keys()) removeBlock(entries[copy]?.block);
  return { ...found, stage: 'folded', repeats };
}

function entryOf(block: Block): Entry {
  const foldable = block.text !== '' && block.element.closest(NEVER_FOLDED) === null;
  return { block, key: keyOf(block.text), length: readingLength(block.text), foldable };
}

/** For each block that is a copy, by index: the index of the block that it repeats. */
function findCopies(entries: readonly Entry[]): Map<number, number> {
  const firstByKey = new Map<string, number>();
  const copies = new Map<number, number>();
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index];
    if (!entry?.foldable || entry.key === '') continue;
    const original = firstByKey.get(entry.key);
    if (original === undefined) {
      firstByKey.set(entry.key, index);
      continue;
    }
    const run = runLength(entries, original, index);
    if (isRepeat(entries, index, run)) {
      for (let offset = 0; offset < run; offset += 1) copies.set(index + offset, original + offset);
      index += run - 1;
    }
  }
  return copies;
}

/** How many blocks from `copy` on say the same as those from `original` on. */
function runLength(entries: readonly Entry[], original: number, copy: number): number {
  let run = 0;
  while (original + run < copy) {
    const first = entries[original + run];
    const second = entries[copy + run];
    if (!first || !second || first.key !== second.key || !second.foldable) break;
    run += 1;
  }
  return run;
}

function isRepeat(entries: readonly Entry[], start: number, run: number): boolean {
  const lengths = entries.slice(start, start + run).map((entry) => entry.length);
  const longest = Math.max(0, ...lengths);
  if (longest >= LONG_ENOUGH) return true;
  // A refrain is a run of short lines: several of them must add up to paragraphs before they are a copy.
  return (
    run >= 2 &&
    longest >= LONG_ENOUGH_IN_RUN &&
    lengths.reduce((sum, length) => sum + length, 0) >= 4 * LONG_ENOUGH
  );
}

function placeMarker(block: Block, id: string): void {
  const last = block.nodes.at(-1);
  const marker = block.element.ownerDocument.createElement('span');
  marker.setAttribute('data-repeat', id);
  if (last?.parentNode) last.parentNode.insertBefore(marker, last.nextSibling);
}

/** Takes a block out, with the elements and line breaks that nothing else needs. */
function removeBlock(block: Block | undefined): void {
  if (!block) return;
  for (const node of block.nodes) {
    let parent = node.parentElement;
    const after = node.nextSibling;
    (node as ChildNode).remove();
    if (after?.nodeName.toUpperCase() === 'BR') after.remove();
    while (parent && !parent.hasChildNodes()) {
      const empty: Element = parent;
      parent = parent.parentElement;
      empty.remove();
    }
  }
}
