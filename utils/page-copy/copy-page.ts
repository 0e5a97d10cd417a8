import { err, ok, type Result } from '../result.ts';
import { CopyDocument, CopyFragment } from './document.ts';
import { CopyElement } from './element.ts';
import { COMMENT_NODE, CopyCharacters, ELEMENT_NODE, TEXT_NODE } from './node.ts';
import type { CopyParent } from './parent.ts';
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
 * changing them changes nothing else. Open shadow trees, live or declared, are kept as the `shadowTree` of their
 * hosts. Reads each node of the page once and changes nothing.
 *
 * The result stands in for a `Document`; where lib.dom's types promise more than `utils/page-copy` has, a test of
 * the code that wants it fails.
 */
export function copyPage(page: Document, { isLive }: CopySettings): Result<Document, CopyError> {
  const copier = new Copier(isLive);
  copier.copyChildren(page, copier.document, 0, true);
  return copier.error ? err(copier.error) : ok(copier.document as unknown as Document);
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

/** The elements of a copy that have a shadow tree; those inside another's come before it. */
export function hostsOf(copy: Document): readonly Element[] {
  return (copy as unknown as CopyDocument).hosts as unknown as readonly Element[];
}

/** What stands in an element's shadow tree; null where it has none. */
export function shadowTreeOf(element: Element): DocumentFragment | null {
  return (element as unknown as CopyElement).shadowTree as unknown as DocumentFragment | null;
}

/** Elements that can have a shadow tree: these, and those with a name of their own. None can be clobbered. */
const HOSTS = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '),
);

class Copier {
  readonly document = new CopyDocument();
  error: CopyError | null = null;
  private readonly isLive: boolean;
  private nodes = 0;

  constructor(isLive: boolean) {
    this.isLive = isLive;
  }

  /** @param isClobberable whether elements inside could hide members of `from`, as they can of forms */
  copyChildren(from: Node, into: CopyParent, depth: number, isClobberable = false): void {
    if (depth > MAX_DEPTH) {
      this.error = 'too-deep';
      return;
    }
    let node = isClobberable ? members().firstChild.call(from) : from.firstChild;
    while (node && !this.error) {
      this.nodes += 1;
      if (this.nodes > MAX_NODES) this.error = 'too-large';
      const isForm = this.copyNode(node, into, depth);
      node = isForm ? members().nextSibling.call(node) : node.nextSibling;
    }
  }

  /** Returns whether the node is a form. */
  private copyNode(node: Node, into: CopyParent, depth: number): boolean {
    const type: unknown = node.nodeType;
    if (type === TEXT_NODE || type === COMMENT_NODE) {
      into.adopt(new CopyCharacters(this.document, type, node.nodeValue ?? ''));
      return false;
    }
    if (type !== ELEMENT_NODE && typeof type === 'number') return false;
    const element = node as Element;
    const named: unknown = element.nodeName;
    // A form's field of that name would be an object.
    const name = typeof named === 'string' ? nameOf(element, named) : 'FORM';
    const isForm = name === 'FORM';
    const copy = new CopyElement(this.document, name, attributeNamesOf(element, isForm), element);
    into.adopt(copy);
    this.copyShadowTree(element, copy, depth);
    // What a drawing is made of is no text; icons are the larger part of many pages.
    if (name !== 'svg') this.copyChildren(element, copy, depth + 1, isForm);
    return isForm;
  }

  private copyShadowTree(element: Element, copy: CopyElement, depth: number): void {
    const root = this.shadowRootOf(element, copy.nodeName);
    const host = copy.nodeName === 'TEMPLATE' ? copy.parentElement : copy;
    if (!root || !host || host.shadowTree) return;
    host.shadowTree = new CopyFragment(this.document);
    this.copyChildren(root, host.shadowTree, depth + 1);
    // After those inside it, which are put into their hosts first.
    this.document.hosts.push(host);
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
const LOWER_CASE = /[a-z]/u;

/** Elements of HTML have upper-case names, in XHTML too. */
function nameOf(element: Element, name: string): string {
  if (!LOWER_CASE.test(name)) return name;
  return name === 'form' || element.namespaceURI === HTML_NAMESPACE ? name.toUpperCase() : name;
}

/** Members as the DOM defines them, for nodes that may hide them behind elements with their names. */
interface Members {
  readonly firstChild: (this: Node) => ChildNode | null;
  readonly nextSibling: (this: Node) => ChildNode | null;
  readonly getAttributeNames: (this: Element) => string[];
}

let knownMembers: Members | null = null;

function members(): Members {
  knownMembers ??= {
    firstChild: getterOf('firstChild'),
    nextSibling: getterOf('nextSibling'),
    getAttributeNames: Element.prototype.getAttributeNames,
  };
  return knownMembers;
}

function getterOf(name: 'firstChild' | 'nextSibling'): (this: Node) => ChildNode | null {
  const getter = Object.getOwnPropertyDescriptor(Node.prototype, name)?.get;
  if (!getter) throw new TypeError(`The DOM has no member ${name}`);
  return getter;
}

/** The names of an element's attributes; the values are asked for when they are wanted. */
function attributeNamesOf(element: Element, isForm: boolean): string[] {
  return isForm ? members().getAttributeNames.call(element) : element.getAttributeNames();
}
