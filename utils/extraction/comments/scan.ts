import { mayNameComments } from './names.ts';
import { type Label, labelKind, mayBeLabel } from './vocabulary.ts';

/** What one look at the page gives; elements may have been detached since. */
export interface Scan {
  /** Elements whose id, class or microdata may have to do with comments, in page order. */
  readonly named: readonly Element[];
  readonly labels: Readonly<Record<Label, readonly Element[]>>;
  /** Short elements with a number and a word such as "comments": they may tell how many there are. */
  readonly counts: readonly Element[];
  /** Links and buttons with a short text, in page order. */
  readonly controls: readonly Element[];
}

const LABEL_TAGS = new Set('H1 H2 H3 H4 H5 H6 DT LEGEND DIV P A STRONG B'.split(' '));
const COUNT_TAGS = new Set('A BUTTON H2 H3 H4 SPAN DIV P'.split(' '));
const LONGEST_LABEL = 160;
const LONGEST_COUNT = 60;

/** Looks at every element once: most pages have thousands, and few of them matter here. */
export function scanPage(body: HTMLElement): Scan {
  const named: Element[] = [];
  const labels: Record<Label, Element[]> = { heading: [], form: [], trackback: [], recent: [] };
  const counts: Element[] = [];
  const controls: Element[] = [];
  for (const element of body.querySelectorAll('*')) {
    if (mayNameComments(element)) named.push(element);
    const tag = element.nodeName;
    const isLabel = LABEL_TAGS.has(tag);
    const isCount = COUNT_TAGS.has(tag);
    const text = isLabel || isCount ? shortText(element) : '';
    if (!text) continue;
    if ((tag === 'A' || tag === 'BUTTON') && text.length <= LONGEST_COUNT) controls.push(element);
    if (!mayBeLabel(text)) continue;
    const kind = isLabel ? labelKind(text) : null;
    if (kind) labels[kind].push(element);
    if (isCount && text.length <= LONGEST_COUNT && /\d/u.test(text)) counts.push(element);
  }
  return { named, labels, counts, controls };
}

/**
 * The text of an element that may be a label: an icon and a count beside it at most. Empty for all others; asking
 * deep elements for their text would take long.
 */
function shortText(element: Element): string {
  let text = '';
  let children = 0;
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) text += child.nodeValue ?? '';
    else if (child.nodeType === 1) {
      if (++children > 3) return '';
      const inner = child.firstChild;
      if (
        inner &&
        ((inner as Element).childElementCount > 0 || (inner.nodeValue?.length ?? 0) > LONGEST_LABEL * 3)
      )
        return '';
      text += child.textContent ?? '';
    }
    if (text.length > LONGEST_LABEL * 3) return '';
  }
  return text.trim() ? text : '';
}
