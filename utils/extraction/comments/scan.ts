import { perName } from '../../page-copy/per-name.ts';
import { mayOfferMore } from './load-more.ts';
import { mayMarkComments, mayNameComments } from './names.ts';
import { type Label, labelKind, mayBeLabel } from './vocabulary.ts';

/** What one look at the page gives; elements may have been detached since. */
export interface Scan {
  /** Elements whose id, class or microdata may have to do with comments, in page order. */
  readonly named: readonly Element[];
  readonly labels: Readonly<Record<Label, readonly Element[]>>;
  /** Short elements with a number and a word such as "comments": they may tell how many there are. */
  readonly counts: readonly Element[];
  /** Links and buttons with a short text that may offer more comments, in page order. */
  readonly controls: readonly Element[];
}

const AS_LABEL = 1;
const AS_COUNT = 2;
const AS_CONTROL = 4;
/** What the text of an element may be used as, by its name. */
const USES: ReadonlyMap<string, number> = new Map([
  ...'H1 H5 H6 DT LEGEND STRONG B'.split(' ').map((name) => [name, AS_LABEL] as const),
  ...'H2 H3 H4 DIV P'.split(' ').map((name) => [name, AS_LABEL | AS_COUNT] as const),
  ['SPAN', AS_COUNT],
  ['A', AS_LABEL | AS_COUNT | AS_CONTROL],
  ['BUTTON', AS_COUNT | AS_CONTROL],
]);
const usesOf = perName((name) => USES.get(name) ?? 0);
const LONGEST_LABEL = 160;
const LONGEST_COUNT = 60;

/** Looks at every element once: most pages have thousands, and few of them matter here. */
export function scanPage(body: HTMLElement): Scan {
  const scanner = new Scanner(body.querySelector('[itemtype], [itemprop^="comment"]') !== null);
  scanner.visit(body);
  return scanner;
}

class Scanner implements Scan {
  readonly named: Element[] = [];
  readonly labels: Record<Label, Element[]> = { heading: [], form: [], trackback: [], recent: [] };
  readonly counts: Element[] = [];
  readonly controls: Element[] = [];
  private readonly hasMicrodata: boolean;

  constructor(hasMicrodata: boolean) {
    this.hasMicrodata = hasMicrodata;
  }

  /** Depth of the tree is bounded by `snapshot.ts`, so recursion is safe. */
  visit(parent: Element): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType !== 1) continue;
      const element = child as Element;
      if (mayNameComments(element) || (this.hasMicrodata && mayMarkComments(element)))
        this.named.push(element);
      const uses = usesOf(element);
      if (uses !== 0) this.look(element, uses);
      if (element.firstChild) this.visit(element);
    }
  }

  private look(element: Element, uses: number): void {
    const text = shortText(element);
    if (text === '') return;
    const isLabel = mayBeLabel(text);
    const isShort = text.length <= LONGEST_COUNT;
    if (uses & AS_CONTROL && isShort && (isLabel || mayOfferMore(text))) this.controls.push(element);
    if (!isLabel) return;
    const kind = uses & AS_LABEL ? labelKind(text) : null;
    if (kind) this.labels[kind].push(element);
    if (uses & AS_COUNT && isShort && /\d/u.test(text)) this.counts.push(element);
  }
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
      if (!mayBeShort(child.firstChild)) return '';
      text += child.textContent ?? '';
    }
    if (text.length > LONGEST_LABEL) return '';
  }
  return isSpaces(text) ? '' : text;
}

/** False for the first node of an element whose text is long or lies deep. */
function mayBeShort(first: Node | null): boolean {
  if (first === null) return true;
  if (first.nodeType === 1) return (first as Element).firstElementChild === null;
  return first.nodeType !== 3 || (first.nodeValue ?? '').length <= LONGEST_LABEL;
}

function isSpaces(text: string): boolean {
  const unit = text.charCodeAt(0);
  // Most texts begin with a word.
  return !(unit > 0x20 && unit < 0x7f) && !/\S/u.test(text);
}
