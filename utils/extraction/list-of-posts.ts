import { normaliseUrl } from '../text/urls.ts';
import { proseByElement, type WeighedBlock } from './prose.ts';
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
export function isListOfPosts(source: Trimmed, blocks: readonly WeighedBlock[]): boolean {
  if (declaresArticle(source)) return false;
  const all = [...source.body.querySelectorAll(ENTRIES)];
  const entries = all.filter((entry) => !all.some((other) => other !== entry && other.contains(entry)));
  const own = source.url ? normaliseUrl(source.url) : null;
  const leading = entries.filter((entry) => leadsElsewhere(entry, source.baseUrl, own));
  if (leading.length < FEWEST) return false;
  const prose = proseByElement(blocks, source.body);
  const total = Math.max(1, prose.get(source.body) ?? 0);
  return leading.every((entry) => (prose.get(entry) ?? 0) / total < DOMINANT);
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
