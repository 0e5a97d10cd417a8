import { browser } from 'wxt/browser';
import type { Translate } from './i18n.ts';

export const MENU_ITEMS = { 'open-reader': 'commandOpenReader', 'save-page': 'commandSave' } as const;
/** What a menu item or a keyboard command does; both have the same names. */
export type PageCommand = keyof typeof MENU_ITEMS;

/** Pages that can be read; elsewhere the items would only disappoint. */
const READABLE_PAGES: string[] = ['http://*/*', 'https://*/*', 'file:///*'];

export function isPageCommand(id: unknown): id is PageCommand {
  return typeof id === 'string' && Object.hasOwn(MENU_ITEMS, id);
}

interface Item {
  readonly id: string;
  readonly title: string;
  readonly contexts: ['page', 'action' | 'browser_action'];
  readonly documentUrlPatterns: string[];
}

/** Puts our items into the menus of pages and of the toolbar button, in the interface language of now. */
export async function createMenus(t: Translate): Promise<void> {
  await browser.contextMenus.removeAll();
  const button = browser.action ? 'action' : 'browser_action';
  await Promise.all(
    Object.entries(MENU_ITEMS).map(([id, message]) =>
      createItem({
        id,
        title: t(message),
        contexts: ['page', button],
        documentUrlPatterns: READABLE_PAGES,
      }),
    ),
  );
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
