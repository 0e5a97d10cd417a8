import { sanitiseHtml } from './sanitise.ts';
import type { Article, Removal, SafeHtml } from './types.ts';

/** Whether it is known where a removal belongs. */
export function canPutBack({ place, whole, html }: Removal): boolean {
  return place !== undefined && (html !== undefined || whole !== '');
}

/**
 * An article's HTML with some removals in their places again, each in an element with `data-removed`: those that
 * stood beside the article come before and after it, in page order. The article is left as it is; with no removal
 * its own HTML comes back. Needs a DOM.
 *
 * @param ids of the removals; unknown ones and those without a place change nothing
 * @param baseUrl base for relative links
 */
export function putBack({ html, removals }: Article, ids: ReadonlySet<string>, baseUrl: string): SafeHtml {
  const chosen = removals.filter((removal) => ids.has(removal.id) && canPutBack(removal));
  if (chosen.length === 0) return html;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const marks = new Map(
    Array.from(body.querySelectorAll('[data-removed]'), (mark) => [mark.getAttribute('data-removed'), mark]),
  );
  const before: Element[] = [];
  for (const removal of chosen) {
    const block = blockOf(removal, body.ownerDocument);
    const mark = removal.place === 'within' ? marks.get(removal.id) : undefined;
    if (mark) replaceMark(mark, block);
    else if (removal.place === 'after') body.append(block);
    else before.push(block);
  }
  body.prepend(...before);
  return sanitiseHtml(body.innerHTML, baseUrl);
}

/** What was removed, as a block of its own. */
function blockOf({ id, html, whole }: Removal, document: Document): Element {
  const block = document.createElement('div');
  block.setAttribute('data-removed', id);
  if (html !== undefined) {
    block.innerHTML = html;
  } else {
    for (const line of whole.split('\n')) {
      block.append(Object.assign(document.createElement('p'), { textContent: line }));
    }
  }
  return block;
}

/** No block can stand within a paragraph or a heading: what follows the mark there goes on in another one. */
function replaceMark(mark: Element, block: Element): void {
  let paragraph = mark.closest('p, h1, h2, h3, h4, h5, h6');
  while (paragraph) {
    const rest = mark.ownerDocument.createRange();
    rest.setStartAfter(mark);
    rest.setEndAfter(paragraph);
    paragraph.after(mark, rest.extractContents());
    paragraph = mark.parentElement?.closest('p, h1, h2, h3, h4, h5, h6') ?? null;
  }
  const next = mark.nextElementSibling;
  mark.replaceWith(block);
  for (const part of [block.previousElementSibling, next]) {
    if (
      part?.matches('p, h1, h2, h3, h4, h5, h6') &&
      !part.textContent?.trim() &&
      !part.querySelector('img, [data-removed]')
    )
      part.remove();
  }
}
