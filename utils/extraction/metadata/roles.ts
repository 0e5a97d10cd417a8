import { perName } from '../../page-copy/per-name.ts';
import { PhraseFinder } from '../../text/phrases.ts';
import { NAMED } from './name-kinds.ts';
import { AUTHOR_HREF, DATE_TEXT, isBylineEnd, isBylineStart, isPagerText } from './names.ts';
import type { Zone } from './zones.ts';

/** What the metadata rules may look at an element for, as bits. */
export const ROLES = {
  pager: 1,
  line: 2,
  link: 4,
  heading: 8,
  date: 16,
  author: 32,
  /** Its text names who holds the rights. */
  copyright: 64,
} as const;

const ROLE_OF_TAG: ReadonlyMap<string, number> = new Map([
  ['H1', ROLES.heading],
  ['H2', ROLES.heading],
  ['H3', ROLES.heading],
  ['H4', ROLES.heading],
  ['TIME', ROLES.date],
  ['ADDRESS', ROLES.author],
  ['BYLINE', ROLES.author],
]);
const roleOfTag = perName((name) => ROLE_OF_TAG.get(name.toUpperCase()) ?? 0);

const OF_AUTHORS = /author|creator/u;

/**
 * Says by its names, tag, text and attributes what an element is noted as.
 *
 * @param kinds what its names say
 * @param text its own, without that of its children
 */
export function rolesOf(element: Element, zone: Zone, kinds: number, text: string): number {
  let roles = text === '' ? 0 : rolesOfText(element, zone, text);
  if (kinds & NAMED.pager) roles |= ROLES.pager;
  if (zone === 'comments') return roles;
  if (kinds & NAMED.title) roles |= ROLES.heading;
  if (kinds & NAMED.date) roles |= ROLES.date;
  if (kinds & NAMED.author) roles |= ROLES.author;
  roles |= roleOfTag(element);
  return element.hasAttributes() ? roles | rolesOfAttributes(element) : roles;
}

/** What short texts are told by: most have nothing of it, which one look tells. */
const SIGNS = new PhraseFinder([[...'0123456789'], ['|', '｜', '│'], ['©', '(c)', 'copyright'], ['by']]);
const SAYS_DIGIT = 1;
const SAYS_BAR = 2;
const SAYS_RIGHTS = 4;
const SAYS_BY = 8;

function rolesOfText(element: Element, zone: Zone, text: string): number {
  const signs = SIGNS.find(text);
  let roles = zone === 'main' ? ROLES.line : 0;
  if (signs & SAYS_BAR && isPagerText(text) && element.childElementCount <= 4) roles |= ROLES.pager;
  if (signs & SAYS_RIGHTS) roles |= ROLES.copyright;
  if (zone === 'comments') return roles;
  if (signs & SAYS_DIGIT && DATE_TEXT.test(text)) roles |= ROLES.date;
  return isBylineStart(text) || (signs & SAYS_BY && isBylineEnd(text)) ? roles | ROLES.author : roles;
}

function rolesOfAttributes(element: Element): number {
  let roles = 0;
  const href = element.localName === 'a' ? element.getAttribute('href') : null;
  if (href !== null) roles = AUTHOR_HREF.test(href) ? ROLES.link | ROLES.author : ROLES.link;
  const itemprop = element.getAttribute('itemprop');
  if (itemprop) {
    if (itemprop.includes('headline')) roles |= ROLES.heading;
    if (itemprop.startsWith('date')) roles |= ROLES.date;
    if (OF_AUTHORS.test(itemprop)) roles |= ROLES.author;
  }
  const rel = element.getAttribute('rel');
  return rel && OF_AUTHORS.test(rel) ? roles | ROLES.author : roles;
}
