import { COMMENT_NAME, COMMENT_STATE, isNamedItem, namesOf } from './names.ts';
import { isOwnerAnswer } from './owner-answer.ts';
import { type Reading, readItem } from './read-item.ts';
import type { Scan } from './scan.ts';
import { labelKind } from './vocabulary.ts';

/** One comment in the page: the element that was read, and the frame around it that holds its replies too. */
export interface Item {
  readonly element: Element;
  frame: Element;
  readonly reading: Reading;
}

/** The comments of a page while they are being found, in no order. */
export class Items {
  readonly byElement = new Map<Element, Item>();
  /** Frames, and elements that items were read from: left out when what is around them is read. */
  readonly skip = new Set<Node>();
  readonly lang: string | null;
  private readonly byFrame = new Map<Element, Item>();

  constructor(lang: string | null) {
    this.lang = lang;
  }

  add(element: Element, reading: Reading): void {
    const item = { element, frame: element, reading };
    this.byElement.set(element, item);
    this.byFrame.set(element, item);
    this.skip.add(element);
  }

  /** Makes an element around an item its frame. */
  extend(item: Item, frame: Element): void {
    this.byFrame.delete(item.frame);
    item.frame = frame;
    this.byFrame.set(frame, item);
    this.skip.add(frame);
  }

  drop(item: Item): void {
    this.byElement.delete(item.element);
    this.byFrame.delete(item.frame);
    for (
      let node: Element | null = item.element;
      node;
      node = node === item.frame ? null : node.parentElement
    )
      this.skip.delete(node);
  }

  /** The items in an element that are in no other item there, in page order. */
  topIn(element: Element): Item[] {
    const found: Item[] = [];
    const visit = (parent: Element) => {
      for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
        if (this.skip.has(child)) {
          const item = this.byFrame.get(child);
          if (item) found.push(item);
        } else visit(child);
      }
    };
    visit(element);
    return found;
  }
}

/** Finds the comments that carry a name of their own, innermost first, so that answers are told from what they answer. */
export function findNamedItems(candidates: readonly Element[], items: Items): void {
  for (let index = candidates.length - 1; index >= 0; index--) {
    const element = candidates[index];
    if (element) consider(element, items);
  }
}

function consider(element: Element, items: Items): void {
  const reading = readItem(element, items.skip, items.lang);
  const inner = items.topIn(element);
  const first = inner[0];
  // A section with its heading and form has words and perhaps a date too, but no named author or date of its own.
  const isReadable =
    hasWhoOrWhen(reading) &&
    hasBody(reading) &&
    (!first || reading.isMarked || (reading.author !== null && reading.date !== null));
  if (first && !isList(first.frame.parentElement, element)) {
    // A date or a name in the text of a comment made its body look like a comment of its own.
    if (reading.isMarked && (!isReadable || !first.reading.isMarked) && inner.length === 1) {
      items.drop(first);
      const whole = readItem(element, items.skip, items.lang);
      items.add(
        ...(hasBody(whole) ? ([element, whole] as const) : ([first.element, first.reading] as const)),
      );
      if (hasBody(whole)) return;
    }
    if (!isReadable) {
      if (isFrame(element, inner, reading)) items.extend(first, element);
      return;
    }
  }
  if (isReadable) items.add(element, reading);
}

/** True for what holds one comment with its answers, but not for a list of comments or a comment around an answer. */
function isFrame(element: Element, inner: readonly Item[], reading: Reading): boolean {
  if (/^(?:UL|OL|DL)$/u.test(element.nodeName) || isOwnerAnswer(inner[0]?.element ?? element)) return false;
  if (reading.text.length > 80) return false;
  const first = inner[0]?.frame;
  return inner
    .slice(1)
    .every(({ frame }) => isList(frame.parentElement, element) || (first && !isOfOneKind(first, frame)));
}

/** Comments of one list share a class; a comment and the answer beside it may not. */
function isOfOneKind(one: Element, other: Element): boolean {
  if (one.classList.length === 0 || other.classList.length === 0) return one.nodeName === other.nodeName;
  return [...one.classList].some((token) => other.classList.contains(token));
}

/** True where a list stands between an inner frame and the element around it: the frame is an answer then. */
function isList(from: Element | null, element: Element): boolean {
  for (let node = from; node && node !== element; node = node.parentElement)
    if (
      /^(?:UL|OL|DL)$/u.test(node.nodeName) ||
      / (?:children|replies|answers|indented|thread|list) /u.test(namesOf(node))
    )
      return true;
  return false;
}

export function hasWhoOrWhen(reading: Reading): boolean {
  if (reading.isSection) return false;
  return reading.date !== null || (reading.author !== null && reading.isMarked);
}

export function hasBody(reading: Reading): boolean {
  return reading.text.length > 0 && labelKind(reading.text) === null;
}

/** True for an element whose name says that comments are in or about it. */
export function isCommentNamed(element: Element): boolean {
  const names = namesOf(element);
  return COMMENT_NAME.test(names) && !COMMENT_STATE.test(names) && !element.closest('pre, code');
}

/** Elements that are never a comment, whatever their name. */
const NO_ITEMS = new Set('A INPUT TEXTAREA FORM LABEL BUTTON SPAN IMG I H1 H2 SVG svg'.split(' '));

/** Elements with a comment's name, in page order. */
export function candidatesIn({ named }: Scan): Element[] {
  return named.filter(
    (element) =>
      !NO_ITEMS.has(element.nodeName) &&
      isNamedItem(element) &&
      element.isConnected &&
      !isInCommentForm(element) &&
      !element.closest('pre, code'),
  );
}

/** True in a form that takes comments; some sites set the whole page in one form. */
function isInCommentForm(element: Element): boolean {
  const form = element.closest('form');
  return (
    form !== null &&
    form.querySelector('textarea, input[type="email"]') !== null &&
    (form.textContent ?? '').length < 3000
  );
}
