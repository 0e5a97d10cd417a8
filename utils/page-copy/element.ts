import type { CopyDocument } from './document.ts';
import { attributeOf, classNameOf, idOf } from './dom-members.ts';
import { ELEMENT_NODE } from './node.ts';
import { CopyParent } from './parent.ts';
import { compileSelector } from './selector.ts';
import { type ClassAttribute, COMMON, type ElementName, type Vocabulary } from './vocabulary.ts';
import { escapeAttribute, writeChildren } from './write-html.ts';

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
  declare readonly ownerDocument: CopyDocument;
  readonly nodeName: string;
  readonly elementName: ElementName;
  /** The element of the page that this was copied from; null where the pipeline made it. */
  readonly origin: Element | null;
  /** Elements have few attributes, and a list is smaller than a map. */
  private readonly names: string[];
  /** By the place of their names; undefined stands for one that nobody has asked the page for yet, as of most. */
  private values: (string | undefined)[] | null = null;
  /** The two attributes that are asked for most; null where there is none. */
  private classes: ClassAttribute | null = null;
  private ownId: string | null = null;
  /** Whether it has, or once had, an attribute that is not among the `COMMON` ones. */
  hasRareAttributes = false;

  /**
   * @param name as the vocabulary of the document has it
   * @param names of its attributes; the element keeps the list
   * @param origin the element of the page that it is copied from, and that knows their values
   */
  constructor(
    ownerDocument: CopyDocument,
    name: ElementName,
    names: string[],
    origin: Element | null = null,
  ) {
    super(ownerDocument);
    this.nodeName = name.nodeName;
    this.elementName = name;
    this.names = names;
    this.origin = origin;
    const { vocabulary } = ownerDocument;
    for (let at = 0; at < names.length; at += 1) {
      const attribute = names[at] ?? '';
      if (attribute === 'class') {
        if (origin !== null) this.classes = vocabulary.classAttribute(classNameOf.call(origin));
      } else if (attribute === 'id') {
        if (origin !== null) this.knowId(idOf.call(origin));
      } else if (attribute !== 'href' && attribute !== 'src') {
        vocabulary.addAttribute(attribute);
        this.hasRareAttributes = true;
      }
    }
  }

  get vocabulary(): Vocabulary {
    return this.ownerDocument.vocabulary;
  }

  private knowId(id: string): void {
    this.ownId = id;
    this.vocabulary.addId(id);
  }

  /** False for elements of SVG and MathML, whose names are as they are written. */
  get isHtml(): boolean {
    return this.nodeName !== this.localName;
  }

  get localName(): string {
    return this.elementName.localName;
  }

  get tagName(): string {
    return this.nodeName;
  }

  getAttribute(name: string): string | null {
    if (name === 'class') return this.classes === null ? null : this.classes.text;
    if (name === 'id') return this.ownId;
    if (!this.hasRareAttributes && name !== 'href' && name !== 'src') return null;
    const at = this.names.indexOf(name);
    return at < 0 ? null : this.valueAt(at);
  }

  private valueAt(at: number): string {
    this.values ??= new Array(this.names.length);
    const known = this.values[at];
    if (known !== undefined) return known;
    const value = (this.origin && attributeOf.call(this.origin, this.names[at] ?? '')) ?? '';
    this.values[at] = value;
    return value;
  }

  hasAttribute(name: string): boolean {
    return this.names.includes(name);
  }

  hasAttributes(): boolean {
    return this.names.length > 0;
  }

  setAttribute(name: string, value: string): void {
    const known = this.names.indexOf(name);
    const at = known < 0 ? this.names.push(name) - 1 : known;
    this.values ??= [];
    this.values[at] = value;
    this.vocabulary.addAttribute(name);
    this.hasRareAttributes ||= !COMMON.has(name);
    if (name === 'class') this.classes = this.vocabulary.classAttribute(value);
    else if (name === 'id') this.knowId(value);
  }

  removeAttribute(name: string): void {
    const at = this.names.indexOf(name);
    if (at < 0) return;
    this.names.splice(at, 1);
    this.values?.splice(at, 1);
    if (name === 'class') this.classes = null;
    else if (name === 'id') this.ownId = null;
  }

  /** Whether a test says so of the value that the map has for the name of any of its attributes. */
  someAttribute<Value>(
    byName: ReadonlyMap<string, Value>,
    test: (value: Value, element: CopyElement) => boolean,
  ): boolean {
    for (const name of this.names) {
      const value = byName.get(name);
      if (value !== undefined && test(value, this)) return true;
    }
    return false;
  }

  /** The HTML of those attributes that are allowed; all, where nothing else is said. */
  writeAttributes(allowed?: ReadonlySet<string>): string {
    let html = '';
    for (const name of this.names) {
      if (allowed !== undefined && !allowed.has(name)) continue;
      html += ` ${name}="${escapeAttribute(this.getAttribute(name) ?? '')}"`;
    }
    return html;
  }

  getAttributeNames(): string[] {
    return [...this.names];
  }

  get id(): string {
    return this.ownId ?? '';
  }

  set id(name: string) {
    this.setAttribute('id', name);
  }

  get className(): string {
    return this.classAttribute.text;
  }

  set className(names: string) {
    this.setAttribute('class', names);
  }

  get classList(): ClassNames {
    return new TokenList(this.classTokens);
  }

  get classTokens(): readonly string[] {
    return this.classAttribute.tokens;
  }

  get classAttribute(): ClassAttribute {
    return this.classes ?? this.vocabulary.noClasses;
  }

  get innerHTML(): string {
    return writeChildren(this);
  }

  matches(selector: string): boolean {
    return compileSelector(selector).matches(this);
  }

  closest(selector: string): CopyElement | null {
    const { matches } = compileSelector(selector);
    for (let element: CopyElement | null = this; element; element = element.parentElement) {
      if (matches(element)) return element;
    }
    return null;
  }

  cloneNode(deep = false): CopyElement {
    const copy = new CopyElement(this.ownerDocument, this.elementName, [...this.names], this.origin);
    copy.values = this.values && [...this.values];
    copy.classes = this.classes;
    copy.ownId = this.ownId;
    return deep ? this.cloneInto(copy) : copy;
  }
}
