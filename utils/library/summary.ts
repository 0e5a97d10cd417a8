import type { AbsoluteUrl, Article } from '../extraction/types.ts';
import type { Untrusted } from '../reading/types.ts';
import { excerpt } from '../text/normalise.ts';
import type { SavedSummary } from './types.ts';

/** What the list shows of an article; the times and the id are the library's to add. */
export function summarise(
  article: Untrusted<Article>,
  url: AbsoluteUrl,
): Omit<SavedSummary, 'id' | 'savedAt' | 'readAt' | 'updatedAt'> {
  const { meta } = article;
  return {
    url,
    title: meta.title,
    author: meta.author,
    siteName: meta.siteName,
    published: meta.published,
    lang: meta.lang,
    dir: meta.dir,
    tags: meta.tags,
    excerpt: excerpt(article.text),
    readingMinutes: article.readingMinutes,
    comments: article.thread.comments.length,
  };
}
