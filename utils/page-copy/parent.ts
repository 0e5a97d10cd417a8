import type { CopyElement } from './element.ts';
import { CopyCharacters, CopyNode, ELEMENT_NODE, FRAGMENT_NODE, type Insertable, TEXT_NODE } from './node.ts';
import { compileSelector } from './selector.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A node that holds others: an element, a fragment or the document. */
export abstract class CopyParent extends CopyNode {
  /**
   * The text of all it holds, while nothing in it has changed. Where it is known, it is known of everything
   * inside as well, so that forgetting can stop at the first that has nothing to forget.
   */
  private knownText: string | null = null;

  /** The names in the copy that it belongs to. */
  abstract get vocabulary(): Vocabulary;

  get firstElementChild(): CopyElement | null {
    let node = this.firstChild;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.nextSibling;
    return node as CopyElement | null;
  }

  get lastElementChild(): CopyElement | null {
    let node = this.lastChild;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.previousSibling;
    return node as CopyElement | null;
  }

  /** A list of its own: unlike in the DOM it does not follow later changes. */
  get childNodes(): CopyNode[] {
    const nodes: CopyNode[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  /** A list of its own: unlike in the DOM it does not follow later changes. */
  get children(): CopyElement[] {
    const elements: CopyElement[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === ELEMENT_NODE) elements.push(node as CopyElement);
    }
    return elements;
  }

  get childElementCount(): number {
    let count = 0;
    for (let node = this.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === ELEMENT_NODE) count += 1;
    }
    return count;
  }

  get textContent(): string {
    if (this.knownText === null) {
      let text = '';
      for (let node = this.firstChild; node !== null; node = node.nextSibling) {
        if (node.nodeType === TEXT_NODE) text += (node as CopyCharacters).data;
        else if (node.nodeType === ELEMENT_NODE) text += node.textContent ?? '';
      }
      this.knownText = text;
    }
    return this.knownText;
  }

  set textContent(text: string) {
    this.replaceChildren(text);
  }

  append(...nodes: readonly Insertable[]): void {
    for (const node of nodes) this.insertBefore(this.toNode(node), null);
  }

  prepend(...nodes: readonly Insertable[]): void {
    const { firstChild } = this;
    for (const node of nodes) this.insertBefore(this.toNode(node), firstChild);
  }

  appendChild<Node extends CopyNode>(node: Node): Node {
    return this.insertBefore(node, null);
  }

  replaceChildren(...nodes: readonly Insertable[]): void {
    while (this.firstChild) this.detach(this.firstChild);
    this.append(...nodes);
  }

  /** Puts a node, or what a fragment holds, before another one, or at the end. Takes it from where it stood. */
  insertBefore<Node extends CopyNode>(node: Node, next: CopyNode | null): Node {
    if (node.nodeType === FRAGMENT_NODE) {
      for (let child = node.firstChild; child; child = node.firstChild) this.insertBefore(child, next);
      return node;
    }
    if (node.contains(this)) throw new TypeError('a node cannot be put into itself');
    if (node === next) return node;
    node.remove();
    if (node.ownerDocument !== null && node.ownerDocument !== (this.ownerDocument ?? this)) {
      this.vocabulary.absorb(node.ownerDocument.vocabulary);
    }
    this.link(node, next);
    this.changed();
    return node;
  }

  /** Adds a new node at the end; for the makers of a tree, who know that nothing has been asked of it yet. */
  adopt(node: CopyNode): void {
    const previous = this.lastChild;
    node.parentNode = this;
    node.previousSibling = previous;
    if (previous === null) this.firstChild = node;
    else previous.nextSibling = node;
    this.lastChild = node;
  }

  private link(node: CopyNode, next: CopyNode | null): void {
    const previous = next ? next.previousSibling : this.lastChild;
    node.parentNode = this;
    node.previousSibling = previous;
    node.nextSibling = next;
    if (previous) previous.nextSibling = node;
    else this.firstChild = node;
    if (next) next.previousSibling = node;
    else this.lastChild = node;
  }

  detach(node: CopyNode): void {
    const { previousSibling, nextSibling } = node;
    if (previousSibling) previousSibling.nextSibling = nextSibling;
    else this.firstChild = nextSibling;
    if (nextSibling) nextSibling.previousSibling = previousSibling;
    else this.lastChild = previousSibling;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
    this.changed();
  }

  /** Called whenever what it holds has become another. */
  protected changed(): void {
    this.forgetText();
    this.ownerDocument?.forgetOrder();
  }

  private forgetText(): void {
    let node: CopyParent | null = this;
    while (node !== null && node.knownText !== null) {
      node.knownText = null;
      node = node.parentNode;
    }
  }

  toNode(node: Insertable): CopyNode {
    return typeof node === 'string' ? new CopyCharacters(this.ownerDocument, TEXT_NODE, node) : node;
  }

  /** Copies of the children go into `copy`. */
  protected cloneInto<Parent extends CopyParent>(copy: Parent): Parent {
    for (let node = this.firstChild; node !== null; node = node.nextSibling) copy.adopt(node.cloneNode(true));
    return copy;
  }

  /** All elements in it in page order, where they are known without a walk. */
  protected get elementsInOrder(): readonly CopyElement[] | null {
    return null;
  }

  querySelector(selector: string): CopyElement | null {
    const matches = compileSelector(selector).among(this.vocabulary);
    if (matches === null) return null;
    const { elementsInOrder } = this;
    if (elementsInOrder !== null) return elementsInOrder.find(matches) ?? null;
    for (let node = this.firstChild; node !== null; node = nodeAfter(node, this)) {
      if (node.nodeType === ELEMENT_NODE && matches(node as CopyElement)) return node as CopyElement;
    }
    return null;
  }

  /** In page order. */
  querySelectorAll(selector: string): CopyElement[] {
    const matches = compileSelector(selector).among(this.vocabulary);
    if (matches === null) return [];
    const { elementsInOrder } = this;
    if (elementsInOrder !== null) return elementsInOrder.filter(matches);
    const found: CopyElement[] = [];
    for (let node = this.firstChild; node !== null; node = nodeAfter(node, this)) {
      if (node.nodeType === ELEMENT_NODE && matches(node as CopyElement)) found.push(node as CopyElement);
    }
    return found;
  }
}

/** The next node in page order inside a root. */
function nodeAfter(node: CopyNode, root: CopyParent): CopyNode | null {
  if (node.firstChild !== null) return node.firstChild;
  for (let at: CopyNode | null = node; at !== null && at !== root; at = at.parentNode) {
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}
