import { CopyElement } from './element.ts';
import {
  COMMENT_NODE,
  CopyCharacters,
  type CopyNode,
  DOCUMENT_NODE,
  FRAGMENT_NODE,
  TEXT_NODE,
} from './node.ts';
import { CopyParent } from './parent.ts';
import { Vocabulary } from './vocabulary.ts';

/** Nodes on their way into a tree. */
export class CopyFragment extends CopyParent {
  declare readonly ownerDocument: CopyDocument;
  readonly nodeType = FRAGMENT_NODE;
  readonly nodeName = '#document-fragment';

  get vocabulary(): Vocabulary {
    return this.ownerDocument.vocabulary;
  }

  cloneNode(deep = false): CopyFragment {
    const copy = new CopyFragment(this.ownerDocument);
    return deep ? this.cloneInto(copy) : copy;
  }
}

/** A private copy of a page. */
export class CopyDocument extends CopyParent {
  readonly nodeType = DOCUMENT_NODE;
  readonly nodeName = '#document';

  readonly vocabulary = new Vocabulary();

  /** What stands in the shadow trees of elements; those inside another's come before it. */
  readonly shadowTrees = new Map<CopyElement, CopyFragment>();

  private order: readonly CopyElement[] | null = null;

  constructor() {
    super(null);
  }

  /** Takes over the elements of its tree in page order, as its maker came upon them; holds until the tree changes. */
  knowOrder(elements: readonly CopyElement[]): void {
    this.order = elements;
  }

  forgetOrder(): void {
    this.order = null;
  }

  protected override changed(): void {
    super.changed();
    this.forgetOrder();
  }

  protected override get elementsInOrder(): readonly CopyElement[] | null {
    return this.order;
  }

  get documentElement(): CopyElement | null {
    return this.firstElementChild;
  }

  get head(): CopyElement | null {
    return this.partOfPage('HEAD');
  }

  get body(): CopyElement | null {
    return this.partOfPage('BODY', 'FRAMESET');
  }

  private partOfPage(name: string, other = name): CopyElement | null {
    let part = this.documentElement?.firstElementChild ?? null;
    while (part !== null && part.nodeName !== name && part.nodeName !== other) part = part.nextElementSibling;
    return part;
  }

  get title(): string {
    const title = this.querySelector('title')?.textContent ?? '';
    return title.replace(/[\t\n\f\r ]+/gu, ' ').trim();
  }

  createElement(name: string): CopyElement {
    return new CopyElement(this, this.vocabulary.elementName(name.toUpperCase()), []);
  }

  createTextNode(text: string): CopyCharacters {
    return new CopyCharacters(this, TEXT_NODE, text);
  }

  createComment(text: string): CopyCharacters {
    return new CopyCharacters(this, COMMENT_NODE, text);
  }

  createDocumentFragment(): CopyFragment {
    return new CopyFragment(this);
  }

  getElementById(id: string): CopyElement | null {
    return id && this.vocabulary.hasId(id) ? this.find('id', id) : null;
  }

  getElementsByName(name: string): CopyElement[] {
    const found = this.find('name', name);
    return found ? [found] : [];
  }

  private find(attribute: string, value: string): CopyElement | null {
    return (
      this.querySelectorAll(`[${attribute}]`).find((element) => element.getAttribute(attribute) === value) ??
      null
    );
  }

  cloneNode(deep = false): CopyNode {
    const copy = new CopyDocument();
    return deep ? this.cloneInto(copy) : copy;
  }
}
