import { findDate } from '../../text/dates.ts';
import { foldWidth, tidyLine } from '../../text/normalise.ts';
import { nameOf } from '../metadata/names.ts';
import { lineOf, type Spot } from '../metadata/survey.ts';
import {
  BREADCRUMB,
  CATEGORY_HREF,
  CATEGORY_LABEL,
  CATEGORY_NAME,
  COUNTER,
  HOST_LABEL,
  NOT_LABEL_HREF,
  NOT_LABEL_NAME,
  NOT_LABELS,
  SURE_TAG_HREF,
  TAG_HREF,
  TAG_LABEL,
  TAG_NAME,
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

/** What a link is evidence of: a tag or a category of the post, or null. */
export function evidenceOf({ element, zone }: Spot): Evidence | null {
  const rel = (element.getAttribute('rel') ?? '').toLowerCase();
  const href = element.getAttribute('href') ?? '';
  const isRelTag = /\btag\b/u.test(rel);
  if (zone === 'navigation' && CATEGORY_HREF.test(href) && BREADCRUMB.test(namesAround(element)))
    return { kind: 'categories', by: 'place' };
  if (zone !== 'main' && !(zone === 'aside' && (isRelTag || SURE_TAG_HREF.test(href)))) return null;
  if (NOT_LABEL_HREF.test(href) || /\b(?:bookmark|author|next|prev)\b/u.test(rel)) return null;
  const label = labelBefore(element);
  if (HOST_LABEL.test(label)) return null;
  const isTagHref = TAG_HREF.test(href);
  const isCategory = /\bcategory\b/u.test(rel) || CATEGORY_HREF.test(href);
  const names = namesAround(element);
  if (NOT_LABEL_NAME.test(names)) return null;
  if (isRelTag) {
    const inCategories = !isTagHref && (CATEGORY_NAME.test(names) || CATEGORY_LABEL.test(label));
    return { kind: isCategory || inCategories ? 'categories' : 'tags', by: 'mark' };
  }
  if (TAG_LABEL.test(label)) return { kind: CATEGORY_HREF.test(href) ? 'categories' : 'tags', by: 'place' };
  if (CATEGORY_LABEL.test(label) || CATEGORY_NAME.test(names))
    return { kind: isTagHref ? 'tags' : 'categories', by: 'place' };
  const kind = isCategory ? 'categories' : 'tags';
  if (TAG_NAME.test(names)) return { kind, by: TAG_NAME.test(nameOf(element)) ? 'mark' : 'place' };
  return SURE_TAG_HREF.test(href) ? { kind, by: 'address' } : null;
}

function namesAround(element: Element): string {
  let names = nameOf(element);
  let parent = element.parentElement;
  for (
    let level = 0;
    parent && level < 3 && !/^(?:article|main|body|section)$/u.test(parent.localName);
    level += 1
  ) {
    names += ` ${nameOf(parent)}`;
    parent = parent.parentElement;
  }
  return names;
}

/** The label that a list of links begins with: the text before the first link of the same line. */
function labelBefore(element: Element): string {
  const holder = element.parentElement;
  if (!holder) return '';
  const own = textUpTo(holder, element);
  if (own) return own;
  const outer = holder.parentElement;
  return outer && /^(?:li|dd|span|em|strong|b|td|p)$/u.test(holder.localName) ? textUpTo(outer, holder) : '';
}

/** Text directly before an element among its siblings, links skipped, back to the last other label. */
function textUpTo(holder: Element, element: Element): string {
  let text = '';
  for (let node = element.previousSibling; node; node = node.previousSibling) {
    if (node.nodeType === 8) continue;
    const isLink =
      node.nodeType === 1 && ((node as Element).localName === 'a' || (node as Element).querySelector('a'));
    if (isLink) continue;
    const part = foldWidth(node.textContent ?? '');
    if (/[\p{L}]/u.test(part)) {
      text = part;
      break;
    }
  }
  return holder && text.length <= 60 ? text : '';
}

/** The tag or category that a link names, without # and number of posts; empty where it names none. */
export function labelText(element: Element): string {
  const text = withoutHash(lineOf(element)).replace(/\s*[(（]\d+(?:\s+\p{L}+)?[)）]$/u, '');
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
