import type { CopyDocument, CopyFragment } from './document.ts';
import { ELEMENT_NODE } from './node.ts';
import { CopyParent } from './parent.ts';
import { compileSelector } from './selector.ts';
import { writeChildren } from './write-html.ts';

const NO_TOKENS: readonly string[] = [];

/** Pages say the same class attributes again and again, so each is split once. */
const knownTokens = new Map<string, readonly string[]>();
const MOST_KNOWN = 20_000;

function tokensOf(classes: string): readonly string[] {
  const known = knownTokens.get(classes);
  if (known) return known;
  const tokens = classes.split(/[\t\n\f\r ]+/u).filter(Boolean);
  if (knownTokens.size > MOST_KNOWN) knownTokens.clear();
  knownTokens.set(classes, tokens);
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

export class CopyElement extends CopyParent {
  readonly nodeType = ELEMENT_NODE;
  readonly nodeName: string;
  readonly localName: string;
  /** The element of the page that this was copied from; null where the pipeline made it. */
  origin: Element | null = null;
  /** What stands in its shadow tree, until that is put in its place. */
  shadowTree: CopyFragment | null = null;
  private values: Map<string, string> | null;

  /**
   * @param nodeName as in the DOM: upper case for elements of HTML
   * @param values attributes by name; null for none
   */
  constructor(ownerDocument: CopyDocument | null, nodeName: string, values: Map<string, string> | null) {
    super(ownerDocument);
    this.nodeName = nodeName;
    this.localName = nodeName.toLowerCase();
    this.values = values;
  }

  /** False for elements of SVG and MathML, whose names are as they are written. */
  get isHtml(): boolean {
    return this.nodeName !== this.localName;
  }

  get tagName(): string {
    return this.nodeName;
  }

  getAttribute(name: string): string | null {
    return this.values?.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.values?.has(name) === true;
  }

  hasAttributes(): boolean {
    return this.values !== null && this.values.size > 0;
  }

  setAttribute(name: string, value: string): void {
    this.values ??= new Map();
    this.values.set(name, value);
  }

  removeAttribute(name: string): void {
    this.values?.delete(name);
  }

  getAttributeNames(): string[] {
    return this.values ? [...this.values.keys()] : [];
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
    const classes = this.values?.get('class');
    return classes ? tokensOf(classes) : NO_TOKENS;
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
    const values = this.values && new Map(this.values);
    const copy = new CopyElement(this.ownerDocument, this.nodeName, values);
    return deep ? this.cloneInto(copy) : copy;
  }
}
