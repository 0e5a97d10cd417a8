/**
 * Puts shadow trees into their hosts, as a browser shows them: each slot holds the host's children that are meant
 * for it, or its own content. Works on the private copy.
 *
 * @param trees by their hosts; those inside another's come before it
 * @returns children of hosts that no slot shows
 */
export function flattenShadowTrees(trees: ReadonlyMap<Element, DocumentFragment>): Element[] {
  return [...trees].flatMap(([host, content]) => flatten(host, content));
}

function flatten(host: Element, content: DocumentFragment): Element[] {
  const slots = new Map<string, Element>();
  for (const slot of content.querySelectorAll('slot')) {
    const name = slot.getAttribute('name') ?? '';
    if (!slots.has(name)) slots.set(name, slot);
  }
  const filled = new Set<Element>();
  const unshown: Element[] = [];
  for (const child of [...host.childNodes]) {
    const slot = slots.get(child.nodeType === 1 ? ((child as Element).getAttribute('slot') ?? '') : '');
    if (slot && (!isBlank(child) || filled.has(slot))) {
      if (!filled.has(slot)) slot.replaceChildren();
      filled.add(slot);
      slot.append(child);
    } else if (!slot && child.nodeType === 1) {
      unshown.push(child as Element);
    } else if (!slot) {
      child.remove();
    }
  }
  host.append(content);
  for (const slot of slots.values()) slot.replaceWith(...slot.childNodes);
  return unshown;
}

function isBlank(node: Node): boolean {
  return node.nodeType === 8 || (node.nodeType === 3 && !(node.nodeValue ?? '').trim());
}
