import { browser } from 'wxt/browser';
import { type ReaderTarget, readerPath } from './reading/reader-address.ts';

/** The tab beside which a reader tab opens. */
export interface Beside {
  readonly id?: number | undefined;
  readonly index: number;
  readonly windowId: number;
}

/** Opens a reader tab next to a tab and in its window, so that what is private stays in a private window. */
export async function openReader(target: ReaderTarget, beside: Beside): Promise<void> {
  await browser.tabs.create({
    url: browser.runtime.getURL(readerPath(target)),
    index: beside.index + 1,
    windowId: beside.windowId,
    ...(beside.id === undefined ? {} : { openerTabId: beside.id }),
  });
}
