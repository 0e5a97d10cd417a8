/** A class attribute, as all elements of a copy that have the same one share it. */
export interface ClassAttribute {
  readonly text: string;
  readonly tokens: readonly string[];
  /** What `perClasses` has been told of it, by the places of the functions that asked. */
  readonly answers: unknown[];
}

/** A name of elements, as all elements of a copy that have the same one share it. */
export interface ElementName {
  /** As in the DOM: upper case for elements of HTML. */
  readonly nodeName: string;
  readonly localName: string;
  readonly isUpperCase: boolean;
  /** What `perName` has been told of it, by the places of the functions that asked. */
  readonly meanings: unknown[];
  /** What `compileSelector` has found for it, by the places of the lists of selectors. */
  readonly answers: unknown[];
}

/** Attributes that nearly every page has, and most elements have no others. */
export const COMMON: ReadonlySet<string> = new Set(['class', 'id', 'href', 'src']);

/** The parts of a list of names, as HTML has them: apart by its white space. */
export function tokensOf(list: string): string[] {
  const tokens: string[] = [];
  let from = 0;
  for (let at = 0; at < list.length; at += 1) {
    if (!isWhiteSpace(list.charCodeAt(at))) continue;
    if (at > from) tokens.push(list.slice(from, at));
    from = at + 1;
  }
  if (from < list.length) tokens.push(list.slice(from));
  return tokens;
}

function isWhiteSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d || unit === 0x0c;
}

/**
 * The names that the elements of a private copy have, or once had. A query for names that are not among them is
 * answered without a look at the elements: most of what is asked of a page is asked in vain.
 */
export class Vocabulary {
  /** Local names of elements. */
  private readonly elements = new Set<string>();
  /** The common ones count as known from the start. */
  private readonly attributes = new Set<string>(COMMON);
  private readonly ids = new Set<string>();
  private readonly classes = new Set<string>();
  /** What `compileSelector` has found for these names, by the places of the lists of selectors; new names end it. */
  private kept: unknown[] = [];
  /** Of the elements that have none. */
  readonly noClasses: ClassAttribute = { text: '', tokens: [], answers: [] };
  private readonly classAttributes = new Map<string, ClassAttribute>();
  /** All of `classes` in one text, made anew when there are more of them. */
  private joinedClasses = { text: '', count: 0 };

  private readonly elementNames = new Map<string, ElementName>();

  /** See `ElementName.answers`; these hold as long as there are no other names. */
  get answers(): unknown[] {
    return this.kept;
  }

  hasElement(localName: string): boolean {
    return this.elements.has(localName);
  }

  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }

  hasId(id: string): boolean {
    return this.ids.has(id);
  }

  hasClass(token: string): boolean {
    return this.classes.has(token);
  }

  addAttribute(name: string): void {
    if (this.attributes.has(name)) return;
    this.attributes.add(name);
    this.forgetAnswers();
  }

  addId(id: string): void {
    this.ids.add(id);
    this.forgetAnswers();
  }

  private forgetAnswers(): void {
    if (this.kept.length > 0) this.kept = [];
  }

  /**
   * A name of elements, which counts as known from now on.
   *
   * @param nodeName as in the DOM: upper case for elements of HTML
   */
  elementName(nodeName: string): ElementName {
    let known = this.elementNames.get(nodeName);
    if (known === undefined) {
      known = {
        nodeName,
        localName: nodeName.toLowerCase(),
        isUpperCase: nodeName === nodeName.toUpperCase(),
        meanings: [],
        answers: [],
      };
      this.elementNames.set(nodeName, known);
      this.elements.add(known.localName);
      this.forgetAnswers();
    }
    return known;
  }

  /** A class attribute, whose names count as known from now on. */
  classAttribute(text: string): ClassAttribute {
    let known = this.classAttributes.get(text);
    if (known === undefined) {
      known = { text, tokens: tokensOf(text), answers: [] };
      this.classAttributes.set(text, known);
      for (const token of known.tokens) this.classes.add(token);
      this.forgetAnswers();
    }
    return known;
  }

  /** Whether any class may hold these characters; in any case. */
  mayHoldInClass(part: string): boolean {
    if (this.joinedClasses.count !== this.classes.size) {
      this.joinedClasses = { text: [...this.classes].join(' ').toLowerCase(), count: this.classes.size };
    }
    return this.joinedClasses.text.includes(part.toLowerCase());
  }

  /** Takes over what another one knows, whose elements come into this copy. */
  absorb(other: Vocabulary): void {
    for (const name of other.elements) this.elements.add(name);
    for (const name of other.attributes) this.attributes.add(name);
    for (const id of other.ids) this.ids.add(id);
    for (const token of other.classes) this.classes.add(token);
    this.forgetAnswers();
  }
}
