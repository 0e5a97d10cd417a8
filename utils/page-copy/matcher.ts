import type { AttributeSelector, Selector } from 'css-what';
import type { CopyElement } from './element.ts';

/** Whether an element matches. */
export type Matcher = (element: CopyElement) => boolean;

type ListCompiler = (list: readonly (readonly Selector[])[]) => Matcher;

/** Attributes whose values HTML compares without case in selectors; those of its list that pages' markup has. */
const CASELESS_VALUES = new Set(
  'accept align charset dir enctype hreflang http-equiv lang language media method rel rev scope shape target type valign'.split(
    ' ',
  ),
);

const COMBINATORS = new Set(['descendant', 'child', 'adjacent', 'sibling']);

export function isCombinator({ type }: Selector): boolean {
  return COMBINATORS.has(type);
}

/**
 * A selector without commas as a function, right to left: the element itself, then what its combinators ask of the
 * elements around it.
 *
 * @param anyOf makes one of a list, as `:is` and `:not` have it
 */
export function matcherOf(selector: readonly Selector[], anyOf: ListCompiler): Matcher {
  const at = selector.findLastIndex(isCombinator);
  const own = selector.slice(at + 1).map((part) => testOf(part, anyOf));
  const isOwn = own.length === 1 && own[0] ? own[0] : allOf(own);
  const combinator = selector[at];
  if (!combinator) return isOwn;
  const outer = matcherOf(selector.slice(0, at), anyOf);
  const isRelated = relationOf(combinator, outer);
  return (element) => isOwn(element) && isRelated(element);
}

function allOf(tests: readonly Matcher[]): Matcher {
  return (element) => {
    for (const test of tests) if (!test(element)) return false;
    return true;
  };
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

function testOf(part: Selector, anyOf: ListCompiler): Matcher {
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
      const matches = anyOf(data);
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
  // The value need not be asked for.
  if (action === 'exists') return (element) => element.hasAttribute(name);
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
