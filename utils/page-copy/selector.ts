import { type AttributeSelector, parse, type Selector } from 'css-what';
import type { CopyElement } from './element.ts';

/** Whether an element matches. */
export type Matcher = (element: CopyElement) => boolean;

/** Attributes whose values HTML compares without case in selectors; those of its list that pages' markup has. */
const CASELESS_VALUES = new Set(
  'accept align charset dir enctype hreflang http-equiv lang language media method rel rev scope shape target type valign'.split(
    ' ',
  ),
);

const compiled = new Map<string, Matcher>();

/**
 * A function that tells whether an element matches a list of CSS selectors. Compiled once for each text; only
 * selectors that the program itself has written may be given. Tests only those of the list whose last part could
 * be the element: by its name, its classes, its id or an attribute.
 *
 * Known are names, classes, ids, attributes, the combinators " ", ">", "+" and "~", `:is`, `:where` and `:not`.
 * @throws SyntaxError for anything else.
 */
export function compileSelector(selector: string): Matcher {
  let matcher = compiled.get(selector);
  if (!matcher) {
    matcher = matcherOfList(parse(selector));
    compiled.set(selector, matcher);
  }
  return matcher;
}

type Buckets = Map<string, Matcher[]>;

function matcherOfList(list: readonly (readonly Selector[])[]): Matcher {
  const byName: Buckets = new Map();
  const byClass: Buckets = new Map();
  const byId: Buckets = new Map();
  const byAttribute: Buckets = new Map();
  const others: Matcher[] = [];
  for (const selector of list) {
    const last = selector.slice(selector.findLastIndex(isCombinator) + 1);
    const name = last.find((part) => part.type === 'tag');
    const id = last.find((part) => isPlainAttribute(part, 'id', 'equals')) as AttributeSelector | undefined;
    const token = last.find((part) => isPlainAttribute(part, 'class', 'element')) as
      | AttributeSelector
      | undefined;
    const attribute = last.find((part) => part.type === 'attribute');
    const matcher = matcherOf(selector);
    if (id) add(byId, id.value, matcher);
    else if (token) add(byClass, token.value, matcher);
    else if (name) add(byName, name.name.toLowerCase(), matcher);
    else if (attribute) add(byAttribute, attribute.name, matcher);
    else others.push(matcher);
  }
  return (element) => {
    if (byName.size > 0 && matchesAny(byName.get(element.localName), element)) return true;
    if (byClass.size > 0) {
      for (const token of element.classTokens) if (matchesAny(byClass.get(token), element)) return true;
    }
    if (byId.size > 0 && matchesAny(byId.get(element.id), element)) return true;
    if (
      byAttribute.size > 0 &&
      element.someAttribute(byAttribute, (matchers) => matchesAny(matchers, element))
    ) {
      return true;
    }
    return others.length > 0 && matchesAny(others, element);
  };
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
      const matches = matcherOfList(data);
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
