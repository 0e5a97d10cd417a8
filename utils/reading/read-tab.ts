import { browser } from 'wxt/browser';
import { messageOf } from '../result.ts';
import { readTabRaw } from './inject.ts';
import { trustOutcome } from './trust.ts';
import type { ReadResult } from './types.ts';

/**
 * Reads the page in a tab, for pages of the extension (it needs a DOM). Works only after the reader's click has
 * opened that tab to us. Never rejects: whatever goes wrong is part of the result.
 *
 * @param wasClickedNow that click has just been made, so a page that stays closed was never going to open
 */
export async function readTab(tabId: number, wasClickedNow = false): Promise<ReadResult> {
  const result = await readTabRaw(tabId, wasClickedNow);
  if (result.kind === 'unreadable') return result;
  try {
    return { ...result, outcome: trustOutcome(result.outcome, result.tab.url) };
  } catch (thrown) {
    return { ...result, outcome: { kind: 'failed', step: 'sanitise', message: messageOf(thrown) } };
  }
}

/** Reads the tab that the reader looks at: the one under the popup. */
export async function readActiveTab(): Promise<ReadResult> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { kind: 'unreadable', reason: 'closed', tab: null };
  return readTab(tab.id, true);
}
