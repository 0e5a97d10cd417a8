import { hostOf, normaliseUrl, toAbsoluteUrl } from '../text/urls.ts';
import type { BlockTree } from './block-tree.ts';
import { entriesIn, itemsOf, titleLink } from './posts/entries.ts';
import type { AbsoluteUrl, Trimmed } from './types.ts';

const FEWEST = 3;
/** One entry with this share of the page's prose is the article; the others are teasers beside it. */
const DOMINANT = 0.6;

/** Unmarked entries are a list only where the page says so much of its text in them ... */
const LEAST_IN_ENTRIES = 0.7;
/** ... and nearly all of its headings lead to them. */
const LEAST_LEADING = 0.8;

/**
 * True for a blog's front page, archive or search result: several entries, each with a heading that leads to
 * a page of its own, and none of them with most of the text. A page that declares itself an article is none.
 */
export function isListOfPosts(source: Trimmed, { holders, root }: BlockTree): boolean {
  if (declaresArticle(source)) return false;
  const marked = entriesIn(source.body).filter((entry) => leadsElsewhere(titleLink(entry), source));
  const entries = marked.length < FEWEST ? headedItems(source) : marked;
  if (entries.length < FEWEST) return false;
  const prose = new Map(holders.map((holder) => [holder.element, holder.prose]));
  const shares = entries.map((entry) => (prose.get(entry) ?? 0) / Math.max(1, root.prose));
  const together = shares.reduce((sum, share) => sum + share, 0);
  return shares.every((share) => share < DOMINANT) && (entries === marked || together > LEAST_IN_ENTRIES);
}

/** Entries without a telling name: what stands under headings that lead to other pages of the site. */
function headedItems(source: Trimmed): Element[] {
  const headings = [...source.body.querySelectorAll('h2, h3')];
  const host = hostOf(source.url);
  const leading = headings.filter((heading) => {
    const link = heading.querySelector('a[href]') ?? heading.closest('a[href]');
    return leadsElsewhere(link, source) && hostOf(targetOf(link, source)) === host;
  });
  if (leading.length < Math.max(FEWEST, headings.length * LEAST_LEADING)) return [];
  return itemsOf(leading, source.body);
}

function declaresArticle({ head }: Trimmed): boolean {
  if (head.meta.get('og:type')?.includes('article')) return true;
  if (head.meta.has('article:published_time')) return true;
  return head.jsonLd.some((node) => /(?:Article|BlogPosting|Report)$/u.test(String(node['@type'])));
}

function leadsElsewhere(link: Element | null, source: Trimmed): boolean {
  const target = targetOf(link, source);
  return target !== null && (!source.url || normaliseUrl(target) !== normaliseUrl(source.url));
}

function targetOf(link: Element | null, { baseUrl }: Trimmed): AbsoluteUrl | null {
  return toAbsoluteUrl(link?.getAttribute('href'), baseUrl);
}
