import type { CopyDocument } from './document.ts';
import type { CopyElement } from './element.ts';
import type { CopyParent } from './parent.ts';

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
export const COMMENT_NODE = 8;
export const DOCUMENT_NODE = 9;
export const FRAGMENT_NODE = 11;

const DISCONNECTED = 1;
const PRECEDING = 2;
const FOLLOWING = 4;
const CONTAINS = 8;
const CONTAINED_BY = 16;

/** What can be put into a tree: text stands for a text node. */
export type Insertable = CopyNode | string;

/** A node of a private copy. Members are those of the DOM, as far as the pipeline uses them. */
export abstract class CopyNode {
  abstract readonly nodeType: number;
  abstract readonly nodeName: string;
  parentNode: CopyParent | null = null;
  previousSibling: CopyNode | null = null;
  nextSibling: CopyNode | null = null;
  /** Always null in leaves, which hold nothing. Plain members, for walks over a page read them most of all. */
  firstChild: CopyNode | null = null;
  lastChild: CopyNode | null = null;
  readonly ownerDocument: CopyDocument | null;

  constructor(ownerDocument: CopyDocument | null) {
    this.ownerDocument = ownerDocument;
  }

  abstract get textContent(): string | null;
  abstract cloneNode(deep?: boolean): CopyNode;

  get nodeValue(): string | null {
    return null;
  }

  get parentElement(): CopyElement | null {
    const { parentNode } = this;
    return parentNode !== null && parentNode.nodeType === ELEMENT_NODE ? (parentNode as CopyElement) : null;
  }

  get nextElementSibling(): CopyElement | null {
    let node = this.nextSibling;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.nextSibling;
    return node as CopyElement | null;
  }

  get previousElementSibling(): CopyElement | null {
    let node = this.previousSibling;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.previousSibling;
    return node as CopyElement | null;
  }

  get isConnected(): boolean {
    return this.getRootNode().nodeType === DOCUMENT_NODE;
  }

  getRootNode(): CopyNode {
    let node: CopyNode = this;
    while (node.parentNode !== null) node = node.parentNode;
    return node;
  }

  contains(other: CopyNode | null): boolean {
    for (let node = other; node !== null; node = node.parentNode) if (node === this) return true;
    return false;
  }

  /** Takes the node out of its tree. */
  remove(): void {
    this.parentNode?.detach(this);
  }

  before(...nodes: readonly Insertable[]): void {
    const { parentNode } = this;
    if (parentNode) for (const node of nodes) parentNode.insertBefore(parentNode.toNode(node), this);
  }

  after(...nodes: readonly Insertable[]): void {
    const { parentNode } = this;
    if (!parentNode) return;
    const next = this.nextSibling;
    for (const node of nodes) parentNode.insertBefore(parentNode.toNode(node), next);
  }

  replaceWith(...nodes: readonly Insertable[]): void {
    const { parentNode } = this;
    if (!parentNode) return;
    // One of the nodes may stand inside this one, or be the next sibling.
    const place = parentNode.toNode('');
    parentNode.insertBefore(place, this);
    parentNode.detach(this);
    for (const node of nodes) parentNode.insertBefore(parentNode.toNode(node), place);
    parentNode.detach(place);
  }

  /** Bits as in the DOM. Linear in the depth and in the number of siblings. */
  compareDocumentPosition(other: CopyNode): number {
    if (other === this) return 0;
    const own = pathTo(this);
    const others = pathTo(other);
    if (own[0] !== others[0]) return DISCONNECTED;
    let level = 0;
    while (level < own.length && own[level] === others[level]) level += 1;
    const mine = own[level];
    const theirs = others[level];
    if (!mine) return FOLLOWING | CONTAINED_BY;
    if (!theirs) return PRECEDING | CONTAINS;
    for (let node = mine.nextSibling; node !== null; node = node.nextSibling) {
      if (node === theirs) return FOLLOWING;
    }
    return PRECEDING;
  }
}

/** The nodes from the root down to a node. */
function pathTo(node: CopyNode): CopyNode[] {
  const path: CopyNode[] = [];
  for (let at: CopyNode | null = node; at !== null; at = at.parentNode) path.push(at);
  return path.reverse();
}

/** A text or a comment. */
export class CopyCharacters extends CopyNode {
  readonly nodeType: number;
  readonly nodeName: string;
  data: string;

  constructor(ownerDocument: CopyDocument | null, nodeType: number, data: string) {
    super(ownerDocument);
    this.nodeType = nodeType;
    this.nodeName = nodeType === TEXT_NODE ? '#text' : '#comment';
    this.data = data;
  }

  get length(): number {
    return this.data.length;
  }

  override get nodeValue(): string {
    return this.data;
  }

  get textContent(): string {
    return this.data;
  }

  cloneNode(): CopyCharacters {
    return new CopyCharacters(this.ownerDocument, this.nodeType, this.data);
  }
}
