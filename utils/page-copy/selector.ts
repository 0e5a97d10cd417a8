import { type AttributeSelector, parse, type Selector } from 'css-what';
import type { CopyElement } from './element.ts';
import { isCombinator, type Matcher, matcherOf } from './matcher.ts';
import { COMMON, type ElementName, type Vocabulary } from './vocabulary.ts';

/** A list of selectors, ready to be asked of elements. */
export interface CompiledSelector {
  readonly matches: Matcher;
  /** The same for elements of a copy with these names; null where none of them can match. */
  among(vocabulary: Vocabulary): Matcher | null;
}

const compiled = new Map<string, CompiledSelector>();

/**
 * A list of CSS selectors, as functions. Compiled once for each text; only selectors that the program itself has
 * written may be given. Tests only those of the list whose last part could be the element: by its name, its
 * classes, its id or an attribute.
 *
 * Known are names, classes, ids, attributes, the combinators " ", ">", "+" and "~", `:is`, `:where` and `:not`.
 * @throws SyntaxError for anything else.
 */
export function compileSelector(selector: string): CompiledSelector {
  let known = compiled.get(selector);
  if (!known) {
    known = new SelectorList(parse(selector));
    compiled.set(selector, known);
  }
  return known;
}

type Buckets = Map<string, Matcher[]>;

/** Kinds of buckets, as bits. */
const BY_NAME = 1;
const BY_CLASS = 2;
const BY_ID = 4;
const BY_ATTRIBUTE = 8;
const OTHERS = 16;

/** What a copy must have for a selector to match anything in it. */
interface Need {
  readonly kind: number;
  /** The key of its bucket. */
  readonly key: string;
  readonly attributes: readonly string[];
  /** What stands in one of its classes; parts of an attribute that have spaces may stand in several. */
  readonly classParts: readonly string[];
}

const NONE: readonly Matcher[] = [];
let lists = 0;

class SelectorList implements CompiledSelector {
  private readonly byName: Buckets = new Map();
  private readonly byClass: Buckets = new Map();
  private readonly byId: Buckets = new Map();
  private readonly byAttribute: Buckets = new Map();
  /** Whether an element with `COMMON` attributes alone may be among those by attribute. */
  private asksForCommon = false;
  private readonly others: Matcher[] = [];
  private readonly needs: Need[] = [];
  private readonly matchers = new Map<number, Matcher>();
  /** Its place among the answers that names and vocabularies keep. */
  private readonly place = lists++;
  readonly matches: Matcher;

  constructor(list: readonly (readonly Selector[])[]) {
    for (const selector of list) this.sortIn(selector);
    this.matches = this.matcherFor(this.needs.reduce((kinds, { kind }) => kinds | kind, 0));
  }

  among(vocabulary: Vocabulary): Matcher | null {
    const { answers } = vocabulary;
    let answer = answers[this.place] as Matcher | null | undefined;
    if (answer === undefined) {
      answer = this.matcherAmong(vocabulary);
      answers[this.place] = answer;
    }
    return answer;
  }

  private matcherAmong(vocabulary: Vocabulary): Matcher | null {
    let kinds = 0;
    for (const need of this.needs) {
      if ((kinds & need.kind) === 0 && isMet(need, vocabulary)) kinds |= need.kind;
    }
    return kinds === 0 ? null : this.matcherFor(kinds);
  }

  private sortIn(selector: readonly Selector[]): void {
    const last = selector.slice(selector.findLastIndex(isCombinator) + 1);
    const name = last.find((part) => part.type === 'tag');
    const id = last.find((part) => isPlainAttribute(part, 'id', 'equals')) as AttributeSelector | undefined;
    const token = last.find((part) => isPlainAttribute(part, 'class', 'element')) as
      | AttributeSelector
      | undefined;
    const asked = last.filter((part) => part.type === 'attribute');
    const attributes = asked.map((part) => part.name);
    const classParts = asked.filter(isPartOfClass).map((part) => part.value);
    const matcher = matcherOf(selector, (list) => new SelectorList(list).matches);
    const sort = (kind: number, key: string, bucket: Matcher[]) => {
      bucket.push(matcher);
      this.needs.push({ kind, key, attributes, classParts });
    };
    if (id) sort(BY_ID, id.value, bucketOf(this.byId, id.value));
    else if (token) sort(BY_CLASS, token.value, bucketOf(this.byClass, token.value));
    else if (name) {
      const key = name.name.toLowerCase();
      sort(BY_NAME, key, bucketOf(this.byName, key));
    } else if (attributes[0] !== undefined) {
      sort(BY_ATTRIBUTE, attributes[0], bucketOf(this.byAttribute, attributes[0]));
      this.asksForCommon ||= COMMON.has(attributes[0]);
    } else sort(OTHERS, '', this.others);
  }

  /** A function that looks into these kinds of buckets alone. */
  private matcherFor(kinds: number): Matcher {
    let matcher = this.matchers.get(kinds);
    if (!matcher) {
      matcher =
        kinds === BY_NAME
          ? (element) => matchesAny(this.ofName(element.elementName), element)
          : (element) => this.test(element, kinds);
      this.matchers.set(kinds, matcher);
    }
    return matcher;
  }

  /** Of the selectors that ask for a name those that ask for this one. */
  private ofName(name: ElementName): readonly Matcher[] {
    let known = name.answers[this.place] as readonly Matcher[] | undefined;
    if (known === undefined) {
      known = this.byName.get(name.localName) ?? NONE;
      name.answers[this.place] = known;
    }
    return known;
  }

  private test(element: CopyElement, kinds: number): boolean {
    if (kinds & BY_NAME) {
      const named = this.ofName(element.elementName);
      if (named !== NONE && matchesAny(named, element)) return true;
    }
    if (kinds & BY_CLASS) {
      for (const token of element.classTokens) {
        if (matchesAny(this.byClass.get(token), element)) return true;
      }
    }
    if (kinds & BY_ID && matchesAny(this.byId.get(element.id), element)) return true;
    if (kinds & BY_ATTRIBUTE && (this.asksForCommon || element.hasRareAttributes)) {
      if (element.someAttribute(this.byAttribute, matchesAny)) return true;
    }
    return (kinds & OTHERS) !== 0 && matchesAny(this.others, element);
  }
}

function isMet({ kind, key, attributes, classParts }: Need, vocabulary: Vocabulary): boolean {
  if (kind === BY_NAME && !vocabulary.hasElement(key)) return false;
  if (kind === BY_CLASS && !vocabulary.hasClass(key)) return false;
  if (kind === BY_ID && !vocabulary.hasId(key)) return false;
  for (const name of attributes) if (!vocabulary.hasAttribute(name)) return false;
  for (const part of classParts) if (!vocabulary.mayHoldInClass(part)) return false;
  return true;
}

function isPartOfClass({ name, action, value }: AttributeSelector): boolean {
  return name === 'class' && /^(?:any|start|end)$/u.test(action) && !/\s/u.test(value);
}

function bucketOf(buckets: Buckets, key: string): Matcher[] {
  let bucket = buckets.get(key);
  if (bucket === undefined) {
    bucket = [];
    buckets.set(key, bucket);
  }
  return bucket;
}

function matchesAny(matchers: readonly Matcher[] | undefined, element: CopyElement): boolean {
  if (matchers === undefined) return false;
  for (const matcher of matchers) if (matcher(element)) return true;
  return false;
}

function isPlainAttribute(part: Selector, name: string, action: string): boolean {
  return (
    part.type === 'attribute' && part.name === name && part.action === action && part.ignoreCase !== true
  );
}
