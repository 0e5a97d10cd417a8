import { type AttributeSelector, parse, type Selector } from 'css-what';
import type { CopyElement } from './element.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whether an element matches. */
export type Matcher = (element: CopyElement) => boolean;

/** Attributes whose values HTML compares without case in selectors; those of its list that pages' markup has. */
const CASELESS_VALUES = new Set(
  'accept align charset dir enctype hreflang http-equiv lang language media method rel rev scope shape target type valign'.split(
    ' ',
  ),
);

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

class SelectorList implements CompiledSelector {
  private readonly byName: Buckets = new Map();
  private readonly byClass: Buckets = new Map();
  private readonly byId: Buckets = new Map();
  private readonly byAttribute: Buckets = new Map();
  private readonly others: Matcher[] = [];
  private readonly matchers = new Map<number, Matcher>();
  readonly matches: Matcher;

  constructor(list: readonly (readonly Selector[])[]) {
    for (const selector of list) this.sortIn(selector);
    this.matches = this.matcherFor(this.filled());
  }

  among(vocabulary: Vocabulary): Matcher | null {
    let kinds = this.others.length > 0 ? OTHERS : 0;
    if (holdsAny(this.byName, vocabulary.elements)) kinds |= BY_NAME;
    if (holdsAny(this.byClass, vocabulary.classes)) kinds |= BY_CLASS;
    if (holdsAny(this.byId, vocabulary.ids)) kinds |= BY_ID;
    if (holdsAny(this.byAttribute, vocabulary.attributes)) kinds |= BY_ATTRIBUTE;
    return kinds === 0 ? null : this.matcherFor(kinds);
  }

  private sortIn(selector: readonly Selector[]): void {
    const last = selector.slice(selector.findLastIndex(isCombinator) + 1);
    const name = last.find((part) => part.type === 'tag');
    const id = last.find((part) => isPlainAttribute(part, 'id', 'equals')) as AttributeSelector | undefined;
    const token = last.find((part) => isPlainAttribute(part, 'class', 'element')) as
      | AttributeSelector
      | undefined;
    const attribute = last.find((part) => part.type === 'attribute');
    const matcher = matcherOf(selector);
    if (id) add(this.byId, id.value, matcher);
    else if (token) add(this.byClass, token.value, matcher);
    else if (name) add(this.byName, name.name.toLowerCase(), matcher);
    else if (attribute) add(this.byAttribute, attribute.name, matcher);
    else this.others.push(matcher);
  }

  private filled(): number {
    return (
      (this.byName.size > 0 ? BY_NAME : 0) |
      (this.byClass.size > 0 ? BY_CLASS : 0) |
      (this.byId.size > 0 ? BY_ID : 0) |
      (this.byAttribute.size > 0 ? BY_ATTRIBUTE : 0) |
      (this.others.length > 0 ? OTHERS : 0)
    );
  }

  /** A function that looks into these kinds of buckets alone. */
  private matcherFor(kinds: number): Matcher {
    let matcher = this.matchers.get(kinds);
    if (!matcher) {
      matcher = (element) => this.test(element, kinds);
      this.matchers.set(kinds, matcher);
    }
    return matcher;
  }

  private test(element: CopyElement, kinds: number): boolean {
    if (kinds & BY_NAME && matchesAny(this.byName.get(element.localName), element)) return true;
    if (kinds & BY_CLASS) {
      for (const token of element.classTokens) {
        if (matchesAny(this.byClass.get(token), element)) return true;
      }
    }
    if (kinds & BY_ID && matchesAny(this.byId.get(element.id), element)) return true;
    if (
      kinds & BY_ATTRIBUTE &&
      element.someAttribute(this.byAttribute, (matchers) => matchesAny(matchers, element))
    ) {
      return true;
    }
    return (kinds & OTHERS) !== 0 && matchesAny(this.others, element);
  }
}

function holdsAny(buckets: Buckets, known: ReadonlySet<string>): boolean {
  for (const key of buckets.keys()) if (known.has(key)) return true;
  return false;
}

function add(buckets: Buckets, key: string, matcher: Matcher): void {
  const bucket = buckets.get(key);
  if (bucket) bucket.push(matcher);
  else buckets.set(key, [matcher]);
}

function matchesAny(matchers: readonly Matcher[] | undefined, element: CopyElement): boolean {
  if (matchers === undefined) return false;
  for (const matcher of matchers) if (matcher(element)) return true;
  return false;
}

const COMBINATORS = new Set(['descendant', 'child', 'adjacent', 'sibling']);

function isCombinator({ type }: Selector): boolean {
  return COMBINATORS.has(type);
}

function isPlainAttribute(part: Selector, name: string, action: string): boolean {
  return (
    part.type === 'attribute' && part.name === name && part.action === action && part.ignoreCase !== true
  );
}

/** Right to left: the element itself, then what its combinators ask of the elements around it. */
function matcherOf(selector: readonly Selector[]): Matcher {
  const at = selector.findLastIndex(isCombinator);
  const own = selector.slice(at + 1).map(testOf);
  const isOwn: Matcher =
    own.length === 1 && own[0] ? own[0] : (element) => own.every((test) => test(element));
  const combinator = selector[at];
  if (!combinator) return isOwn;
  const outer = matcherOf(selector.slice(0, at));
  const isRelated = relationOf(combinator, outer);
  return (element) => isOwn(element) && isRelated(element);
}

function relationOf({ type }: Selector, matches: Matcher): Matcher {
  switch (type) {
    case 'child':
      return ({ parentElement }) => parentElement !== null && matches(parentElement);
    case 'adjacent':
      return ({ previousElementSibling }) =>
        previousElementSibling !== null && matches(previousElementSibling);
    case 'sibling':
      return (element) => {
        for (let at = element.previousElementSibling; at; at = at.previousElementSibling)
          if (matches(at)) return true;
        return false;
      };
    default:
      return (element) => {
        for (let at = element.parentElement; at; at = at.parentElement) if (matches(at)) return true;
        return false;
      };
  }
}

function testOf(part: Selector): Matcher {
  switch (part.type) {
    case 'universal':
      return () => true;
    case 'tag': {
      const name = part.name.toLowerCase();
      return ({ localName }) => localName === name;
    }
    case 'attribute':
      return attributeTest(part);
    case 'pseudo': {
      const { name, data } = part;
      if (!Array.isArray(data)) break;
      const { matches } = new SelectorList(data);
      if (name === 'not') return (element) => !matches(element);
      if (name === 'is' || name === 'where') return matches;
      break;
    }
  }
  throw new SyntaxError(`a selector of a kind that is not known here: ${JSON.stringify(part)}`);
}

function attributeTest({ name, action, value, ignoreCase }: AttributeSelector): Matcher {
  if (name === 'class' && action === 'element' && ignoreCase !== true) {
    return ({ classTokens }) => classTokens.includes(value);
  }
  const isCaseless = ignoreCase === true || (ignoreCase === null && CASELESS_VALUES.has(name));
  const wanted = isCaseless ? value.toLowerCase() : value;
  const test = valueTest(action, wanted);
  return (element) => {
    const own = element.getAttribute(name);
    return own !== null && test(isCaseless ? own.toLowerCase() : own);
  };
}

function valueTest(action: AttributeSelector['action'], wanted: string): (own: string) => boolean {
  switch (action) {
    case 'exists':
      return () => true;
    case 'equals':
      return (own) => own === wanted;
    case 'start':
      return (own) => wanted !== '' && own.startsWith(wanted);
    case 'end':
      return (own) => wanted !== '' && own.endsWith(wanted);
    case 'any':
      return (own) => wanted !== '' && own.includes(wanted);
    case 'element':
      return (own) => own.split(/[\t\n\f\r ]+/u).includes(wanted);
    case 'hyphen':
      return (own) => own === wanted || own.startsWith(`${wanted}-`);
    default:
      throw new SyntaxError(`a comparison that is not known here: ${action}`);
  }
}
