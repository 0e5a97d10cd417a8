import { hostOf, normaliseUrl, toAbsoluteUrl } from '../text/urls.ts';
import type { BlockTree } from './block-tree.ts';
import { entriesIn, itemsOf, titleLink } from './posts/entries.ts';
import type { AbsoluteUrl, Trimmed } from './types/source.ts';

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
export function isListOfPosts(source: Trimmed, { byElement, root }: BlockTree): boolean {
  if (declaresArticle(source)) return false;
  const leadsTo = targetsElsewhere(source);
  const marked = entriesIn(source.body).filter((entry) => leadsTo(titleLink(entry)) !== null);
  const entries = marked.length < FEWEST ? headedItems(source, leadsTo) : marked;
  if (entries.length < FEWEST) return false;
  const shares = entries.map((entry) => (byElement.get(entry)?.prose ?? 0) / Math.max(1, root.prose));
  const together = shares.reduce((sum, share) => sum + share, 0);
  return shares.every((share) => share < DOMINANT) && (entries === marked || together > LEAST_IN_ENTRIES);
}

/** Entries without a telling name: what stands under headings that lead to other pages of the site. */
function headedItems({ body, url }: Trimmed, leadsTo: Targets): Element[] {
  const headings = [...body.querySelectorAll('h2, h3')];
  const least = Math.max(FEWEST, headings.length * LEAST_LEADING);
  const host = hostOf(url);
  const leading: Element[] = [];
  for (const [index, heading] of headings.entries()) {
    // Of an article's headings hardly one leads anywhere, which the first few tell.
    if (leading.length + headings.length - index < least) return [];
    const target = leadsTo(heading.querySelector('a[href]') ?? heading.closest('a[href]'));
    if (target !== null && hostOf(target) === host) leading.push(heading);
  }
  return leading.length < least ? [] : itemsOf(leading, body);
}

function declaresArticle({ head }: Trimmed): boolean {
  if (head.meta.get('og:type')?.includes('article')) return true;
  if (head.meta.has('article:published_time')) return true;
  return head.jsonLd.some((node) => /(?:Article|BlogPosting|Report)$/u.test(String(node['@type'])));
}

/** Where a link leads; null for none and for those that lead to the page itself. */
type Targets = (link: Element | null) => AbsoluteUrl | null;

function targetsElsewhere({ url, baseUrl }: Trimmed): Targets {
  const own = url && normaliseUrl(url);
  return (link) => {
    const target = toAbsoluteUrl(link?.getAttribute('href'), baseUrl);
    return target !== null && (!url || normaliseUrl(target) !== own) ? target : null;
  };
}
