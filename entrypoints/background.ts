import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { showBadge } from '../utils/badge.ts';
import { languageFor } from '../utils/current-interface.ts';
import { translator } from '../utils/i18n.ts';
import { withLibrary } from '../utils/library/with-library.ts';
import { pageMemory } from '../utils/memory/with-memory.ts';
import { createMenus, isPageCommand, type PageCommand } from '../utils/menus.ts';
import { answerMessages } from '../utils/messaging/answer.ts';
import type { Handlers } from '../utils/messaging/protocol.ts';
import { type Beside, openReader } from '../utils/reader-tab.ts';
import { describeSave, saveTab } from '../utils/reading/save-tab.ts';
import { messageOf } from '../utils/result.ts';
import { loadSettings, type Settings, watchSettings } from '../utils/settings.ts';

const handlers: Handlers = {
  saveArticle: (request) => withLibrary((library) => library.save(request)),
  removeArticle: (id) => withLibrary((library) => library.remove(id)),
  restoreArticle: (id) => withLibrary((library) => library.restore(id)),
  saveLink: (request) => withLibrary((library) => library.saveLink(request)),
  changeArticles: ({ ids, change, key }) => withLibrary((library) => library.change(ids, change, key)),
  renameTag: ({ from, to, key }) => withLibrary((library) => library.renameTag(from, to, key)),
  deleteTag: ({ tag, key }) => withLibrary((library) => library.deleteTag(tag, key)),
  undoChange: (key) => withLibrary((library) => library.undo(key)),
  removeArticles: (ids) => withLibrary((library) => library.removeAll(ids)),
  restoreArticles: (ids) => withLibrary((library) => library.restoreAll(ids)),
  dismissLoss: () => withLibrary((library) => library.dismissLoss()),
  keepChoices: (changes) => pageMemory().keep(changes),
};

type PageTab = Beside & { readonly id: number };

const commands: Record<PageCommand, (tab: PageTab) => Promise<void>> = {
  'open-reader': (tab) => openReader({ kind: 'tab', tabId: tab.id }, tab),
  async 'save-page'({ id }) {
    const saved = await saveTab(id, handlers.saveArticle);
    const t = translator(languageFor(await loadSettings()));
    await showBadge(id, saved.ok ? 'saved' : 'failed', describeSave(saved, t));
  },
};

async function run(command: unknown, tab: Partial<Beside> | undefined): Promise<void> {
  const target = tab ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  const { id, index, windowId } = target ?? {};
  if (!isPageCommand(command) || id === undefined || index === undefined || windowId === undefined) return;
  await commands[command]({ id, index, windowId });
}

async function refreshMenus(settings?: Settings): Promise<void> {
  await createMenus(translator(languageFor(settings ?? (await loadSettings()))));
}

/** What fails here (a tab or window that is gone) has no screen to say so; it must not end the background. */
function settle(work: Promise<unknown>): void {
  work.catch((thrown: unknown) => console.warn(messageOf(thrown)));
}

export default defineBackground({
  persistent: false,
  main() {
    answerMessages(handlers);
    browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => settle(run(menuItemId, tab)));
    browser.commands.onCommand.addListener((command, tab) => settle(run(command, tab)));
    browser.runtime.onInstalled.addListener(() => settle(refreshMenus()));
    browser.runtime.onStartup.addListener(() => settle(withLibrary((library) => library.forgetRemoved())));
    watchSettings((settings) => settle(refreshMenus(settings)));
    // Chromium gives private windows a background of their own, which is never told that it was installed.
    if (browser.extension.inIncognitoContext) settle(refreshMenus());
  },
});
