import { hasWhoOrWhen, type Items, isCommentNamed } from './find-items.ts';
import { groupDefinitions } from './group-siblings.ts';
import { namesOf } from './names.ts';
import { type Reading, readItem } from './read-item.ts';
import type { Scan } from './scan.ts';

/**
 * Finds comments without a name of their own: items of a list, or siblings of one kind, in a section that a name
 * or a heading tells to hold comments. Both author and date are asked of each.
 */
export function findListItems(scan: Scan, items: Items): void {
  for (const section of sectionsOf(scan)) {
    if (items.topIn(section).length > 0) continue;
    const candidates = [...section.querySelectorAll('li, article, section, div, tr')];
    for (let index = candidates.length - 1; index >= 0; index--) {
      const element = candidates[index];
      if (element && isRepeated(element, items)) consider(element, items);
    }
    if (items.topIn(section).length > 0) continue;
    for (const list of section.querySelectorAll('dl')) groupDefinitions(list, items);
  }
}

function consider(element: Element, items: Items): void {
  if (items.topIn(element).some((item) => item.frame.parentElement === element)) return;
  const reading = readItem(element, items.skip, items.lang);
  if (isWhole(reading)) items.add(element, reading);
}

function isWhole(reading: Reading): boolean {
  return (
    reading.isMarked &&
    hasWhoOrWhen(reading) &&
    reading.author !== null &&
    reading.date !== null &&
    reading.text.length > 0
  );
}

/** An item of a list, or an element with another of its kind beside, around or inside it. */
function isRepeated(element: Element, items: Items): boolean {
  if (element.nodeName === 'LI' || element.nodeName === 'ARTICLE') return true;
  const kind = `${element.nodeName}${namesOf(element)}`;
  const isSame = (other: Element | null) => other !== null && `${other.nodeName}${namesOf(other)}` === kind;
  if (isSame(element.nextElementSibling) || isSame(element.previousElementSibling)) return true;
  const [token] = element.classList;
  if (!token) return false;
  for (let node = element.parentElement; node; node = node.parentElement) if (isSame(node)) return true;
  return items.topIn(element).some((item) => isSame(item.frame));
}

/** Outermost elements that are named for comments, and what follows a heading such as "Kommentare". */
function sectionsOf({ named, labels }: Scan): Element[] {
  const sections: Element[] = [];
  for (const element of named)
    if (isCommentNamed(element) && !sections.at(-1)?.contains(element) && element.children.length > 0)
      sections.push(element);
  for (const heading of labels.heading) {
    if (!/^H[2-5]$/u.test(heading.nodeName)) continue;
    const parent = holderOf(heading);
    if (parent && !sections.some((section) => section.contains(parent)) && !parent.querySelector('h1'))
      sections.push(parent);
  }
  return sections.filter((section) => section.nodeName !== 'BODY' && !section.querySelector('h1'));
}

/** The element around a heading that holds more than the heading. */
function holderOf(heading: Element): Element | null {
  const limit = (heading.textContent ?? '').length + 60;
  let holder = heading.parentElement;
  while (holder && holder.nodeName !== 'BODY' && (holder.textContent ?? '').trim().length <= limit)
    holder = holder.parentElement;
  return holder;
}
