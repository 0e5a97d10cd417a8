import type { Reading } from './read-item.ts';

/** A copy of the comment's body; pictures of emoji and emoticons become the characters they stand for. */
export function bodyOf(reading: Reading): DocumentFragment {
  const fragment = reading.bodyRoot.ownerDocument.createDocumentFragment();
  const holder = reading.bodyRoot.ownerDocument.createElement('div');
  copyChildren(reading.bodyRoot, holder, reading.bodySkip);
  fragment.append(holder);
  return fragment;
}

function copyChildren(from: Element, to: Node, skip: ReadonlySet<Node>): void {
  for (let child = from.firstChild; child; child = child.nextSibling) {
    if (skip.has(child)) continue;
    if (child.nodeType === 3) to.appendChild(child.cloneNode());
    else if (child.nodeType === 1) copyElement(child as Element, to, skip);
  }
}

function copyElement(element: Element, to: Node, skip: ReadonlySet<Node>): void {
  const alt = element.nodeName === 'IMG' ? (element.getAttribute('alt') ?? '').trim() : '';
  if (alt && alt.length <= 8 && !/^\w+$/u.test(alt) && !/\p{L}{3}/u.test(alt)) {
    to.appendChild(element.ownerDocument.createTextNode(alt));
    return;
  }
  const copy = element.cloneNode() as Element;
  copyChildren(element, copy, skip);
  if (
    copy.childNodes.length > 0 ||
    /^(?:IMG|BR|HR|VIDEO|AUDIO|SOURCE)$/u.test(element.nodeName) ||
    !element.firstChild
  )
    to.appendChild(copy);
}
