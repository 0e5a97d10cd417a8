import { isSilentElement, textOf } from '../../text/blocks.ts';
import { tidyLine } from '../../text/normalise.ts';
import {
  ASIDE_NAME,
  ASIDE_WHOLE_NAME,
  AUTHOR_HREF,
  AUTHOR_NAME,
  BYLINE_TEXT,
  COMMENTS_NAME,
  DATE_NAME,
  DATE_TEXT,
  FOOTER_NAME,
  NAVIGATION_NAME,
  nameOf,
  PAGER_NAME,
  PAGER_TEXT,
  TITLE_NAME,
} from './names.ts';

/** The part of a page that an element stands in, as far as markup tells before anything is cut. */
export type Zone = 'main' | 'aside' | 'comments' | 'navigation' | 'footer';

/** An element that may say something about the post. */
export interface Spot {
  readonly element: Element;
  readonly zone: Zone;
  /** Place in page order, counted in elements: near numbers are near places. */
  readonly order: number;
}

/** What one walk over the page found for the metadata rules. */
export interface Survey {
  readonly headings: readonly Spot[];
  readonly dates: readonly Spot[];
  readonly authors: readonly Spot[];
  readonly links: readonly Spot[];
  readonly pagers: readonly Spot[];
  /** RDF trackback descriptions, which several platforms keep in HTML comments beside each entry. */
  readonly rdf: readonly string[];
  /** Where the comments of the post begin: the first comment section after a place; null where there is none. */
  commentsFrom(order: number): number | null;
}

/** What only the post itself holds. */
const POST = 'article, .article, .post, .entry, .hentry';
const POST_PARTS = 'h1, .entry-content, .post-body, [itemprop="articleBody"]';
/** An `<aside>` with less text is a part of the post's own frame, such as its topics. */
const SMALL_ASIDE = 250;
const MAX_OWN_TEXT = 90;
/** Characters that a comment section holds at least; less is a link to it or a count. */
const COMMENT_SECTION = 80;

/** The text that an element holds itself, without that of its children; empty for long texts. */
export function ownText(element: Element): string {
  let text = '';
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) text += ` ${child.nodeValue ?? ''}`;
    if (text.length > MAX_OWN_TEXT * 4) return '';
  }
  const line = tidyLine(text);
  return line.length <= MAX_OWN_TEXT ? line : '';
}

/** The text of an element on one line. */
export function lineOf(element: Element): string {
  return textOf(element).replace(/\s*\n\s*/gu, ' ');
}

/** Walks over a page once and notes what the metadata rules look at. Reads only. */
export function survey(body: HTMLElement): Survey {
  const surveyor = new Surveyor(body);
  surveyor.visit(body, 'main');
  return surveyor;
}

class Surveyor implements Survey {
  readonly headings: Spot[] = [];
  readonly dates: Spot[] = [];
  readonly authors: Spot[] = [];
  readonly links: Spot[] = [];
  readonly pagers: Spot[] = [];
  readonly rdf: string[] = [];
  private readonly commentSections: number[] = [];
  private order = 0;
  private readonly length: number;

  constructor(body: HTMLElement) {
    this.length = body.textContent?.length ?? 0;
  }

  commentsFrom(order: number): number | null {
    return this.commentSections.find((section) => section > order) ?? null;
  }

  visit(parent: Element, zone: Zone): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 1) this.visitElement(child as Element, zone);
      else if (child.nodeType === 8 && child.nodeValue?.includes('rdf:Description'))
        this.rdf.push(child.nodeValue);
    }
  }

  private visitElement(element: Element, outer: Zone): void {
    if (isSilentElement(element)) return;
    this.order += 1;
    const name = nameOf(element);
    const isPager = name !== '' && PAGER_NAME.test(name) && !COMMENTS_NAME.test(name);
    const zone = this.zoneOf(element, name, outer, isPager);
    const spot: Spot = { element, zone, order: this.order };
    if (isPager) this.pagers.push(spot);
    if (zone === 'comments' && outer !== 'comments' && (element.textContent?.length ?? 0) > COMMENT_SECTION)
      this.commentSections.push(this.order);
    this.note(spot, name);
    this.visit(element, zone);
  }

  private note(spot: Spot, name: string): void {
    const { element } = spot;
    const tag = element.localName;
    const itemprop = element.getAttribute('itemprop') ?? '';
    const text = ownText(element);
    const isLink = tag === 'a' && element.hasAttribute('href');
    if (isLink) this.links.push(spot);
    if (/^h[1-4]$/u.test(tag) || /headline/u.test(itemprop) || (name && TITLE_NAME.test(name)))
      this.headings.push(spot);
    if (tag === 'time' || /^date/u.test(itemprop) || (name && DATE_NAME.test(name)) || DATE_TEXT.test(text))
      this.dates.push(spot);
    const isAuthor =
      /author|creator/u.test(`${itemprop} ${element.getAttribute('rel') ?? ''}`) ||
      /^(?:address|byline)$/u.test(tag);
    if (
      isAuthor ||
      (name && AUTHOR_NAME.test(name)) ||
      BYLINE_TEXT.test(text) ||
      (isLink && AUTHOR_HREF.test(element.getAttribute('href') ?? ''))
    )
      this.authors.push(spot);
    if (PAGER_TEXT.test(text) && element.childElementCount <= 4) this.pagers.push(spot);
  }

  private zoneOf(element: Element, name: string, outer: Zone, isPager: boolean): Zone {
    if (outer === 'comments' || outer === 'aside' || outer === 'footer') return outer;
    const zone = zoneByMarkup(element, name, isPager);
    if (!zone || zone === outer) return outer;
    return this.holdsThePost(element, zone) ? outer : zone;
  }

  /** Names mislead: `<div class="has-sidebar">` is often the whole page. */
  private holdsThePost(element: Element, zone: Zone): boolean {
    if (element.querySelector(zone === 'aside' ? POST_PARTS : 'h1'))
      return zone !== 'navigation' || element.localName !== 'nav';
    return zone !== 'comments' && (element.textContent?.length ?? 0) > this.length * 0.5;
  }
}

function zoneByMarkup(element: Element, name: string, isPager: boolean): Zone | null {
  const tag = element.localName;
  if (tag === 'article' || tag === 'main') return null;
  if (name) {
    if (COMMENTS_NAME.test(name) || element.getAttribute('id') === 'cm') return 'comments';
    if (ASIDE_NAME.test(name) || ASIDE_WHOLE_NAME.test(name)) return 'aside';
    if (FOOTER_NAME.test(name) && !element.closest(POST)) return 'footer';
    if (!isPager && NAVIGATION_NAME.test(name)) return 'navigation';
  }
  if (tag === 'aside' && (element.textContent?.length ?? 0) > SMALL_ASIDE) return 'aside';
  if (tag === 'nav' && !isPager) return 'navigation';
  if (tag === 'footer' && element.parentElement?.localName === 'body') return 'footer';
  return null;
}
