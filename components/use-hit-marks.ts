import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { findHits } from '../utils/text/search.ts';

/** The name under which style sheets know what was found. */
const HIGHLIGHT = 'found';
const BLOCKS = 'p, li, dt, dd, td, th, pre, blockquote, figcaption, h1, h2, h3, h4, h5, h6, div, bdi';

/**
 * Marks what a search found in the items of a list that are shown. The marks are painted over the text
 * (CSS Custom Highlight API), so that sanitised HTML stays as it is.
 * @param drawn changes whenever the list was drawn anew
 */
export function useHitMarks(
  list: RefObject<HTMLElement | null>,
  terms: readonly string[],
  drawn: unknown,
): void {
  useEffect(() => {
    if (!list.current || terms.length === 0) return;
    const marks = new Highlight();
    for (const range of hitRanges(list.current, terms)) marks.add(range);
    CSS.highlights.set(HIGHLIGHT, marks);
    return () => void CSS.highlights.delete(HIGHLIGHT);
  }, [list, terms, drawn]);
}

/** Every place under an element where one of the terms stands, also across the elements within a line. */
export function hitRanges(root: Element, terms: readonly string[]): Range[] {
  return [...textsOf(root)].flatMap((nodes) => {
    const text = nodes.map(({ data }) => data).join('');
    return findHits(text, terms).map(([start, end]) => {
      const range = root.ownerDocument.createRange();
      range.setStart(...placeAt(nodes, start));
      range.setEnd(...placeAt(nodes, end - 1, 1));
      return range;
    });
  });
}

/** The text nodes of what is shown, those of one line of text together. Readings of ruby are no text. */
function* textsOf(root: Element): Generator<Text[]> {
  const walker = root.ownerDocument.createTreeWalker(
    root,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      return node.matches('[hidden], rt, rp, .visually-hidden, time')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP;
    },
  );
  let block: Element | null = null;
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const around = node.parentElement?.closest(BLOCKS) ?? null;
    if (around !== block && nodes.length > 0) yield nodes.splice(0);
    block = around;
    nodes.push(node);
  }
  if (nodes.length > 0) yield nodes;
}

function placeAt(nodes: readonly Text[], offset: number, after = 0): [Text, number] {
  let left = offset;
  for (const node of nodes) {
    if (left < node.length) return [node, left + after];
    left -= node.length;
  }
  throw new RangeError('beyond the text');
}
