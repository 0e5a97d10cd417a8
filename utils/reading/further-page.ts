import type { Article, Outcome } from '../extraction/types/article.ts';
import type { PageProblem } from '../extraction/types/metadata.ts';
import type { AbsoluteUrl } from '../extraction/types/source.ts';
import { askPage } from './ask-page.ts';
import { READER_NAME } from './page-answer.ts';
import { parsePageAnswer } from './schema.ts';
import { trustArticle } from './trust.ts';
import type { CannotReadReason, Untrusted } from './types.ts';

/** The page's own limit and the time to read what came. Milliseconds. */
const TIME_LIMIT = 20_000;

/** What asking for one further page gives. */
export type PageReading =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'problem'; readonly problem: PageProblem }
  /** The tab is closed to us: no other page can be read by it either. */
  | { readonly kind: 'closed-to-us'; readonly reason: CannotReadReason };

/**
 * Reads another page of the article in a tab. The tab asks for it, as itself, so that no permission is needed
 * beyond the reader's click, and only addresses of its own origin can be had. Needs a DOM; never rejects.
 *
 * @param here the address of the page in the tab
 */
export async function readFurtherPage(tabId: number, here: string, url: AbsoluteUrl): Promise<PageReading> {
  if (URL.parse(url)?.origin !== URL.parse(here)?.origin) return { kind: 'problem', problem: 'elsewhere' };
  const question = { name: READER_NAME, argument: url, timeLimit: TIME_LIMIT };
  const reply = await askPage(tabId, here, question);
  if (reply.kind === 'late') return { kind: 'problem', problem: 'timeout' };
  return reply.kind === 'answered' ? readingOf(reply.value) : reply;
}

function readingOf(value: unknown): PageReading {
  const answer = parsePageAnswer(value);
  if (!answer) return { kind: 'closed-to-us', reason: 'bad-answer' };
  if (answer.kind === 'problem') return answer;
  const article = articleIn(answer.outcome);
  if (!article) return { kind: 'problem', problem: 'no-article' };
  return { kind: 'article', article: trustArticle(article, answer.url) };
}

/** The last page of an article may be too short to be one by itself. */
function articleIn(outcome: Untrusted<Outcome>): Untrusted<Article> | null {
  if (outcome.kind === 'article') return outcome.article;
  if (outcome.kind !== 'not-an-article' || outcome.reason !== 'too-short') return null;
  return outcome.bestEffort?.strategy === 'whole-page' ? null : outcome.bestEffort;
}
