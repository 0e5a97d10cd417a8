import { browser } from 'wxt/browser';
import type { Translate } from './i18n.ts';

export const MENU_ITEMS = { 'open-reader': 'commandOpenReader', 'save-page': 'commandSave' } as const;
/** What a menu item or a keyboard command does; both have the same names. */
export type PageCommand = keyof typeof MENU_ITEMS;

/** Pages that can be read; elsewhere the items would only disappoint. */
const READABLE_PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

export function isPageCommand(id: unknown): id is PageCommand {
  return typeof id === 'string' && Object.hasOwn(MENU_ITEMS, id);
}

/** Puts our items into the menus of pages and of the toolbar button, in the interface language of now. */
export async function createMenus(t: Translate): Promise<void> {
  await browser.contextMenus.removeAll();
  const button = browser.action ? 'action' : 'browser_action';
  for (const [id, message] of Object.entries(MENU_ITEMS)) {
    browser.contextMenus.create({
      id,
      title: t(message),
      contexts: ['page', button],
      documentUrlPatterns: READABLE_PAGES,
    });
  }
}
