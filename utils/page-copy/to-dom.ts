import { memoised } from '../text/memo.ts';

/** Names that a DOM takes for elements and attributes; others come from broken markup. */
const ELEMENT_NAME = /^[a-z][a-z0-9-]*$/u;
const ATTRIBUTE_NAME = /^[a-z][\w-]*$/iu;
const takenName = memoised((name) => (ELEMENT_NAME.test(name) ? name : 'span'));
const isTakenAttribute = memoised((name) => ATTRIBUTE_NAME.test(name));

export interface DomTwin {
  /** A document of the browser's own, inert. */
  readonly document: Document;
  /** Its text nodes and elements by the nodes of the copy. */
  readonly twins: ReadonlyMap<Node, Node>;
}

/** Makes a DOM of a private copy, for libraries that need one. Comments are left out. */
export function toDom(copy: Document): DomTwin {
  const document = new DOMParser().parseFromString('', 'text/html');
  const twins = new Map<Node, Node>();
  document.title = copy.title;
  for (const { from, to } of [
    { from: copy.head, to: document.head },
    { from: copy.body, to: document.body },
  ]) {
    if (!from) continue;
    twins.set(from, to);
    copyAttributes(from, to);
    buildChildren(from, to, { document, twins });
  }
  return { document, twins };
}

interface Making {
  readonly document: Document;
  readonly twins: Map<Node, Node>;
}

function buildChildren(from: Element, to: Element, making: Making): void {
  const { document, twins } = making;
  for (let node = from.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      const text = document.createTextNode(node.nodeValue ?? '');
      twins.set(node, text);
      to.appendChild(text);
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const twin = document.createElement(takenName(element.localName));
      twins.set(element, twin);
      copyAttributes(element, twin);
      buildChildren(element, twin, making);
      to.appendChild(twin);
    }
  }
}

function copyAttributes(from: Element, to: Element): void {
  for (const name of from.getAttributeNames()) {
    if (isTakenAttribute(name)) to.setAttribute(name, from.getAttribute(name) ?? '');
  }
}
