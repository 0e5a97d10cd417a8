import { type Browser, browser } from 'wxt/browser';
import type { Translate } from './i18n.ts';

export const MENU_ITEMS = { 'open-reader': 'commandOpenReader', 'save-page': 'commandSave' } as const;
/** What a menu item or a keyboard command does; both have the same names. */
export type PageCommand = keyof typeof MENU_ITEMS;

/** For links; the page that one leads to is not asked for. */
export const LINK_ITEM = 'save-link';

/** Pages that can be read; elsewhere the items would only disappoint. */
const READABLE_PAGES: string[] = ['http://*/*', 'https://*/*', 'file:///*'];

export function isPageCommand(id: unknown): id is PageCommand {
  return typeof id === 'string' && Object.hasOwn(MENU_ITEMS, id);
}

type Item = Browser.contextMenus.CreateProperties & { readonly id: string; readonly title: string };

/** Puts our items into the menus of pages and of the toolbar button, in the interface language of now. */
export async function createMenus(t: Translate): Promise<void> {
  await browser.contextMenus.removeAll();
  const button = browser.action ? 'action' : 'browser_action';
  const pageItems = Object.entries(MENU_ITEMS).map(([id, message]) =>
    createItem({ id, title: t(message), contexts: ['page', button], documentUrlPatterns: READABLE_PAGES }),
  );
  const linkItem = createItem({
    id: LINK_ITEM,
    title: t('commandSaveLink'),
    contexts: ['link'],
    documentUrlPatterns: READABLE_PAGES,
    targetUrlPatterns: ['http://*/*', 'https://*/*'],
  });
  await Promise.all([...pageItems, linkItem]);
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
