import type { BlockBox } from '../../utils/reading/place.ts';

/** What makes up an article, from a reader's view; of those inside each other the innermost. */
const BLOCKS = 'p, li, dt, dd, h1, h2, h3, h4, h5, h6, pre, table, figure, blockquote, summary, div';
/** Seen as one, whatever they hold. */
const WHOLE = 'pre, table, figure';
/** A picture takes as long as some words. */
const LEAST_WEIGHT = 40;

/** The blocks of an article's body in page order. Their number and order are the same whenever it is drawn. */
export function blocksOf(body: Element): Element[] {
  const blocks = [...body.querySelectorAll(BLOCKS)].filter(
    (block) => !block.parentElement?.closest(WHOLE) && (block.matches(WHOLE) || !block.querySelector(BLOCKS)),
  );
  return blocks.length > 0 ? blocks : [body];
}

/** Where they lie, from the upper edge of the window. */
export function boxesOf(blocks: readonly Element[]): BlockBox[] {
  return blocks.map((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    return { top, bottom, weight: Math.max(LEAST_WEIGHT, block.textContent?.length ?? 0) };
  });
}
