import { tidyLine } from '../../text/normalise.ts';
import { cleanName, readByline } from './byline.ts';
import { isControl } from './controls.ts';
import { type Line, linesOf } from './lines.ts';
import { isCommentBody, isSectionLabel, type Parts } from './parts.ts';
import { labelKind } from './vocabulary.ts';

/** "12/02 à 11:30": a day without its year is no date to `findDate`, and no name either. */
const DAY_AND_MONTH = /^\d{1,2}[/.]\d{1,2}(?:\D|$)/u;

/** The first of some elements that is not in a quotation: what others said has names and dates as well. */
export function firstOutsideQuotes(elements: readonly Element[], item: Element): Element | null {
  return elements.find((element) => !isQuoted(element, item)) ?? null;
}

function isQuoted(element: Element, item: Element): boolean {
  for (let parent = element.parentElement; parent && parent !== item; parent = parent.parentElement)
    if (parent.nodeName === 'BLOCKQUOTE') return true;
  return false;
}

/** The first named author; of nested ones the innermost that still has the name. */
export function pickAuthor(parts: Parts, item: Element, date: Element | null): Element | null {
  const usable = parts.authors.filter((element) => !isQuoted(element, item) && hasName(element, parts));
  const first = usable.find((element) => !date?.contains(element) || element === date);
  if (!first) return null;
  const inner = usable.filter((element) => element !== first && first.contains(element));
  return inner.at(0)
    ? (inner.find((element) => !inner.some((other) => other !== element && element.contains(other))) ?? first)
    : first;
}

/** A name without any class: a link or bold text that makes up one of the first two lines, as in "**X** says:". */
export function leadingName(lines: readonly Line[], item: Element): Element | null {
  for (const line of lines.slice(0, 2)) {
    if (line.text.length > 80) return null;
    for (const node of line.nodes) {
      const element = node.parentElement?.closest('a, b, strong, h3, h4, h5, h6');
      if (!node.data.trim() || !element || element === item || !item.contains(element)) continue;
      const name = cleanName(element.textContent ?? '');
      if (!name || name.length > 50 || isControl(name) || labelKind(name) !== null) continue;
      const { date, author } = readByline(name, null);
      const rest = readByline(line.text.replace(tidyLine(element.textContent ?? ''), ' '), null);
      if (!date && author && rest.author === null && !/^H\d$/u.test(element.nodeName)) return element;
    }
  }
  return null;
}

function hasName(element: Element, parts: Parts): boolean {
  const name = cleanName(ownText(element, parts));
  return name !== null && !isControl(name) && labelKind(name) === null && !DAY_AND_MONTH.test(name);
}

/** An element's text on one line, without what is noise in it. */
export function ownText(element: Element, parts: Parts): string {
  return linesOf(element, parts.noise)
    .map((line) => line.text)
    .join(' | ');
}

/** The longest body that holds neither author nor date; a name such as "comment-content" beats "content". */
export function pickBody(parts: Parts, author: Element | null, date: Element | null): Element | null {
  const isApart = (body: Element, other: Element | null) =>
    !other || (!body.contains(other) && !other.contains(body));
  const usable = parts.bodies
    .filter((body) => isApart(body, author) && isApart(body, date))
    .map((body) => ({
      body,
      size: linesOf(body, parts.noise).reduce((sum, line) => sum + line.text.length, 0),
    }))
    .filter(({ size }) => size > 0);
  const certain = usable.filter(({ body }) => isCommentBody(body));
  const pool = certain.length > 0 ? certain : usable;
  return pool.reduce((best, one) => (one.size > best.size ? one : best), pool[0] ?? { body: null, size: 0 })
    .body;
}

/** The comment's own heading: an element named so, or a heading outside the body. */
export function pickTitle(
  parts: Parts,
  item: Element,
  body: Element | null,
  author: Element | null,
  date: Element | null,
): Element | null {
  const headings = [...item.querySelectorAll('h2, h3, h4, h5, h6, dt')];
  for (const element of [...parts.titles, ...headings]) {
    if (isInside(element, parts.noise, item) || isQuoted(element, item)) continue;
    if (body && (body.contains(element) || element.contains(body))) {
      if (!parts.titles.includes(element) || element.contains(body)) continue;
    }
    if (
      (author && (element.contains(author) || author.contains(element))) ||
      (date && element.contains(date))
    )
      continue;
    const text = tidyLine(element.textContent ?? '');
    if (element.nodeName === 'DT' && readByline(text, null).date) continue;
    if (text && text.length <= 200 && !isSectionLabel(text)) return element;
  }
  return null;
}

function isInside(element: Element, nodes: ReadonlySet<Node>, root: Element): boolean {
  for (let node: Element | null = element; node && node !== root; node = node.parentElement)
    if (nodes.has(node)) return true;
  return false;
}
