import { browser } from 'wxt/browser';
import { libraryPath } from './library-address.ts';

/** Brings the library tab of a window to the front; opens one where there is none. */
export async function openLibraryTab(beside: { readonly windowId?: number | undefined }): Promise<void> {
  const url = browser.runtime.getURL(libraryPath({ kind: 'list', text: '' }));
  const { windowId } = beside;
  const inWindow = windowId === undefined ? {} : { windowId };
  // The browser tells the addresses of our own pages only.
  const open = (await browser.tabs.query(inWindow)).find((tab) => tab.url?.startsWith(url));
  if (open?.id === undefined) await browser.tabs.create({ url, ...inWindow });
  else await browser.tabs.update(open.id, { active: true });
}
