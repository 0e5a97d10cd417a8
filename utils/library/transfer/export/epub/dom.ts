/** Small changes to a private copy of a body. */

export function nameOf(node: Node): string {
  return node.nodeName.toLowerCase();
}

export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Another element in the place of one, with its content and attributes; its old name becomes a class. */
export function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of element.attributes) renamed.setAttribute(attribute, value);
  const classes = `${element.getAttribute('class') ?? ''} ${nameOf(element)}`.trim();
  renamed.setAttribute('class', classes);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

export function isBlank(node: Node): boolean {
  return node.nodeType === 8 || (node.nodeType === 3 && !node.nodeValue?.trim());
}
