import { perName } from '../../page-copy/per-name.ts';
import { NAMED } from './name-kinds.ts';

/** The part of a page that an element stands in, as far as markup tells before anything is cut. */
export type Zone = 'main' | 'aside' | 'comments' | 'navigation' | 'footer';

/** What only the post itself holds. */
const POST = 'article, .article, .post, .entry, .hentry';
const POST_PARTS = 'h1, .entry-content, .post-body, [itemprop="articleBody"]';
/** An `<aside>` with less text is a part of the post's own frame, such as its topics. */
const SMALL_ASIDE = 250;

/**
 * The zone of an element inside `outer`.
 *
 * @param kinds what its names say
 * @param total characters of the whole page
 */
export function zoneOf(element: Element, kinds: number, outer: Zone, total: number): Zone {
  if (outer === 'comments' || outer === 'aside' || outer === 'footer') return outer;
  const zone = zoneByMarkup(element, kinds);
  if (!zone || zone === outer) return outer;
  return holdsThePost(element, zone, total) ? outer : zone;
}

/** Names of elements that say where in a page they stand. */
const TELLING = new Set(['article', 'main', 'aside', 'nav', 'footer']);
/** The name of an element in lower case where it is one of those; empty for the others. */
const tellingTag = perName((name) => {
  const tag = name.toLowerCase();
  return TELLING.has(tag) ? tag : '';
});

function zoneByMarkup(element: Element, kinds: number): Zone | null {
  const tag = tellingTag(element);
  if (tag === 'article' || tag === 'main' || (tag === '' && kinds === 0)) return null;
  const isPager = (kinds & NAMED.pager) !== 0;
  if (kinds & NAMED.comments) return 'comments';
  if (kinds & NAMED.aside) return 'aside';
  if (kinds & NAMED.footer && !element.closest(POST)) return 'footer';
  if (kinds & NAMED.navigation && !isPager) return 'navigation';
  if (tag === 'aside' && (element.textContent?.length ?? 0) > SMALL_ASIDE) return 'aside';
  if (tag === 'nav' && !isPager) return 'navigation';
  if (tag === 'footer' && element.parentElement?.localName === 'body') return 'footer';
  return null;
}

/** Names mislead: `<div class="has-sidebar">` is often the whole page. */
function holdsThePost(element: Element, zone: Zone, total: number): boolean {
  if (element.querySelector(zone === 'aside' ? POST_PARTS : 'h1'))
    return zone !== 'navigation' || element.localName !== 'nav';
  return zone !== 'comments' && (element.textContent?.length ?? 0) > total * 0.5;
}
