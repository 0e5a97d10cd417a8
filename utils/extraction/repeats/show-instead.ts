import { type Block, blocksOf } from '../../text/blocks.ts';
import { keyOf } from '../../text/normalise.ts';
import { blockOf, placesIn, replaceMark } from '../put-back.ts';
import { removeBlock } from '../remove-block.ts';
import type { Repeat } from '../types/article.ts';
import { contentOf } from './keep-copy.ts';

/**
 * Shows another copy of a repeat in its place; the one that was shown is folded, and its place marked. Changes the
 * tree.
 *
 * @returns the repeat as it is then; as it was where one of the places is not there
 */
export function showInstead(body: Element, repeat: Repeat, index: number): Repeat {
  const copy = repeat.copies[index];
  const marker = body.querySelector(`[data-repeat="${repeat.id}"]`);
  const place = copy?.id === undefined ? undefined : placesIn(body, 'data-copy').get(copy.id);
  const shown = marker && blockBefore(marker, body);
  if (!copy?.id || !marker || !place || !shown) return repeat;
  const { id, html, text } = copy;
  const holder = blockOf(body.ownerDocument, 'data-copy', { id, html, text });
  (holder.querySelector('li, dt, dd') ?? holder.lastElementChild ?? holder).append(marker.cloneNode());
  replaceMark(place, holder);
  holder.replaceWith(...holder.childNodes);
  const folded = contentOf(shown);
  for (const inner of folded.querySelectorAll('[data-repeat]')) inner.remove();
  const mark = body.ownerDocument.createElement('span');
  mark.setAttribute('data-copy', id);
  shown.nodes[0]?.parentNode?.insertBefore(mark, shown.nodes[0]);
  marker.remove();
  removeBlock(shown, body);
  return {
    ...repeat,
    text,
    ...(copy.shape === undefined ? {} : { shape: copy.shape }),
    copies: repeat.copies.map((other, at) => {
      const said = at === index ? shown.text : other.text;
      const differs = keyOf(said) !== keyOf(text);
      if (at !== index) return { ...other, differs };
      const { shape: _shape, ...rest } = other;
      const shape = repeat.shape === undefined ? {} : { shape: repeat.shape };
      return { ...rest, ...shape, text: said, differs, html: folded.innerHTML };
    }),
  };
}

/** The block that a repeat's marker belongs to: it follows the block's last node. */
function blockBefore(marker: Element, body: Element): Block | null {
  const before = blocksOf(body).filter(({ nodes: [first] }) => {
    return first && (first.compareDocumentPosition(marker) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  return before.at(-1) ?? null;
}
