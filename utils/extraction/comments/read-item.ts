import { tidyLine } from '../../text/normalise.ts';
import type { CommentDate } from '../types.ts';
import { type Byline, cleanName, readByline } from './byline.ts';
import { type Line, linesOf } from './lines.ts';
import { dateOf, isCommentBody, isSectionLabel, type Parts, partsOf } from './parts.ts';
import { isControl, isNoTitle, isPlaceholder, labelKind } from './vocabulary.ts';

/** What one item of a thread says, without the items nested in it. */
export interface Reading {
  readonly author: string | null;
  readonly date: CommentDate | null;
  readonly title: string | null;
  readonly text: string;
  /** Where the text stands, and what in there is not part of it. */
  readonly bodyRoot: Element;
  readonly bodySkip: ReadonlySet<Node>;
  readonly badge: boolean;
  /** True when names or tags told author or date; false when only the look of a line did. */
  readonly isMarked: boolean;
  readonly isPlaceholder: boolean;
  /** True where a heading such as "3 comments" or a form's label opens it: a section, not a comment. */
  readonly isSection: boolean;
}

/** Reads an element as one comment, leaving out the subtrees in `skip`. Changes nothing. */
export function readItem(item: Element, skip: ReadonlySet<Node>, lang: string | null): Reading {
  const parts = partsOf(item, skip);
  const date = firstOutsideQuotes(parts.dates, item);
  const lines = linesOf(item, parts.noise);
  const named = pickAuthor(parts, item, date);
  const author = named ?? leadingName(lines, item);
  const body = pickBody(parts, author, date);
  const known = new Map<Element, 'author' | 'date' | 'title'>();
  if (author) known.set(author, 'author');
  if (date) known.set(date, 'date');
  const title = pickTitle(parts, item, body, author, date);
  if (title) known.set(title, 'title');
  const { inside, outside } = splitLines(lines, body, known, { author, date, about: parts.about });
  const byline = bylineOf(outside, known, lang);
  const authorByline = author && nameIn(ownText(author, parts), lang);
  const shown = date && dateOf(date, lang);
  const heading = title && !author && !byline.author && !isTitleNamed(title, parts) ? title : null;
  const bodySkip = new Set<Node>(parts.noise);
  for (const line of outside) for (const node of line.nodes) bodySkip.add(node);
  const text = inside.map((line) => line.text).join('\n');
  const titleText = title && title !== heading ? tidyLine(title.textContent ?? '') : null;
  return {
    author:
      (authorByline?.author ?? byline.author) ||
      (heading ? cleanName(heading.textContent ?? '') : null) ||
      parts.badge ||
      null,
    date: shown ?? authorByline?.date ?? byline.date,
    title: titleText && !isNoTitle(titleText) ? titleText : null,
    text,
    bodyRoot: body ?? item,
    bodySkip,
    badge: parts.badge !== null,
    isMarked: Boolean(named ?? date),
    isSection: named === null && lines.slice(0, 2).some((line) => labelKind(line.text) !== null),
    isPlaceholder: isPlaceholder(text) || (titleText !== null && isPlaceholder(titleText)),
  };
}

/** A copy of the comment's body; pictures of emoji and emoticons become the characters they stand for. */
export function bodyOf(reading: Reading): DocumentFragment {
  const fragment = reading.bodyRoot.ownerDocument.createDocumentFragment();
  const holder = reading.bodyRoot.ownerDocument.createElement('div');
  copyChildren(reading.bodyRoot, holder, reading.bodySkip);
  fragment.append(holder);
  return fragment;
}

function copyChildren(from: Element, to: Node, skip: ReadonlySet<Node>): void {
  for (let child = from.firstChild; child; child = child.nextSibling) {
    if (skip.has(child)) continue;
    if (child.nodeType === 3) to.appendChild(child.cloneNode());
    else if (child.nodeType === 1) copyElement(child as Element, to, skip);
  }
}

function copyElement(element: Element, to: Node, skip: ReadonlySet<Node>): void {
  const alt = element.nodeName === 'IMG' ? (element.getAttribute('alt') ?? '').trim() : '';
  if (alt && alt.length <= 8 && !/^\w+$/u.test(alt) && !/\p{L}{3}/u.test(alt)) {
    to.appendChild(element.ownerDocument.createTextNode(alt));
    return;
  }
  const copy = element.cloneNode() as Element;
  copyChildren(element, copy, skip);
  if (
    copy.childNodes.length > 0 ||
    /^(?:IMG|BR|HR|VIDEO|AUDIO|SOURCE)$/u.test(element.nodeName) ||
    !element.firstChild
  )
    to.appendChild(copy);
}

function firstOutsideQuotes(elements: readonly Element[], item: Element): Element | null {
  return elements.find((element) => !isQuoted(element, item)) ?? null;
}

function isQuoted(element: Element, item: Element): boolean {
  for (let parent = element.parentElement; parent && parent !== item; parent = parent.parentElement)
    if (parent.nodeName === 'BLOCKQUOTE') return true;
  return false;
}

/** The first named author; of nested ones the innermost that still has the name. */
function pickAuthor(parts: Parts, item: Element, date: Element | null): Element | null {
  const usable = parts.authors.filter((element) => !isQuoted(element, item) && hasName(element, parts));
  const first = usable.find((element) => !date?.contains(element) || element === date);
  if (!first) return null;
  const inner = usable.filter((element) => element !== first && first.contains(element));
  return inner.at(0)
    ? (inner.find((element) => !inner.some((other) => other !== element && element.contains(other))) ?? first)
    : first;
}

/** A name without any class: a link or bold text that makes up one of the first two lines, as in "**X** says:". */
function leadingName(lines: readonly Line[], item: Element): Element | null {
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

/** A named author may hold the date as well; without one its whole text is the name. */
function nameIn(text: string, lang: string | null): Byline {
  const byline = readByline(text, lang);
  return byline.date ? byline : { author: cleanName(text) ?? byline.author, date: null };
}

function hasName(element: Element, parts: Parts): boolean {
  const name = cleanName(ownText(element, parts));
  return name !== null && !isControl(name) && labelKind(name) === null;
}

/** An element's text on one line, without what is noise in it. */
function ownText(element: Element, parts: Parts): string {
  return linesOf(element, parts.noise)
    .map((line) => line.text)
    .join(' | ');
}

/** The longest body that holds neither author nor date; a name such as "comment-content" beats "content". */
function pickBody(parts: Parts, author: Element | null, date: Element | null): Element | null {
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

function pickTitle(
  parts: Parts,
  item: Element,
  body: Element | null,
  author: Element | null,
  date: Element | null,
): Element | null {
  const headings = [...item.querySelectorAll('h2, h3, h4, h5, h6')];
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
    if (text && text.length <= 200 && !isSectionLabel(text)) return element;
  }
  return null;
}

function isTitleNamed(title: Element, parts: Parts): boolean {
  return parts.titles.includes(title);
}

function isInside(element: Element, nodes: ReadonlySet<Node>, root: Element): boolean {
  for (let node: Element | null = element; node && node !== root; node = node.parentElement)
    if (nodes.has(node)) return true;
  return false;
}

/** Parts what the commenter wrote from the lines about it. */
function splitLines(
  lines: readonly Line[],
  body: Element | null,
  known: ReadonlyMap<Element, string>,
  found: { author: Element | null; date: Element | null; about: readonly Element[] },
): { inside: Line[]; outside: Line[] } {
  const inside: Line[] = [];
  const outside: Line[] = [];
  const isBodyLine = (line: Line) => line.nodes.some((node) => body?.contains(node) && node.data.trim());
  const footers = new Set<Element>();
  if (!body && !found.author)
    lines.forEach((line, index) => {
      const list = line.nodes[0]?.parentElement?.closest('ul, ol');
      if (list && isEdge(index, lines.length) && isBylineLook(line.text)) footers.add(list);
    });
  lines.forEach((line, index) => {
    const holders = [...footers, ...found.about];
    if (line.nodes.every((node) => !node.data.trim() || holders.some((holder) => holder.contains(node))))
      outside.push(line);
    else if (isControl(line.text) || isSectionLabel(line.text)) outside.push(line);
    else if (isAbout(line, known)) outside.push(line);
    else if (body) (isBodyLine(line) ? inside : outside).push(line);
    else if (!found.date && isEdge(index, lines.length) && isBylineLook(line.text)) outside.push(line);
    else inside.push(line);
  });
  return body && inside.length === 0 && outside.length === 0
    ? { inside: [...lines], outside: [] }
    : { inside, outside };
}

function isEdge(index: number, length: number): boolean {
  return index < 2 || index >= length - 2;
}

/** True for a line that holds author, date or title and hardly anything else. */
function isAbout(line: Line, known: ReadonlyMap<Element, string>): boolean {
  let about = 0;
  let rest = '';
  for (const node of line.nodes) {
    const text = node.data.trim();
    if (!text) continue;
    if ([...known.keys()].some((element) => element.contains(node))) about += text.length;
    else rest += ` ${text}`;
  }
  if (about === 0) return false;
  const left = readByline(rest, null);
  return rest.trim().length <= 60 && (rest.trim().length <= 30 || left.date !== null || about > rest.length);
}

/** True for "Posted by X at DATE" and other short lines with a date and a name at most. */
function isBylineLook(text: string): boolean {
  if (text.length > 140) return false;
  const { date, author } = readByline(text, null);
  return date !== null && text.length - date.shown.length - (author?.length ?? 0) <= 40;
}

/** Author and date from lines about the comment, where no name in the markup tells them. */
function bylineOf(
  outside: readonly Line[],
  known: ReadonlyMap<Element, string>,
  lang: string | null,
): Byline {
  let author: string | null = null;
  let date: CommentDate | null = null;
  let names: string | null = null;
  const titles = [...known].filter(([, kind]) => kind === 'title').map(([element]) => element);
  for (const line of outside) {
    if (titles.some((title) => line.nodes.some((node) => title.contains(node)))) continue;
    if (isControl(line.text) || labelKind(line.text) !== null) continue;
    const read = readByline(line.text, lang);
    if (read.date && !date) {
      date = read.date;
      author ??= read.author;
    }
    if (line.text.length <= 60) names ??= read.author;
  }
  return { author: author ?? names, date };
}
