import { findPosts } from './posts/find-posts.ts';
import type { ListedPost, NotArticleReason } from './types/article.ts';
import type { Source } from './types/source.ts';

/** So many fields to fill in make a page a form where nothing else is on it. */
const FEWEST_FIELDS = 3;
const FIELDS =
  'form :is(textarea, select, input:not([type="hidden"], [type="search"], [type="submit"], [type="button"], [type="image"], [type="reset"]))';

export interface Explanation {
  readonly reason: NotArticleReason;
  /** The posts that the page lists, for the reader to choose from. */
  readonly posts: readonly ListedPost[];
}

/**
 * Says more exactly why a page is no article, and which posts it leads to.
 *
 * @param source the whole page, as no stage has cut it yet
 * @param reason what finding the article said
 */
export function explain(source: Source, reason: NotArticleReason): Explanation {
  if (reason === 'empty') return { reason, posts: [] };
  const { posts, areCertain } = findPosts(source);
  if (reason === 'list-of-posts' || areCertain) return { reason: 'list-of-posts', posts };
  if (source.body.querySelectorAll(FIELDS).length >= FEWEST_FIELDS) return { reason: 'form', posts: [] };
  return { reason, posts: reason === 'links-only' ? posts : [] };
}
