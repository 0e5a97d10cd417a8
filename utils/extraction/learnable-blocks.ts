import { type WeighedBlock, weighBlocks } from './prose.ts';
import { Alone } from './repeats/alone.ts';
import { entriesOf } from './repeats/entries.ts';

/** What the reader put back or unfolded is no news to him. */
const OWN = '[data-removed], [data-copy]';

/**
 * The blocks of an article that say nothing new where another post of the blog has them too: whole paragraphs of
 * prose. What rightly stands twice in one article (`Alone`) rightly stands in two: headings (a series has the same in
 * each part), short lines, code, data, steps of lists, quotations, captions, speech. So do refrains, whatever their
 * length: lines that share a paragraph with others are verse or an address, never a notice.
 */
export function learnableBlocks(body: Element): WeighedBlock[] {
  const blocks = weighBlocks(body);
  const entries = entriesOf(blocks).all;
  const alone = new Alone(entries);
  const lines = new Map<Element, number>();
  for (const { element } of blocks) lines.set(element, (lines.get(element) ?? 0) + 1);
  return entries
    .filter((entry) => alone.has(entry) && lines.get(entry.block.element) === 1)
    .map(({ block }) => block)
    .filter(({ element }) => element !== body && element.closest(OWN) === null);
}
