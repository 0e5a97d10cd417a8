import { sanitiseHtml } from '../extraction/sanitise.ts';
import type { Article, Outcome } from '../extraction/types/article.ts';
import type { Thread } from '../extraction/types/comments.ts';
import type { Untrusted } from './types.ts';

/**
 * Makes an article showable: its HTML and that of its comments is sanitised here and now, by the rules of this
 * version, wherever it comes from. Needs a DOM. The input is left as it is.
 *
 * @param baseUrl address of the page that it was read from
 */
export function trustArticle(article: Untrusted<Article>, baseUrl: string): Article {
  return {
    ...article,
    html: sanitiseHtml(article.html, baseUrl),
    thread: trustThread(article.thread, baseUrl),
  };
}

/** `trustArticle` for comments alone. */
export function trustThread(thread: Untrusted<Thread>, baseUrl: string): Thread {
  const comments = thread.comments.map((comment) => ({
    ...comment,
    html: sanitiseHtml(comment.html, baseUrl),
  }));
  return { ...thread, comments };
}

/** `trustArticle` for whatever an outcome holds. */
export function trustOutcome(outcome: Untrusted<Outcome>, baseUrl: string): Outcome {
  if (outcome.kind === 'article') return { ...outcome, article: trustArticle(outcome.article, baseUrl) };
  if (outcome.kind !== 'not-an-article') return outcome;
  const { bestEffort } = outcome;
  return { ...outcome, bestEffort: bestEffort && trustArticle(bestEffort, baseUrl) };
}
