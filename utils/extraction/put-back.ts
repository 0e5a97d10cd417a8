import type { RepeatCopy } from './types/article.ts';
import type { Removal } from './types/removals.ts';

/** Whether it is known where a removal belongs. */
export function canPutBack({ place, whole, html }: Removal): boolean {
  return place !== undefined && (html !== undefined || whole !== '');
}

/** Whether it is known where a folded copy belongs. */
export function canShow({ id }: RepeatCopy): boolean {
  return id !== undefined;
}

/** The attribute by which a place in an article's body is known. */
export type PlaceName = 'data-removed' | 'data-copy';

/** The places in a body by the ids that they have: empty marks, and elements with what was put back. */
export function placesIn(body: Element, name: PlaceName): ReadonlyMap<string, Element> {
  return new Map(
    Array.from(body.querySelectorAll(`[${name}]`), (place) => [place.getAttribute(name) ?? '', place]),
  );
}

/** Something that was taken from an article, as a block of its own: its HTML, else its text, a line a paragraph. */
export function blockOf(
  document: Document,
  name: PlaceName,
  { id, html, text }: { readonly id: string; readonly html: string | undefined; readonly text: string },
): Element {
  const block = document.createElement('div');
  block.setAttribute(name, id);
  if (html !== undefined) {
    block.innerHTML = html;
  } else {
    for (const line of text.split('\n')) {
      block.append(Object.assign(document.createElement('p'), { textContent: line }));
    }
  }
  return block;
}

const PARAGRAPHS = 'p, h1, h2, h3, h4, h5, h6';

/** No block can stand within a paragraph or a heading: what follows the mark there goes on in another one. */
export function replaceMark(mark: Element, block: Element): void {
  let paragraph = mark.closest(PARAGRAPHS);
  while (paragraph) {
    const rest = mark.ownerDocument.createRange();
    rest.setStartAfter(mark);
    rest.setEndAfter(paragraph);
    paragraph.after(mark, rest.extractContents());
    paragraph = mark.parentElement?.closest(PARAGRAPHS) ?? null;
  }
  const next = mark.nextElementSibling;
  mark.replaceWith(block);
  for (const part of [block.previousElementSibling, next]) {
    if (
      part?.matches(PARAGRAPHS) &&
      !part.textContent?.trim() &&
      !part.querySelector('img, [data-removed], [data-copy], [data-repeat]')
    )
      part.remove();
  }
}

/** Takes what was put back out again and leaves its mark. */
export function takeOut(block: Element, name: PlaceName): void {
  const mark = block.ownerDocument.createElement('span');
  mark.setAttribute(name, block.getAttribute(name) ?? '');
  block.replaceWith(mark);
}
