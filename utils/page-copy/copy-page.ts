import { err, ok, type Result } from '../result.ts';
import { CopyDocument, CopyFragment } from './document.ts';
import {
  attributeNamesOf,
  dataOf,
  firstChildOf,
  namespaceOf,
  nextSiblingOf,
  nodeNameOf,
  nodeTypeOf,
} from './dom-members.ts';
import { CopyElement } from './element.ts';
import { COMMENT_NODE, CopyCharacters, ELEMENT_NODE, TEXT_NODE } from './node.ts';
import type { CopyParent } from './parent.ts';
import type { ElementName } from './vocabulary.ts';
import { type Allowed, writeChildren } from './write-html.ts';

export type { Allowed } from './write-html.ts';

/**
 * Deeper trees than this come from scripts, not from writers: HTML parsers stop at 512 levels. Recursion over a
 * copy of it must be safe.
 */
const MAX_DEPTH = 1_500;
const MAX_NODES = 600_000;

export type CopyError = 'too-deep' | 'too-large';

export interface CopySettings {
  /** Whether the page is alive and has shadow trees of its own; stored pages declare theirs in templates. */
  readonly isLive: boolean;
}

/**
 * Copies a page into plain objects with the DOM members that the pipeline uses (nodes, attributes, selectors,
 * changes): reading them costs no call into the browser, nothing in the page can hide a member of theirs, and
 * changing them changes nothing else. Open shadow trees, live or declared, are kept beside the tree. Reads each node of the page once and changes nothing.
 *
 * The result stands in for a `Document`; where lib.dom's types promise more than `utils/page-copy` has, a test of
 * the code that wants it fails.
 */
export function copyPage(page: Document, { isLive }: CopySettings): Result<Document, CopyError> {
  const copier = new Copier(isLive);
  copier.copyChildren(page, copier.document, 0);
  if (copier.error) return err(copier.error);
  copier.document.knowOrder(copier.elements);
  return ok(copier.document as unknown as Document);
}

/** The HTML of what a part of a copy holds, of nothing but what is allowed. */
export function writeAllowed(parent: Node, allowed: Allowed): string {
  return writeChildren(parent as unknown as CopyParent, allowed);
}

/** HTML as a private copy: scripts in it do not run and nothing is loaded. What cannot be copied is empty. */
export function parseHtml(html: string): Document {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const copied = copyPage(parsed, { isLive: false });
  return copied.ok ? copied.value : parseHtml('');
}

/** The element of the page that an element of a copy was made from; null for those that the pipeline made. */
export function originOf(element: Element): Element | null {
  return (element as unknown as CopyElement).origin;
}

/** What stands in the shadow trees of a copy, by their hosts; those inside another's come before it. */
export function shadowTreesOf(copy: Document): ReadonlyMap<Element, DocumentFragment> {
  return (copy as unknown as CopyDocument).shadowTrees as unknown as ReadonlyMap<Element, DocumentFragment>;
}

/** Elements that can have a shadow tree: these, and those with a name of their own. None can be clobbered. */
const HOSTS = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '),
);

class Copier {
  readonly document = new CopyDocument();
  error: CopyError | null = null;
  /** In page order; those of shadow trees are not among them. */
  elements: CopyElement[] = [];
  private readonly isLive: boolean;
  private nodes = 0;

  constructor(isLive: boolean) {
    this.isLive = isLive;
  }

  copyChildren(from: Node, into: CopyParent, depth: number): void {
    if (depth > MAX_DEPTH) {
      this.error = 'too-deep';
      return;
    }
    for (let node = firstChildOf.call(from); node !== null; node = nextSiblingOf.call(node)) {
      this.nodes += 1;
      if (this.nodes > MAX_NODES) this.error = 'too-large';
      this.copyNode(node, into, depth);
      if (this.error !== null) return;
    }
  }

  private copyNode(node: Node, into: CopyParent, depth: number): void {
    const type = nodeTypeOf.call(node);
    if (type === TEXT_NODE || type === COMMENT_NODE) {
      into.adopt(new CopyCharacters(this.document, type, dataOf.call(node as CharacterData)));
    } else if (type === ELEMENT_NODE) {
      this.copyElement(node as Element, into, depth);
    }
  }

  private copyElement(element: Element, into: CopyParent, depth: number): void {
    const name = this.nameOf(element);
    const names = attributeNamesOf.call(element);
    const copy = new CopyElement(this.document, name, names, element);
    into.adopt(copy);
    this.elements.push(copy);
    this.copyShadowTree(element, copy, depth);
    // What a drawing is made of is no text; icons are the larger part of many pages.
    if (name.nodeName !== 'svg') this.copyChildren(element, copy, depth + 1);
  }

  /** Elements of HTML have upper-case names, in XHTML too. */
  private nameOf(element: Element): ElementName {
    const { vocabulary } = this.document;
    const written = nodeNameOf.call(element);
    const name = vocabulary.elementName(written);
    if (name.isUpperCase || namespaceOf.call(element) !== HTML_NAMESPACE) return name;
    return vocabulary.elementName(written.toUpperCase());
  }

  private copyShadowTree(element: Element, copy: CopyElement, depth: number): void {
    const root = this.shadowRootOf(element, copy.nodeName);
    if (!root) return;
    const host = copy.nodeName === 'TEMPLATE' ? copy.parentElement : copy;
    const { shadowTrees } = this.document;
    if (!host || shadowTrees.has(host)) return;
    const tree = new CopyFragment(this.document);
    const { elements } = this;
    this.elements = [];
    this.copyChildren(root, tree, depth + 1);
    this.elements = elements;
    // After those inside it, which are put into their hosts first.
    shadowTrees.set(host, tree);
  }

  private shadowRootOf(element: Element, name: string): DocumentFragment | null {
    if (name === 'TEMPLATE') {
      const isDeclared = element.hasAttribute('shadowrootmode') || element.hasAttribute('shadowroot');
      return isDeclared ? (element as HTMLTemplateElement).content : null;
    }
    return this.isLive && (HOSTS.has(name) || name.includes('-')) ? element.shadowRoot : null;
  }
}

const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';
