import { isSilentElement, textOf } from '../../text/blocks.ts';
import { tidyLine } from '../../text/normalise.ts';
import { kindsOf, type NameKinds } from './name-kinds.ts';
import { AUTHOR_HREF, DATE_TEXT, isBylineText, isPagerText, nameOf } from './names.ts';
import { type Zone, zoneOf } from './zones.ts';

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4']);

/** An element that may say something about the post. */
export interface Spot {
  readonly element: Element;
  readonly zone: Zone;
  /** Place in page order, counted in elements: near numbers are near places. */
  readonly order: number;
  /** The text that it holds itself, without that of its children; empty where that is long. */
  readonly text: string;
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
  /** The whole text of the page, as `textContent` has it. */
  readonly text: string;
  /** Where the comments of the post begin: the first comment section after a place; null where there is none. */
  commentsFrom(order: number): number | null;
}

const MAX_OWN_TEXT = 90;
/** The same as the page's source has it, with indentation. */
const MAX_OWN_SOURCE = 400;
/** Characters that a comment section holds at least; less is a link to it or a count. */
const COMMENT_SECTION = 80;
const COPYRIGHT = /©|\(c\)|copyright/iu;
/** Elements without words of their own. */
const WORDLESS = new Set(['br', 'hr', 'img', 'input', 'math', 'picture', 'source', 'svg', 'wbr']);

/** Whether a text is nothing but ASCII spaces. */
function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x20) return false;
  return true;
}

/** The text of an element on one line. */
export function lineOf(element: Element): string {
  return textOf(element).replace(/\s*\n\s*/gu, ' ');
}

/** Walks over a page once and notes what the metadata rules look at. Reads only. */
export function survey(body: HTMLElement): Survey {
  const surveyor = new Surveyor(body.textContent ?? '');
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
  readonly text: string;
  private readonly commentSections: number[] = [];
  private order = 0;

  constructor(text: string) {
    this.text = text;
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
        if (text !== '' && !isBlank(text)) own += ` ${text}`;
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
    if (WORDLESS.has(element.localName) || isSilentElement(element)) return;
    this.order += 1;
    const { order } = this;
    const name = nameOf(element);
    const kinds = kindsOf(name);
    const zone = zoneOf(element, kinds, outer, this.text.length);
    if (zone === 'comments' && outer !== 'comments' && (element.textContent?.length ?? 0) > COMMENT_SECTION)
      this.commentSections.push(order);
    const text = this.visit(element, zone);
    const spot: Spot = { element, zone, order, text };
    if (kinds.isPager || (text !== '' && isPagerText(text) && element.childElementCount <= 4))
      this.pagers.push(spot);
    if (zone === 'main' && text !== '') this.lines.push(spot);
    if (text !== '' && COPYRIGHT.test(text)) this.copyrights.push(text);
    if (zone !== 'comments') this.note(spot, kinds);
  }

  private note(spot: Spot, kinds: NameKinds): void {
    const { element, text } = spot;
    const tag = element.localName;
    const hasAttributes = element.hasAttributes();
    const itemprop = (hasAttributes && element.getAttribute('itemprop')) || '';
    const href = tag === 'a' ? element.getAttribute('href') : null;
    if (href !== null) this.links.push(spot);
    if (HEADINGS.has(tag) || kinds.isTitle || itemprop.includes('headline')) this.headings.push(spot);
    if (
      tag === 'time' ||
      kinds.isDate ||
      itemprop.startsWith('date') ||
      (text !== '' && DATE_TEXT.test(text))
    )
      this.dates.push(spot);
    const isAuthor =
      kinds.isAuthor ||
      tag === 'address' ||
      tag === 'byline' ||
      (hasAttributes && /author|creator/u.test(`${itemprop} ${element.getAttribute('rel') ?? ''}`)) ||
      (href !== null && AUTHOR_HREF.test(href));
    if (isAuthor || (text !== '' && isBylineText(text))) this.authors.push(spot);
  }
}
