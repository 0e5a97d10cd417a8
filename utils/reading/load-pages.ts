import { joinPages, saysNothingNew } from '../extraction/join-pages.ts';
import type { Article } from '../extraction/types/article.ts';
import type { ArticlePages, PageState } from '../extraction/types/metadata.ts';
import type { AbsoluteUrl } from '../extraction/types/source.ts';
import { normaliseUrl } from '../text/urls.ts';
import type { PageReading } from './further-page.ts';
import { type LoadedPages, loadablePages, type PagedArticle } from './paged-article.ts';

/** Pages asked for at one click; the next click asks for more. */
const MOST_AT_ONCE = 30;

/**
 * Reads the further pages of an article, one after another, those that only they name included, and joins what
 * came. A page that fails is marked with why; the others are kept.
 *
 * @param readPage reads one page; must not reject
 * @param tell is told the number of each page before it is asked for
 */
export async function loadPages(
  paged: PagedArticle,
  here: string,
  readPage: (url: AbsoluteUrl) => Promise<PageReading>,
  tell: (number: number) => void,
): Promise<LoadedPages> {
  const parts = new Map(paged.parts);
  const asked = new Set<string>();
  let { pages } = paged;
  for (;;) {
    const next = loadablePages(pages, here).find(({ url }) => !asked.has(url));
    if (!next || asked.size >= MOST_AT_ONCE) return { ...joined(parts, pages), closed: null };
    asked.add(next.url);
    tell(next.number);
    const reading = await readPage(next.url);
    if (reading.kind === 'closed-to-us') return { ...joined(parts, pages), closed: reading.reason };
    let state: PageState = 'joined';
    if (reading.kind === 'problem') state = reading.problem;
    else if (saysNothingNew(reading.article, [...parts.values()])) state = 'repeated';
    else {
      parts.set(next.number, reading.article);
      pages = withMore(pages, reading.article.meta.pages, here);
    }
    pages = withState(pages, next.number, state);
  }
}

function joined(parts: ReadonlyMap<number, Article>, pages: ArticlePages): PagedArticle {
  const [first, ...rest] = [...parts].sort(([a], [b]) => a - b).map(([, article]) => article);
  if (!first) throw new Error('An article without any page');
  return { parts, pages, article: joinPages([first, ...rest], pages) };
}

function withState(pages: ArticlePages, number: number, state: PageState): ArticlePages {
  return {
    ...pages,
    others: pages.others.map((page) => (page.number === number ? { ...page, state } : page)),
  };
}

/** Long pagers name only the pages around their own, and a "next" link only one. */
function withMore(pages: ArticlePages, found: ArticlePages | null, here: string): ArticlePages {
  if (!found) return pages;
  const known = new Set([here, ...pages.others.map(({ url }) => url)].map(normaliseUrl));
  const numbers = new Set([pages.own, ...pages.others.map(({ number }) => number)]);
  const more = found.others.filter(
    ({ url, number }) => !known.has(normaliseUrl(url)) && !numbers.has(number),
  );
  const others = [...pages.others, ...more].sort((a, b) => a.number - b.number);
  const totals = [pages.total, found.total].filter((total) => total !== null);
  return { ...pages, others, total: totals.length > 0 ? Math.max(...totals) : null };
}
