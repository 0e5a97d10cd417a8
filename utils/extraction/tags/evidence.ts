import { findDate } from '../../text/dates.ts';
import { foldWidth, tidyLine } from '../../text/normalise.ts';
import { kindsOf, NAMED } from '../metadata/name-kinds.ts';
import { bitsAround, bitsOfPatterns } from '../metadata/names.ts';
import type { Spot } from '../metadata/survey.ts';
import {
  BREADCRUMB,
  CATEGORY_HREF,
  CATEGORY_LABEL,
  COUNTER,
  HOST_LABEL,
  NOT_LABEL_HREF,
  NOT_LABEL_NAME,
  NOT_LABELS,
  SURE_TAG_HREF,
  TAG_HREF,
  TAG_LABEL,
} from './vocabulary.ts';

export type Kind = 'tags' | 'categories';

export interface Evidence {
  readonly kind: Kind;
  /**
   * What says so: `rel` or the link's own name, so that it may stand in a sentence; a label or a name around it;
   * or nothing but its address.
   */
  readonly by: 'mark' | 'place' | 'address';
}

const MAX_LABEL = 60;

/** Elements around which other names speak of other things. */
const OUTERMOST = new Set(['article', 'main', 'body', 'section']);
const OF_LABELS = NAMED.tags | NAMED.categories;
const ofBanners = bitsOfPatterns(NOT_LABEL_NAME);
const ofPaths = bitsOfPatterns(BREADCRUMB);

/** What the names of a link and of the three elements around it say. */
function around(link: Element, read: (element: Element) => number): number {
  return bitsAround(link, read, 3, OUTERMOST);
}

/** Tells of the links of one page, in page order, what they are evidence of. */
export class EvidenceReader {
  private readonly labels = new Map<Element, string>();

  /** A tag or a category of the post, or null. */
  of({ element, zone, kindsAround }: Spot): Evidence | null {
    if (zone !== 'main' && zone !== 'aside' && zone !== 'navigation') return null;
    const href = element.getAttribute('href') ?? '';
    if (zone === 'navigation')
      return CATEGORY_HREF.test(href) && around(element, ofPaths) !== 0
        ? { kind: 'categories', by: 'place' }
        : null;
    const rel = (element.getAttribute('rel') ?? '').toLowerCase();
    const isRelTag = rel !== '' && /\btag\b/u.test(rel);
    if (zone === 'aside' && !isRelTag && !SURE_TAG_HREF.test(href)) return null;
    const label = this.labelBefore(element);
    // The names around are asked again, since some of those that the walk has seen are too far away.
    const names = kindsAround & OF_LABELS ? around(element, kindsOf) : 0;
    const evidence = isRelTag
      ? markedAs(names, href, rel, label)
      : placedAs(element, names, href, rel, label);
    return evidence && !isNoLabel(element, href, rel, label) ? evidence : null;
  }

  /** The label that a list of links begins with: the text before the first link of the same line. */
  private labelBefore(element: Element): string {
    const holder = element.parentElement;
    if (!holder) return '';
    const own = this.textUpTo(element);
    if (own) return own;
    return holder.parentElement && IN_LINES.has(holder.localName) ? this.textUpTo(holder) : '';
  }

  /**
   * Text directly before a link, or what holds one, among its siblings: other links are skipped, back to the last
   * other label. Those of a long list would be walked over again for each.
   */
  private textUpTo(element: Element): string {
    const known = this.labels.get(element);
    if (known !== undefined) return known;
    const text = this.readUpTo(element);
    this.labels.set(element, text);
    return text;
  }

  private readUpTo(element: Element): string {
    for (let node = element.previousSibling; node; node = node.previousSibling) {
      if (node.nodeType === 8) continue;
      if (node.nodeType === 1) {
        const before = this.labels.get(node as Element);
        if (before !== undefined) return before;
        if ((node as Element).localName === 'a' || (node as Element).querySelector('a')) continue;
      }
      const part = foldWidth(node.textContent ?? '');
      if (/\p{L}/u.test(part)) return part.length <= MAX_LABEL ? part : '';
    }
    return '';
  }
}

/** What holds one link of several on a line or in a list. */
const IN_LINES = new Set(['li', 'dd', 'span', 'em', 'strong', 'b', 'td', 'p']);

/** What a link with `rel="tag"` is evidence of; pages mark their categories so as well. */
function markedAs(names: number, href: string, rel: string, label: string): Evidence {
  const inCategories =
    !TAG_HREF.test(href) && ((names & NAMED.categories) !== 0 || CATEGORY_LABEL.test(label));
  return { kind: isCategory(href, rel) || inCategories ? 'categories' : 'tags', by: 'mark' };
}

/** What a link is evidence of by the label before it, the names around it or its address. */
function placedAs(
  element: Element,
  names: number,
  href: string,
  rel: string,
  label: string,
): Evidence | null {
  const isLabelled = label !== '';
  if (isLabelled && TAG_LABEL.test(label))
    return { kind: CATEGORY_HREF.test(href) ? 'categories' : 'tags', by: 'place' };
  if (names & NAMED.categories || (isLabelled && CATEGORY_LABEL.test(label)))
    return { kind: TAG_HREF.test(href) ? 'tags' : 'categories', by: 'place' };
  const isNamed = (names & NAMED.tags) !== 0;
  if (!isNamed && !SURE_TAG_HREF.test(href)) return null;
  const kind = isCategory(href, rel) ? 'categories' : 'tags';
  if (!isNamed) return { kind, by: 'address' };
  return { kind, by: kindsOf(element) & NAMED.tags ? 'mark' : 'place' };
}

function isCategory(href: string, rel: string): boolean {
  return /\bcategory\b/u.test(rel) || CATEGORY_HREF.test(href);
}

/** Whether a link that looks like a tag or category leads to something else, or is the host's own. */
function isNoLabel(element: Element, href: string, rel: string, label: string): boolean {
  if (NOT_LABEL_HREF.test(href) || /\b(?:bookmark|author|next|prev)\b/u.test(rel)) return true;
  return HOST_LABEL.test(label) || around(element, ofBanners) !== 0;
}

/** The tag or category that a link names, without # and number of posts; empty where it names none. */
export function labelText({ line }: Spot): string {
  const text = withoutHash(line).replace(/\s*[(（]\d+(?:\s+\p{L}+)?[)）]$/u, '');
  if (
    !text ||
    text.length > MAX_LABEL ||
    findDate(text)?.iso ||
    COUNTER.test(foldWidth(text)) ||
    NOT_LABELS.test(foldWidth(text))
  )
    return '';
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
}

/** A tag as it is compared and shown: without a leading #, quotes and closing commas. */
export function withoutHash(raw: string): string {
  return tidyLine(raw)
    .replace(/^[#＃♯„“"»«]+\s*|[”“"»«]+$/gu, '')
    .replace(/[,、，;]+$/u, '')
    .trim();
}
