import { normaliseUrl } from '../text/urls.ts';
import type { BlockTree } from './block-tree.ts';
import type { Trimmed } from './types.ts';

const ENTRIES =
  'article, .hentry, .post, .entry, .article-outer, .post-outer, .entry_content, .content.entry, [itemprop="blogPost"]';
const FEWEST = 3;
/** One entry with this share of the page's prose is the article; the others are teasers beside it. */
const DOMINANT = 0.6;

/**
 * True for a blog's front page, archive or search result: several entries, each with a heading that leads to
 * a page of its own, and none of them with most of the text. A page that declares itself an article is none.
 */
export function isListOfPosts(source: Trimmed, { holders, root }: BlockTree): boolean {
  if (declaresArticle(source)) return false;
  const entries: Element[] = [];
  for (const entry of source.body.querySelectorAll(ENTRIES)) {
    if (!entries.at(-1)?.contains(entry)) entries.push(entry);
  }
  if (entries.length < FEWEST) return false;
  const own = source.url ? normaliseUrl(source.url) : null;
  const leading = entries.filter((entry) => leadsElsewhere(entry, source.baseUrl, own));
  if (leading.length < FEWEST) return false;
  const total = Math.max(1, root.prose);
  return !holders.some(({ element, prose }) => prose / total >= DOMINANT && leading.includes(element));
}

function declaresArticle({ head }: Trimmed): boolean {
  if (head.meta.get('og:type')?.includes('article')) return true;
  if (head.meta.has('article:published_time')) return true;
  return head.jsonLd.some((node) => /(?:Article|BlogPosting|Report)$/u.test(String(node['@type'])));
}

function leadsElsewhere(entry: Element, baseUrl: string, own: string | null): boolean {
  const link = entry.querySelector('h1 a[href], h2 a[href], h3 a[href], a[href] h1, a[href] h2, a[href] h3');
  const href = (link?.closest('a') ?? link)?.getAttribute('href');
  const target = href ? URL.parse(href, baseUrl)?.href : null;
  return target !== null && target !== undefined && normaliseUrl(target) !== own;
}
