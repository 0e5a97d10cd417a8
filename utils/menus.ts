import { type Browser, browser } from 'wxt/browser';
import type { Translate } from './i18n.ts';

/** What is done with the page of a tab. */
const PAGE_ITEMS = { 'open-reader': 'commandOpenReader', 'save-page': 'commandSave' } as const;
/** What has nothing to do with a page. */
const OTHER_ITEMS = { 'open-library': 'commandOpenLibrary' } as const;

/** What a menu item or a keyboard command does; both have the same names. */
export type PageCommand = keyof typeof PAGE_ITEMS;
export type OtherCommand = keyof typeof OTHER_ITEMS;

/** For links; the page that one leads to is not asked for. */
export const LINK_ITEM = 'save-link';

/** Pages that can be read; elsewhere the items would only disappoint. */
const READABLE_PAGES: string[] = ['http://*/*', 'https://*/*', 'file:///*'];

export function isPageCommand(id: unknown): id is PageCommand {
  return typeof id === 'string' && Object.hasOwn(PAGE_ITEMS, id);
}

export function isOtherCommand(id: unknown): id is OtherCommand {
  return typeof id === 'string' && Object.hasOwn(OTHER_ITEMS, id);
}

type Item = Browser.contextMenus.CreateProperties & { readonly id: string; readonly title: string };

/** Puts our items into the menus of pages and of the toolbar button, in the interface language of now. */
export async function createMenus(t: Translate): Promise<void> {
  await browser.contextMenus.removeAll();
  const button = browser.action ? 'action' : 'browser_action';
  const pageItems = Object.entries(PAGE_ITEMS).map(([id, message]) =>
    createItem({ id, title: t(message), contexts: ['page', button], documentUrlPatterns: READABLE_PAGES }),
  );
  const otherItems = Object.entries(OTHER_ITEMS).map(([id, message]) =>
    createItem({ id, title: t(message), contexts: [button] }),
  );
  const linkItem = createItem({
    id: LINK_ITEM,
    title: t('commandSaveLink'),
    contexts: ['link'],
    documentUrlPatterns: READABLE_PAGES,
    targetUrlPatterns: ['http://*/*', 'https://*/*'],
  });
  await Promise.all([...pageItems, ...otherItems, linkItem]);
}

/** An item that is there already (two events asked for the menus at the same time) gets the newer title. */
function createItem({ id, ...item }: Item): Promise<void> {
  return new Promise((resolve, reject) => {
    browser.contextMenus.create({ id, ...item }, () => {
      if (!browser.runtime.lastError) resolve();
      else browser.contextMenus.update(id, { title: item.title }).then(resolve, reject);
    });
  });
}
