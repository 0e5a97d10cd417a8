import { browser } from 'wxt/browser';
import type { AbsoluteUrl, Article, Outcome, PageProblem } from '../extraction/types.ts';
import { messageOf } from '../result.ts';
import { whyRefused } from './closed-pages.ts';
import { READER_NAME } from './page-answer.ts';
import { parsePageAnswer } from './schema.ts';
import { trustArticle } from './trust.ts';
import type { CannotReadReason, Untrusted } from './types.ts';
import { withinTime } from './within-time.ts';

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
  try {
    const { url: now = '' } = await browser.tabs.get(tabId);
    if (now && URL.parse(now)?.origin !== URL.parse(here)?.origin) {
      return { kind: 'closed-to-us', reason: 'not-granted' };
    }
    const answer = await withinTime(ask(tabId, url), TIME_LIMIT, { kind: 'problem', problem: 'timeout' });
    return readingOf(answer);
  } catch (thrown) {
    const why = whyRefused(messageOf(thrown), { url: here }, false);
    return { kind: 'closed-to-us', reason: typeof why === 'string' ? why : 'blocked' };
  }
}

async function ask(tabId: number, url: AbsoluteUrl): Promise<unknown> {
  const [first] = await browser.scripting.executeScript({
    target: { tabId },
    // Sent as source text, so it sees nothing of this module. A page that was loaded anew has no such function.
    func: (name: string, address: string) => Reflect.get(globalThis, name)?.(address),
    args: [READER_NAME, url],
  });
  const error: unknown = first && 'error' in first ? first.error : undefined;
  if (error) throw error;
  return first?.result;
}

function readingOf(value: unknown): PageReading {
  const answer = parsePageAnswer(value);
  if (!answer)
    return {
      kind: 'closed-to-us',
      reason: value === undefined || value === null ? 'navigated' : 'bad-answer',
    };
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
