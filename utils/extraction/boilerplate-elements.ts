import { perClasses } from '../page-copy/per-classes.ts';
import { perName } from '../page-copy/per-name.ts';
import { isBlockElement } from '../text/blocks.ts';
import { mayHaveRule, ruleOfName, wordsOfName } from './boilerplate-names.ts';
import { BUILDER_BOXES, ELEMENT_RULES, type ElementRule } from './boilerplate-rules.ts';

/** Quotations, code and tables are never boilerplate by their name: an embedded post may be called `tweet`. */
const EXEMPT = ['BLOCKQUOTE', 'PRE', 'CODE', 'TABLE', 'TBODY', 'TR', 'TD', 'TH', 'MAIN', 'ARTICLE'];
/** By tag or role: its rule; null for what is exempt. */
const RULE_BY_TAG = new Map<string, ElementRule | null>([
  ...ELEMENT_RULES.flatMap((rule) => (rule.tags ?? []).map((tag): [string, ElementRule] => [tag, rule])),
  ...EXEMPT.map((tag): [string, null] => [tag, null]),
]);
/** The same for an element's tag; false where there is no rule. */
const ruleOfTag = perName((name) => {
  const rule = RULE_BY_TAG.get(name);
  return rule === undefined ? false : rule;
});
const HEADING = /^H[1-6]$/u;
/** Elements that hold lines of running text. */
const RUNNING = /^(?:P|LI|T[DH]|D[DT]|BLOCKQUOTE|FIGCAPTION|H[1-6])$/u;

type Holders = ReadonlyMap<Element, unknown>;

/**
 * The rule that an element is boilerplate by, for its tag, role, class or id; null where it is none.
 *
 * @param prose the elements that hold prose
 */
export function ruleOfElement(element: Element, prose: Holders): ElementRule | null {
  const byTag = ruleOfTag(element);
  if (byTag === null) return null;
  if (byTag) return isInProse(element, byTag, prose) ? null : byTag;
  if (!element.hasAttributes()) return null;
  const role = element.getAttribute('role');
  const byRole = role ? RULE_BY_TAG.get(`role:${role.toLowerCase()}`) : undefined;
  if (byRole) return byRole;
  const rule = ruleOfNames(element, element.nodeName);
  return rule && !isInProse(element, rule, prose) ? rule : null;
}

function ruleOfNames(element: Element, tag: string): ElementRule | null {
  const rule = ruleOfClasses(element) ?? ruleOfId(element, tag);
  if (!rule) return null;
  // A post's own title may be marked as published, shared or tagged; a site's title is not the post's.
  if (tag === 'H1' && rule.reason !== 'site-header' && rule.reason !== 'hidden') return null;
  return rule;
}

const ruleOfClasses = perClasses(firstRuleOf);

function firstRuleOf(classes: string, names: readonly string[]): ElementRule | null {
  if (!mayHaveRule(classes, 'class')) return null;
  let found: ElementRule | null = null;
  for (const name of names) {
    if (name === BUILDER_BOXES) return null;
    found ??= ruleOfName(name, 'class');
  }
  return found;
}

/** A heading's id is its text made into an anchor, so it says nothing of what the heading is. */
function ruleOfId(element: Element, tag: string): ElementRule | null {
  const id = element.getAttribute('id');
  return id && mayHaveRule(id, 'id') && !HEADING.test(tag) ? ruleOfName(id, 'id') : null;
}

/** Whether an inline element is part of a sentence: a link that opens a popup, a term with an explanation. */
function isInProse(element: Element, rule: ElementRule, prose: Holders): boolean {
  if (rule.evenInProse || isBlockElement(element)) return false;
  let holder = element.parentElement;
  while (holder && !isBlockElement(holder)) holder = holder.parentElement;
  if (!holder || !RUNNING.test(holder.nodeName)) return false;
  if (!rule.tags && (saysMore(element.previousSibling) || saysMore(element.nextSibling))) return true;
  if (!prose.has(holder)) return false;
  return (element.textContent?.length ?? 0) * 2 < (holder.textContent?.length ?? 0);
}

function saysMore(node: ChildNode | null): boolean {
  return node?.nodeType === 3 && /\p{L}{3}/u.test(node.nodeValue ?? '');
}

const FOLDING = new Set(['accordion', 'faq', 'faqs', 'question', 'collapse', 'collapsible', 'expander']);
const SHORTEST_QUESTION = 8;

/**
 * A button that opens an answer or a section is its heading, and a label in running text is part of it: these
 * stay as what they are for the reader. Returns whether it kept the element's content.
 */
export function keepContent(element: Element): boolean {
  if (element.nodeName === 'LABEL')
    return element.parentElement !== null && /^(?:P|LI)$/u.test(element.parentElement.nodeName);
  if (element.nodeName !== 'BUTTON') return false;
  const text = element.textContent?.trim() ?? '';
  if (text.length < SHORTEST_QUESTION) return false;
  const isHeading = element.closest('h2, h3, h4, h5, h6, dt, summary') !== null;
  if (!isHeading && !/[?？]/u.test(text) && !isNamedFolding(element)) return false;
  const kept = element.ownerDocument.createElement(isHeading ? 'span' : 'h4');
  kept.append(...element.childNodes);
  element.replaceWith(kept);
  return true;
}

function isNamedFolding(element: Element): boolean {
  return (element.getAttribute('class') ?? '')
    .split(/\s+/u)
    .some((name) => wordsOfName(name).some((word) => FOLDING.has(word)));
}
