import { isBlockElement } from '../../text/blocks.ts';
import { tidyLine } from '../../text/normalise.ts';
import { lineOf } from '../metadata/survey.ts';
import type { Evidence } from './evidence.ts';

export interface Label extends Evidence {
  readonly text: string;
  readonly order: number;
  readonly element: Element;
}

/** Labels that stand in one list or on one line. */
export interface Group {
  readonly labels: readonly Label[];
  /** Characters of the list or line. */
  readonly length: number;
}

/** Puts labels together that stand in one list, or between the same two line breaks. */
export function groupLabels(labels: readonly Label[]): Group[] {
  const groups = new Map<Node, { labels: Label[]; length: number }>();
  for (const label of labels) {
    const place = placeOf(label.element);
    const group = groups.get(place);
    if (group) group.labels.push(label);
    else groups.set(place, { labels: [label], length: lengthOf(place) });
  }
  return [...groups.values()];
}

/** The list that a link is an item of, else the first node of its line. */
function placeOf(element: Element): Node {
  let top: Element = element;
  while (top.parentElement && !isBlockElement(top.parentElement)) top = top.parentElement;
  const list = /^(?:LI|D[DT])$/u.test(top.parentElement?.nodeName ?? '') && top.closest('ul, ol, dl');
  if (list) return list;
  let first: Node = top;
  while (first.previousSibling && !endsLine(first.previousSibling)) first = first.previousSibling;
  return first;
}

function lengthOf(place: Node): number {
  if (/^(?:UL|OL|DL)$/u.test(place.nodeName)) return lineOf(place as Element).length;
  let text = '';
  for (let node: Node | null = place; node && !endsLine(node); node = node.nextSibling)
    if (node.nodeType !== 8) text += node.textContent ?? '';
  return tidyLine(text).length;
}

function endsLine(node: Node): boolean {
  return node.nodeName === 'BR' || (node.nodeType === 1 && isBlockElement(node as Element));
}
