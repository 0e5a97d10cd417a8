import { memberOf } from '../clobbering.ts';

const DECLARED = 'template[shadowrootmode], template[shadowroot]';
/** Components within components; deeper ones come from scripts that went wrong. */
const DEEPEST = 30;

/** A host of the copy and what its shadow tree holds: of the live page, or of its own `<template>`. */
export interface ShadowTree {
  readonly host: Element;
  readonly content: DocumentFragment;
}

/**
 * Open shadow trees of a live page, copied, with the hosts of the private copy that they belong to. The live page
 * is only read. Both documents must still have the same elements.
 *
 * @param onCopy told of every shadow root and its copy
 */
export function copyShadowTrees(
  live: Document | ShadowRoot,
  copy: Document | DocumentFragment,
  onCopy: (root: ShadowRoot, content: DocumentFragment) => void,
  depth = 0,
): ShadowTree[] {
  const trees: ShadowTree[] = [];
  let copies: NodeListOf<Element> | null = null;
  memberOf(
    live,
    'querySelectorAll',
  )('*').forEach((element, index) => {
    const root = shadowRootOf(element);
    if (!root) return;
    copies ??= copy.querySelectorAll('*');
    const host = copies[index];
    if (!host) return;
    const content =
      copy.ownerDocument?.createDocumentFragment() ?? (copy as Document).createDocumentFragment();
    for (const node of root.childNodes) content.append(content.ownerDocument.importNode(node, true));
    onCopy(root, content);
    if (depth < DEEPEST) trees.push(...copyShadowTrees(root, content, onCopy, depth + 1));
    trees.push({ host, content });
  });
  return trees;
}

/** Elements that can have a shadow tree: these, and those with a name of their own. None can be clobbered. */
const HOSTS = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '),
);

function shadowRootOf(element: Element): ShadowRoot | null {
  const name = element.nodeName;
  return HOSTS.has(name) || name.includes('-') ? element.shadowRoot : null;
}

/** Shadow trees that a stored page declares in its markup. */
export function declaredShadowTrees(document: Document): ShadowTree[] {
  const trees: ShadowTree[] = [];
  collectDeclared(document, trees, 0);
  return trees;
}

function collectDeclared(root: Document | DocumentFragment, trees: ShadowTree[], depth: number): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>(DECLARED)) {
    const host = template.parentElement;
    if (!host || depth > DEEPEST) continue;
    const content = host.ownerDocument.importNode(template.content, true);
    template.remove();
    collectDeclared(content, trees, depth + 1);
    trees.push({ host, content });
  }
}

/**
 * Puts shadow trees into their hosts, as a browser shows them: each slot holds the host's children that are meant
 * for it, or its own content. Children that no slot shows are given back. Inner trees must come first.
 */
export function flattenShadowTrees(trees: readonly ShadowTree[]): Element[] {
  return trees.flatMap(flatten);
}

function flatten({ host, content }: ShadowTree): Element[] {
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
