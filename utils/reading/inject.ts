import { browser } from 'wxt/browser';
import type { Outcome } from '../extraction/types/article.ts';
import { messageOf } from '../result.ts';
import { type TabState, whyClosed, whyRefused } from './closed-pages.ts';
import { parseAnswer } from './schema.ts';
import type { CannotReadReason, ReadResult, TabFacts, Untrusted } from './types.ts';
import { withinTime } from './within-time.ts';

/** A page that has not answered by then (`view-source:` and its kin never do) is given up. Milliseconds. */
const TIME_LIMIT = 8_000;

/** What reading a tab gives before its HTML is made safe. */
export type RawReadResult =
  | (Omit<Extract<ReadResult, { kind: 'outcome' }>, 'outcome'> & { readonly outcome: Untrusted<Outcome> })
  | Extract<ReadResult, { kind: 'unreadable' }>;

/**
 * Runs the extraction in a tab's top page. Needs no DOM, so the background can use it; what it gives is
 * checked for its shape and size but not sanitised. Never rejects.
 *
 * @param wasClickedNow the reader's click that opens the tab to us has just been made
 */
export async function readTabRaw(tabId: number, wasClickedNow: boolean): Promise<RawReadResult> {
  const before = await look(tabId);
  if (!before) return { kind: 'unreadable', reason: 'closed', tab: null };
  const closed = whyClosed(before);
  if (closed) return { kind: 'unreadable', reason: closed, tab: before.facts };

  const injected = await inject(tabId);
  const tab = (await look(tabId))?.facts ?? before.facts;
  if (injected.kind === 'late') return { kind: 'unreadable', reason: 'timeout', tab };
  if (injected.kind === 'refused') {
    return refused(whyRefused(injected.message, before, wasClickedNow), tab);
  }

  const hasMoved = isElsewhere(before.url, tab.url);
  const answer = parseAnswer(injected.answer);
  if (!answer) {
    const isLost = injected.answer === undefined || hasMoved;
    return { kind: 'unreadable', reason: isLost ? 'navigated' : 'bad-answer', tab };
  }
  if (isElsewhere(answer.url, tab.url)) return { kind: 'unreadable', reason: 'navigated', tab };
  return { kind: 'outcome', outcome: answer.outcome, tab: { ...tab, url: answer.url }, readAt: Date.now() };
}

function refused(why: CannotReadReason | Outcome, tab: TabFacts): RawReadResult {
  if (typeof why === 'string') return { kind: 'unreadable', reason: why, tab };
  return { kind: 'outcome', outcome: why, tab, readAt: Date.now() };
}

type Injection =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'late' };

async function inject(tabId: number): Promise<Injection> {
  const answered = runScript(tabId).catch(
    (thrown: unknown): Injection => ({ kind: 'refused', message: messageOf(thrown) }),
  );
  return withinTime(answered, TIME_LIMIT, { kind: 'late' as const });
}

async function runScript(tabId: number): Promise<Injection> {
  const [first] = await browser.scripting.executeScript({ target: { tabId }, files: ['/extract.js'] });
  const error: unknown = first && 'error' in first ? first.error : undefined;
  if (error) return { kind: 'refused', message: messageOf(error) };
  return { kind: 'answered', answer: first?.result };
}

async function look(tabId: number): Promise<(TabState & { readonly facts: TabFacts }) | null> {
  try {
    const { url = '', title = '', incognito, favIconUrl, discarded, status } = await browser.tabs.get(tabId);
    return { url, favIconUrl, discarded, status, facts: { tabId, url, title, incognito } };
  } catch {
    return null;
  }
}

/** True when two addresses are of different sites; one that the browser hides tells nothing. */
function isElsewhere(url: string, other: string): boolean {
  const [here, there] = [URL.parse(url), URL.parse(other)];
  return here !== null && there !== null && here.origin !== there.origin;
}
