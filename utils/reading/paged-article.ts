import type { Article } from '../extraction/types/article.ts';
import type { ArticlePage, ArticlePages, PageState } from '../extraction/types/metadata.ts';
import type { CannotReadReason } from './types.ts';

/** What is lasting is not asked for again. */
const FINAL: ReadonlySet<PageState> = new Set(['joined', 'elsewhere', 'repeated']);

/** An article with the pages that were read of it so far. */
export interface PagedArticle {
  /** The pages read, by number; each as it was read. */
  readonly parts: ReadonlyMap<number, Article>;
  readonly pages: ArticlePages;
  /** All of them joined. */
  readonly article: Article;
}

/** What loading further pages gives. */
export interface LoadedPages extends PagedArticle {
  /** Why loading ended before its time; null where every page was asked for. */
  readonly closed: CannotReadReason | null;
}

/** What there is to load further pages to; null for an article on one page. */
export function pagedArticle(article: Article): PagedArticle | null {
  const { pages } = article.meta;
  return pages && { parts: new Map([[pages.own, article]]), pages, article };
}

/** The pages that can be asked for through the tab that shows `here`: those of its origin. */
export function loadablePages({ others }: ArticlePages, here: string): ArticlePage[] {
  const origin = URL.parse(here)?.origin;
  return others.filter(({ url, state }) => !FINAL.has(state) && URL.parse(url)?.origin === origin);
}
