import { normaliseUrl, toAbsoluteUrl } from '../../text/urls.ts';
import { lineOf } from '../metadata/survey.ts';
import type { ArticlePages } from '../types/metadata.ts';
import type { WithoutComments } from '../types/source.ts';

/** Characters that a pager holds at most, the headings of its pages included. */
const LARGEST_PAGER = 600;
/** Links within sentences lead to other pages as well; a pager says little besides its links. */
const FEWEST_LINKED = 0.3;

/**
 * Cuts the pagers of an article that is split over several pages, whatever they are called: what holds links to
 * its pages, hardly any other words and no other links. They are recorded as left out.
 */
export function cutPagers(source: WithoutComments, pages: ArticlePages | null): WithoutComments {
  if (!pages) return source;
  const addresses = new Set(pages.others.map(({ url }) => normaliseUrl(url)));
  if (source.url) addresses.add(normaliseUrl(source.url));
  const leadsToPage = (link: Element) => {
    const url = toAbsoluteUrl(link.getAttribute('href'), source.baseUrl);
    return url !== null && addresses.has(normaliseUrl(url));
  };
  for (const link of [...source.body.querySelectorAll('a[href]')]) {
    if (!link.isConnected || !leadsToPage(link)) continue;
    const pager = pagerAround(link, source.body, leadsToPage);
    if (pager) source.removals.remove(pager, 'pager', 'further-pages');
  }
  return source;
}

/** The largest element around a link that is nothing but a pager; null where not even the nearest one is. */
function pagerAround(link: Element, body: Element, leadsToPage: (link: Element) => boolean): Element | null {
  let pager: Element | null = null;
  for (let around = link.parentElement; around && around !== body; around = around.parentElement) {
    if (!isPager(around, leadsToPage)) break;
    pager = around;
  }
  return pager;
}

function isPager(element: Element, leadsToPage: (link: Element) => boolean): boolean {
  if ((element.textContent?.length ?? 0) > LARGEST_PAGER || element.querySelector('p + p, img, h1, h2'))
    return false;
  const links = [...element.querySelectorAll('a[href]')];
  if (!links.every(leadsToPage)) return false;
  const words = lineOf(element).replaceAll(/[\d\s\p{P}\p{S}]/gu, '').length;
  const linked = links.reduce(
    (sum, link) => sum + lineOf(link).replaceAll(/[\d\s\p{P}\p{S}]/gu, '').length,
    0,
  );
  return words < 24 || linked / words > FEWEST_LINKED;
}
