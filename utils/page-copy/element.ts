import type { CopyDocument, CopyFragment } from './document.ts';
import { ELEMENT_NODE } from './node.ts';
import { CopyParent } from './parent.ts';
import { compileSelector } from './selector.ts';
import { writeChildren } from './write-html.ts';

const NO_TOKENS: readonly string[] = [];

/** Pages say the same class attributes again and again, so each is split once. */
const tokensByClass = new Map<string, readonly string[]>();
const MOST_KNOWN = 20_000;

function tokensOf(classes: string): readonly string[] {
  const known = tokensByClass.get(classes);
  if (known) return known;
  const tokens = classes.split(/[\t\n\f\r ]+/u).filter(Boolean);
  if (tokensByClass.size > MOST_KNOWN) tokensByClass.clear();
  tokensByClass.set(classes, tokens);
  return tokens;
}

/** The class names of an element; reads only. */
export interface ClassNames extends Iterable<string> {
  readonly length: number;
  contains(token: string): boolean;
}

class TokenList implements ClassNames {
  private readonly tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  get length(): number {
    return this.tokens.length;
  }

  contains(token: string): boolean {
    return this.tokens.includes(token);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.tokens[Symbol.iterator]();
  }
}

/** As the DOM defines it: a form's field named `getAttribute` would hide the form's own. */
function attributeOf(origin: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(origin, name);
}

/** Names of elements come from a small set, and each has one lower-case form. */
const knownLowerCase = new Map<string, string>();

function lowerCaseOf(name: string): string {
  let lower = knownLowerCase.get(name);
  if (lower === undefined) {
    lower = name.toLowerCase();
    if (knownLowerCase.size > MOST_KNOWN) knownLowerCase.clear();
    knownLowerCase.set(name, lower);
  }
  return lower;
}

export class CopyElement extends CopyParent {
  readonly nodeType = ELEMENT_NODE;
  readonly nodeName: string;
  readonly localName: string;
  /** The element of the page that this was copied from; null where the pipeline made it. */
  origin: Element | null = null;
  /** What stands in its shadow tree, until that is put in its place. */
  shadowTree: CopyFragment | null = null;
  /**
   * Names and values in turn: elements have few attributes, and a list is smaller than a map. Null stands for a
   * value that nobody has asked the page for yet; most are never asked for.
   */
  private readonly attributes: (string | null)[];
  private knownTokens: readonly string[] | null = null;

  /**
   * @param nodeName as in the DOM: upper case for elements of HTML
   * @param attributes names and values in turn; the element keeps the list
   */
  constructor(ownerDocument: CopyDocument | null, nodeName: string, attributes: (string | null)[]) {
    super(ownerDocument);
    this.nodeName = nodeName;
    this.localName = lowerCaseOf(nodeName);
    this.attributes = attributes;
  }

  /** False for elements of SVG and MathML, whose names are as they are written. */
  get isHtml(): boolean {
    return this.nodeName !== this.localName;
  }

  get tagName(): string {
    return this.nodeName;
  }

  private indexOf(name: string): number {
    const { attributes } = this;
    for (let at = 0; at < attributes.length; at += 2) if (attributes[at] === name) return at;
    return -1;
  }

  getAttribute(name: string): string | null {
    const at = this.indexOf(name);
    if (at < 0) return null;
    const known = this.attributes[at + 1];
    if (typeof known === 'string') return known;
    const value = (this.origin && attributeOf(this.origin, name)) ?? '';
    this.attributes[at + 1] = value;
    return value;
  }

  hasAttribute(name: string): boolean {
    return this.indexOf(name) >= 0;
  }

  hasAttributes(): boolean {
    return this.attributes.length > 0;
  }

  setAttribute(name: string, value: string): void {
    const at = this.indexOf(name);
    if (at < 0) this.attributes.push(name, value);
    else this.attributes[at + 1] = value;
    if (name === 'class') this.knownTokens = null;
  }

  removeAttribute(name: string): void {
    const at = this.indexOf(name);
    if (at >= 0) this.attributes.splice(at, 2);
    if (name === 'class') this.knownTokens = null;
  }

  /** Whether a test says so of the value that the map has for the name of any of its attributes. */
  someAttribute<Value>(byName: ReadonlyMap<string, Value>, test: (value: Value) => boolean): boolean {
    for (let at = 0; at < this.attributes.length; at += 2) {
      const value = byName.get(this.attributes[at] ?? '');
      if (value !== undefined && test(value)) return true;
    }
    return false;
  }

  getAttributeNames(): string[] {
    return this.attributes.filter((_, at) => at % 2 === 0) as string[];
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(name: string) {
    this.setAttribute('id', name);
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(names: string) {
    this.setAttribute('class', names);
  }

  get classList(): ClassNames {
    return new TokenList(this.classTokens);
  }

  get classTokens(): readonly string[] {
    if (this.knownTokens === null) {
      const classes = this.getAttribute('class');
      this.knownTokens = classes ? tokensOf(classes) : NO_TOKENS;
    }
    return this.knownTokens;
  }

  get innerHTML(): string {
    return writeChildren(this);
  }

  matches(selector: string): boolean {
    return compileSelector(selector)(this);
  }

  closest(selector: string): CopyElement | null {
    const matches = compileSelector(selector);
    for (let element: CopyElement | null = this; element; element = element.parentElement) {
      if (matches(element)) return element;
    }
    return null;
  }

  cloneNode(deep = false): CopyElement {
    const copy = new CopyElement(this.ownerDocument, this.nodeName, [...this.attributes]);
    copy.origin = this.origin;
    return deep ? this.cloneInto(copy) : copy;
  }
}
