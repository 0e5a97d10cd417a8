import { perName } from '../../page-copy/per-name.ts';
import { isSilentElement, textOf } from '../../text/blocks.ts';
import { tidyLine } from '../../text/normalise.ts';
import { kindsOf } from './name-kinds.ts';
import { ROLES, rolesOf } from './roles.ts';
import { type Zone, zoneOf } from './zones.ts';

/** An element that may say something about the post. */
export class Spot {
  readonly element: Element;
  readonly zone: Zone;
  /** Place in page order, counted in elements: near numbers are near places. */
  readonly order: number;
  /** The text that it holds itself, without that of its children; empty where that is long. */
  readonly text: string;
  /** What its names and those of the three elements around it say, as bits. */
  readonly kindsAround: number;
  private knownLine: string | null = null;

  constructor(element: Element, zone: Zone, order: number, text: string, kindsAround: number) {
    this.element = element;
    this.zone = zone;
    this.order = order;
    this.text = text;
    this.kindsAround = kindsAround;
  }

  /** All its text on one line. */
  get line(): string {
    this.knownLine ??= lineOf(this.element);
    return this.knownLine;
  }
}

/** What one walk over the page found for the metadata rules. */
export interface Survey {
  readonly headings: readonly Spot[];
  readonly dates: readonly Spot[];
  readonly authors: readonly Spot[];
  readonly links: readonly Spot[];
  readonly pagers: readonly Spot[];
  /** Every short text of the post's part of the page. */
  readonly lines: readonly Spot[];
  /** Texts with a copyright sign, anywhere in the page. */
  readonly copyrights: readonly string[];
  /** RDF trackback descriptions, which several platforms keep in HTML comments beside each entry. */
  readonly rdf: readonly string[];
  /** Characters of the whole page, as `textContent` has them. */
  readonly length: number;
  /** Where the comments of the post begin: the first comment section after a place; null where there is none. */
  commentsFrom(order: number): number | null;
}

const MAX_OWN_TEXT = 90;
/** The same as the page's source has it, with indentation. */
const MAX_OWN_SOURCE = 400;
/** Characters that a comment section holds at least; less is a link to it or a count. */
const COMMENT_SECTION = 80;
/** The ideographic space counts. */
const SAYS_SOMETHING = /[^\t\n\f\r ]/u;

function saysSomething(text: string): boolean {
  // Most texts with words begin with one.
  return text.charCodeAt(0) > 0x20 || SAYS_SOMETHING.test(text);
}

/** Elements without words of their own. */
const WORDLESS = new Set(['BR', 'HR', 'IMG', 'INPUT', 'MATH', 'PICTURE', 'SOURCE', 'SVG', 'WBR']);
const isWordless = perName((name) => WORDLESS.has(name.toUpperCase()));

/** The text of an element on one line. */
export function lineOf(element: Element): string {
  const { firstChild } = element;
  // Most links and headings hold one text and nothing else.
  if (firstChild?.nodeType === 3 && firstChild.nextSibling === null)
    return tidyLine(firstChild.nodeValue ?? '');
  const text = textOf(element);
  return text.includes('\n') ? text.replace(/\s*\n\s*/gu, ' ') : text;
}

/** Walks over a page once and notes what the metadata rules look at. Reads only. */
export function survey(body: HTMLElement): Survey {
  const surveyor = new Surveyor((body.textContent ?? '').length);
  surveyor.visit(body, 'main');
  surveyor.putInOrder();
  return surveyor;
}

class Surveyor implements Survey {
  readonly headings: Spot[] = [];
  readonly dates: Spot[] = [];
  readonly authors: Spot[] = [];
  readonly links: Spot[] = [];
  readonly pagers: Spot[] = [];
  readonly lines: Spot[] = [];
  readonly copyrights: string[] = [];
  readonly rdf: string[] = [];
  readonly length: number;
  private readonly commentSections: number[] = [];
  /** What the names of the elements around say, the outermost first; those of the body say nothing of its parts. */
  private readonly kindsOfOuter: number[] = [0, 0, 0];
  private order = 0;

  constructor(length: number) {
    this.length = length;
  }

  commentsFrom(order: number): number | null {
    return this.commentSections.find((section) => section > order) ?? null;
  }

  /** Visits what an element holds and gives the text that is its own; empty where that is long. */
  visit(parent: Element, zone: Zone): string {
    let own = '';
    let length = 0;
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      const { nodeType } = child;
      if (nodeType === 1) this.visitElement(child as Element, zone);
      else if (nodeType === 3) {
        // The length is known without making a string of the text.
        length += (child as Text).length;
        const text = length <= MAX_OWN_SOURCE ? (child.nodeValue ?? '') : '';
        // Half of all texts are nothing but the source's line breaks.
        if (saysSomething(text)) own = own === '' ? text : `${own} ${text}`;
      } else if (nodeType === 8 && child.nodeValue?.includes('rdf:Description'))
        this.rdf.push(child.nodeValue);
    }
    if (own === '' || length > MAX_OWN_SOURCE) return '';
    const line = tidyLine(own);
    return line.length <= MAX_OWN_TEXT ? line : '';
  }

  /** An element is noted after what it holds, for its own text is known only then. */
  putInOrder(): void {
    for (const spots of [this.headings, this.dates, this.authors, this.links, this.pagers, this.lines])
      spots.sort((a, b) => a.order - b.order);
  }

  private visitElement(element: Element, outer: Zone): void {
    if (isWordless(element) || isSilentElement(element)) return;
    this.order += 1;
    const { order } = this;
    const kinds = kindsOf(element);
    const zone = zoneOf(element, kinds, outer, this.length);
    if (zone === 'comments' && outer !== 'comments' && (element.textContent?.length ?? 0) > COMMENT_SECTION)
      this.commentSections.push(order);
    this.kindsOfOuter.push(kinds);
    const text = this.visit(element, zone);
    this.kindsOfOuter.pop();
    const roles = rolesOf(element, zone, kinds, text);
    if (roles !== 0) this.note(new Spot(element, zone, order, text, this.kindsAround(kinds)), roles);
  }

  private kindsAround(own: number): number {
    const outer = this.kindsOfOuter;
    const last = outer.length - 1;
    return own | (outer[last] ?? 0) | (outer[last - 1] ?? 0) | (outer[last - 2] ?? 0);
  }

  private note(spot: Spot, roles: number): void {
    if (roles & ROLES.copyright) this.copyrights.push(spot.text);
    if (roles & ROLES.pager) this.pagers.push(spot);
    if (roles & ROLES.line) this.lines.push(spot);
    if (roles & ROLES.link) this.links.push(spot);
    if (roles & ROLES.heading) this.headings.push(spot);
    if (roles & ROLES.date) this.dates.push(spot);
    if (roles & ROLES.author) this.authors.push(spot);
  }
}
