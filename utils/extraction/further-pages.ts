import { tidyLine } from '../text/normalise.ts';
import { normaliseUrl, toAbsoluteUrl } from '../text/urls.ts';
import type { Facts } from './metadata/facts.ts';
import { kindsOf, NAMED } from './metadata/name-kinds.ts';
import { bitsAround } from './metadata/names.ts';
import { lineOf } from './metadata/survey.ts';
import { type OwnAddress, ownAddress, type Relation, relate } from './pages/addresses.ts';
import { type PageLabel, pageLabel, placeInWhole } from './pages/labels.ts';
import type { ArticlePage, ArticlePages } from './types/metadata.ts';
import type { AbsoluteUrl } from './types/source.ts';

/** More pages than any article has; a longer row is an archive's. */
const MOST_PAGES = 100;
/** A pager's own words; longer text around a link is no pager. */
const LONGEST_PAGER = 160;
/** A link that may lead to another page of the article. */
interface Hint {
  /** Null for `<link rel>` in the head. */
  readonly element: Element | null;
  readonly url: AbsoluteUrl;
  readonly label: PageLabel | null;
  readonly relation: Relation | null;
}

/**
 * Finds the other pages of an article that is split over several: by links whose address is the page's own with
 * another page number and whose words say so (`2`, `Page 2`, `次のページ`), by `rel=next` where the addresses leave
 * no doubt, and by the pagers that templates make for one article. Pagers of lists and of comments lead to other
 * things, and so do links to the next post. Null where the page is the whole article. Reads only.
 */
export function findFurtherPages(facts: Facts): ArticlePages | null {
  const { url } = facts.source;
  const own = url && ownAddress(url);
  if (!url || !own) return null;
  const hints = hintsIn(facts, own);
  const chosen = bestGroup(hints) ?? namedGroup(facts, url);
  return chosen && pagesOf(chosen, url);
}

/** Links of one pager that belong together. */
interface Group {
  readonly hints: readonly Hint[];
  readonly own: number;
  /** Added to a number in an address to get the page's: 1 where addresses count from 0. */
  readonly shift: number;
}

function hintsIn({ source, survey }: Facts, own: OwnAddress): Hint[] {
  const hints: Hint[] = [];
  const isNumbered = own.readings.length > 0;
  for (const { element, zone } of survey.links) {
    if (zone === 'comments' || zone === 'aside') continue;
    const href = element.getAttribute('href') ?? '';
    if (href.startsWith('#') || !(isNumbered || /\d/u.test(href))) continue;
    // Words before addresses: reading them is cheaper, and few links have such words.
    const label = labelOf(element);
    const url = label && toAbsoluteUrl(href, source.baseUrl);
    const relations = url ? relate(own, url) : [];
    if (!url || relations.length === 0 || isElsewhere(element)) continue;
    for (const relation of relations) hints.push({ element, url, label, relation });
  }
  for (const [rel, kind] of [
    ['next', 'next'],
    ['prev', 'previous'],
  ] as const) {
    for (const href of source.head.links.get(rel) ?? []) {
      const url = toAbsoluteUrl(href);
      for (const relation of url ? relate(own, url) : [])
        if (url) hints.push({ element: null, url, label: { kind, isPlain: false }, relation });
    }
  }
  return hints;
}

function labelOf(element: Element): PageLabel | null {
  const own = pageLabel(element.textContent ?? '');
  if (own) return own;
  const told = pageLabel(element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '');
  if (told) return told;
  const rel = element.getAttribute('rel')?.toLowerCase().split(/\s+/u);
  if (!rel) return null;
  if (rel.includes('next')) return { kind: 'next', isPlain: false };
  return rel.includes('prev') ? { kind: 'previous', isPlain: false } : null;
}

const OUTERMOST = new Set(['body']);

/** True within a pager of comments, of pictures or of a list. */
function isElsewhere(element: Element): boolean {
  return (bitsAround(element, kindsOf, 5, OUTERMOST) & NAMED.otherPager) !== 0;
}

/** The links whose addresses fit together best; null where none are pages of this article. */
function bestGroup(hints: readonly Hint[]): Group | null {
  const byStem = Map.groupBy(
    hints.filter(({ relation }) => relation !== null),
    ({ relation }) => `${relation?.stem} ${relation?.plainness} ${relation?.own}`,
  );
  let best: Group | null = null;
  for (const candidates of byStem.values()) {
    const group = groupOf(candidates);
    if (group && group.hints.length > (best?.hints.length ?? 0)) best = group;
  }
  return best;
}

function groupOf(candidates: readonly Hint[]): Group | null {
  const relation = candidates[0]?.relation;
  if (!relation) return null;
  const numbered = candidates.filter(({ label }) => label?.kind === 'number');
  // The number in a first page's address counts from 0 where every label is one more.
  const shift =
    numbered.length > 0 && numbered.every((hint) => labelled(hint) === (hint.relation?.number ?? 0) + 1)
      ? 1
      : 0;
  const own = relation.own === null ? 1 : relation.own + shift;
  const fitting = candidates.filter((hint) => fits(hint, own, shift));
  return fitting.length > 0 && isConvincing(fitting, own) ? { hints: fitting, own, shift } : null;
}

function labelled({ label }: Hint): number | null {
  return label?.kind === 'number' ? label.number : null;
}

/** A link's words and its address say the same. */
function fits({ label, relation }: Hint, own: number, shift: number): boolean {
  if (!label || !relation) return false;
  const number = relation.number + shift;
  if (label.kind === 'number') return number === label.number;
  return number === own + (label.kind === 'next' ? 1 : -1);
}

/**
 * Whether links that fit are more than posts with neighbouring numbers in their addresses. The plainer the
 * addresses, the less the words must say.
 */
function isConvincing(hints: readonly Hint[], own: number): boolean {
  const isAnchored = hints.some(({ relation }) => relation?.isAnchored);
  const numbers = new Set(hints.flatMap((hint) => labelled(hint) ?? []));
  const saysPage = hints.some(({ label }) => label?.kind !== 'number' && label?.isPlain);
  const saysPlace = hints.some(({ element }) => element && placeAround(element)?.own === own);
  const plainness = hints[0]?.relation?.plainness;
  if (plainness === 'worded') return true;
  if (isAnchored) return plainness === 'segment' || numbers.size > 0 || saysPage || saysPlace;
  return numbers.size > 1 || saysPlace;
}

/** The words `2 / 3` or `Page 2 of 3` in the pager that holds a link. */
function placeAround(link: Element): { readonly own: number; readonly total: number } | null {
  let around = link.parentElement;
  for (let level = 0; around && level < 3; level += 1) {
    if ((around.textContent?.length ?? 0) > LONGEST_PAGER) return null;
    const place = placeInWhole(lineOf(around));
    if (place) return place;
    around = around.parentElement;
  }
  return null;
}

/** The numbered links of a pager that its template names as one article's, whatever their addresses. */
function namedGroup({ source, survey }: Facts, own: AbsoluteUrl): Group | null {
  const hints: Hint[] = [];
  for (const { element, zone, kindsAround } of survey.links) {
    if (zone === 'comments' || zone === 'aside' || !(kindsAround & NAMED.articlePager)) continue;
    const kinds = kindsOf(element) | (element.parentElement ? kindsOf(element.parentElement) : 0);
    if (!(kinds & NAMED.articlePager)) continue;
    if (!/^[\s\S]{0,24}$/u.test(element.textContent ?? '')) continue;
    const url = toAbsoluteUrl(element.getAttribute('href'), source.baseUrl);
    const label = pageLabel(lineOf(element));
    if (url && label?.kind === 'number' && normaliseUrl(url) !== normaliseUrl(own))
      hints.push({ element, url, label, relation: null });
  }
  if (hints.length === 0) return null;
  const linked = new Set(hints.map(labelled));
  let missing = 1;
  while (linked.has(missing)) missing += 1;
  return { hints, own: currentIn(hints[0]?.element?.parentElement ?? null) ?? missing, shift: 0 };
}

/** The number that a pager shows without a link or as the current one. */
function currentIn(pager: Element | null): number | null {
  for (const marked of pager?.querySelectorAll('[aria-current], .current, .active, .is-active') ?? []) {
    const label = pageLabel(tidyLine(marked.textContent ?? ''));
    if (label?.kind === 'number') return label.number;
  }
  return null;
}

function pagesOf({ hints, own, shift }: Group, ownUrl: AbsoluteUrl): ArticlePages | null {
  const others = new Map<number, ArticlePage>();
  const here = normaliseUrl(ownUrl);
  for (const hint of hints) {
    const number = hint.relation ? hint.relation.number + shift : labelled(hint);
    if (number === null || number < 1 || number === own || others.has(number)) continue;
    const url = withoutFragment(hint.url);
    if (normaliseUrl(url) === here) continue;
    others.set(number, { number, url, state: 'linked' });
  }
  if (others.size === 0 || others.size > MOST_PAGES) return null;
  const inOrder = [...others.values()].sort((a, b) => a.number - b.number);
  return { own, total: totalOf(hints, own, inOrder.at(-1)?.number ?? own), others: inOrder };
}

/** How many pages there are, if the pager tells: its highest number, or what it says in words. */
function totalOf(hints: readonly Hint[], own: number, highest: number): number | null {
  for (const { element } of hints) {
    const place = element && placeAround(element);
    if (place && place.own === own && place.total >= highest) return place.total;
  }
  return hints.some((hint) => labelled(hint) !== null) ? Math.max(own, highest) : null;
}

function withoutFragment(url: AbsoluteUrl): AbsoluteUrl {
  return url.replace(/#.*$/u, '') as AbsoluteUrl;
}
