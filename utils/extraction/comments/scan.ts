import { namesOf } from './names.ts';
import { type Label, labelKind } from './vocabulary.ts';

/** What one look at the page gives; elements may have been detached since. */
export interface Scan {
  /** Elements with an id, a class or a microdata property, in page order. */
  readonly named: readonly Element[];
  readonly labels: Readonly<Record<Label, readonly Element[]>>;
}

const LABEL_TAGS = /^(?:H[1-6]|DT|LEGEND|DIV|P|A|STRONG|B)$/u;
const LONGEST_LABEL = 160;

/** Looks at every element once: most pages have thousands, and few of them matter here. */
export function scanPage(body: HTMLElement): Scan {
  const named: Element[] = [];
  const labels: Record<Label, Element[]> = { heading: [], form: [], trackback: [], recent: [] };
  for (const element of body.querySelectorAll('*')) {
    if (namesOf(element) !== ' ' || element.hasAttribute('itemprop')) named.push(element);
    const kind = isShallow(element) ? labelKind(element.textContent ?? '') : null;
    if (kind) labels[kind].push(element);
  }
  return { named, labels };
}

/** A label holds an icon and a count at most; asking deep elements for their text would take long. */
function isShallow(element: Element): boolean {
  if (!LABEL_TAGS.test(element.nodeName) || element.childElementCount > 3) return false;
  let length = 0;
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) length += (child.nodeValue ?? '').length;
    else if (child.nodeType === 1) {
      if (((child as Element).firstElementChild?.childElementCount ?? 0) > 0) return false;
      length += (child.textContent ?? '').trim().length;
    }
  }
  return length > 0 && length < LONGEST_LABEL * 3;
}
