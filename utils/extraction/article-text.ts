import type { Block } from '../text/blocks.ts';

/** The arrow that leads from a note back to its place in the text. */
const BACK_LINK = /\s?[↩↵⤴⏎↑]\ufe0e?$/u;
const LINES_OF_ONE = 'ul, ol, dl, table, pre';

/** An article as plain text: paragraphs apart by a blank line, items and rows on lines of their own. */
export function articleText(blocks: readonly Block[]): string {
  const pieces: string[] = [];
  let last: Element | null = null;
  for (const block of blocks) {
    if (!block.text) continue;
    const group = block.element.closest(LINES_OF_ONE);
    if (pieces.length > 0) pieces.push(group !== null && group === last ? '\n' : '\n\n');
    pieces.push(block.text.replace(BACK_LINK, ''));
    last = group;
  }
  // Joined, for to read it character by character is quicker than to read what was put together piece by piece.
  return pieces.join('');
}
