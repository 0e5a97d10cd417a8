import { browser } from 'wxt/browser';
import { messageOf } from '../result.ts';
import { whyRefused } from './closed-pages.ts';
import type { CannotReadReason } from './types.ts';
import { withinTime } from './within-time.ts';

/** What a function of the injected script gives; `value` is untrusted. */
export type PageReply =
  | { readonly kind: 'answered'; readonly value: NonNullable<unknown> }
  | { readonly kind: 'late' }
  /** The tab is closed to us: nothing else can be had by it either. */
  | { readonly kind: 'closed-to-us'; readonly reason: CannotReadReason };

/** A function that the injected script has left in the page, and what to hand to it. */
export interface Question {
  readonly name: string;
  /** Plain data. */
  readonly argument: unknown;
  /** Milliseconds. */
  readonly timeLimit: number;
}

/**
 * Calls a function that the injected script has left in the page of a tab. Never rejects.
 *
 * @param here the address of the page that was read; a tab that has gone to another site is not asked
 */
export async function askPage(tabId: number, here: string, question: Question): Promise<PageReply> {
  try {
    const { url: now = '' } = await browser.tabs.get(tabId);
    if (now && URL.parse(now)?.origin !== URL.parse(here)?.origin) {
      return { kind: 'closed-to-us', reason: 'not-granted' };
    }
    return await withinTime(call(tabId, question), question.timeLimit, { kind: 'late' as const });
  } catch (thrown) {
    const why = whyRefused(messageOf(thrown), { url: here }, false);
    return { kind: 'closed-to-us', reason: typeof why === 'string' ? why : 'blocked' };
  }
}

async function call(tabId: number, { name, argument }: Question): Promise<PageReply> {
  const [first] = await browser.scripting.executeScript({
    target: { tabId },
    // Sent as source text, so it sees nothing of this module. A page that was loaded anew has no such function.
    func: (key: string, given: unknown) => Reflect.get(globalThis, key)?.(given),
    args: [name, argument],
  });
  const error: unknown = first && 'error' in first ? first.error : undefined;
  if (error) throw error;
  const value: unknown = first?.result;
  if (value === undefined || value === null) return { kind: 'closed-to-us', reason: 'navigated' };
  return { kind: 'answered', value };
}
