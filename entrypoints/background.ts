import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { showBadge } from '../utils/badge.ts';
import { languageFor } from '../utils/current-interface.ts';
import { messageKey, translator } from '../utils/i18n.ts';
import { backgroundImages, dropImages } from '../utils/library/images/background-images.ts';
import type { ArticleId } from '../utils/library/types.ts';
import { withLibrary } from '../utils/library/with-library.ts';
import { openLibraryTab } from '../utils/library-tab.ts';
import { pageMemory } from '../utils/memory/with-memory.ts';
import {
  createMenus,
  isOtherCommand,
  isPageCommand,
  LINK_ITEM,
  type OtherCommand,
  type PageCommand,
} from '../utils/menus.ts';
import { answerMessages } from '../utils/messaging/answer.ts';
import type { Handlers } from '../utils/messaging/protocol.ts';
import { type Beside, openReader } from '../utils/reader-tab.ts';
import { type LinkClick, saveLink } from '../utils/reading/save-link.ts';
import { describeSave, saveTab } from '../utils/reading/save-tab.ts';
import { messageOf, ok } from '../utils/result.ts';
import { loadSettings, type Settings, watchSettings } from '../utils/settings.ts';

const images = backgroundImages();

const handlers: Handlers = {
  async saveArticle(request) {
    const saved = await withLibrary((library) => library.save(request));
    if (saved.ok) settle(keepImagesIfWanted(saved.value.summary.id));
    return saved;
  },
  removeArticle: (id) => withLibrary((library) => library.remove(id)),
  restoreArticle: (id) => withLibrary((library) => library.restore(id)),
  saveLink: (request) => withLibrary((library) => library.saveLink(request)),
  changeArticles: ({ ids, change, key }) => withLibrary((library) => library.change(ids, change, key)),
  renameTag: ({ from, to, key }) => withLibrary((library) => library.renameTag(from, to, key)),
  deleteTag: ({ tag, key }) => withLibrary((library) => library.deleteTag(tag, key)),
  undoChange: (key) => withLibrary((library) => library.undo(key)),
  removeArticles: (ids) => withLibrary((library) => library.removeAll(ids)),
  restoreArticles: (ids) => withLibrary((library) => library.restoreAll(ids)),
  keepImages: (id) => images.keep(id),
  cancelImages: (id) => images.cancel(id),
  dropImages: (ids) => dropImages(images, ids),
  stayAwake: async () => ok(null),
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

async function keepImagesIfWanted(id: ArticleId): Promise<void> {
  if ((await loadSettings()).keepImages === 'always') await images.keep(id);
}

async function onLink(click: LinkClick, tab: Pick<Browser.tabs.Tab, 'id' | 'incognito'>): Promise<void> {
  const { id, incognito } = tab;
  if (id === undefined) return;
  const saved = await saveLink(click, { id, incognito }, handlers.saveLink);
  const t = translator(languageFor(await loadSettings()));
  const isNew = saved.ok && saved.value.isNew;
  const said = saved.ok
    ? t(isNew ? 'noticeLinkSaved' : 'noticeLinkKnown')
    : t(messageKey('libraryError', saved.error.kind));
  await showBadge(id, saved.ok ? 'saved' : 'failed', said);
}

const otherCommands: Record<OtherCommand, (tab: Partial<Beside>) => Promise<void>> = {
  'open-library': (tab) => openLibraryTab(tab),
};

async function run(command: unknown, tab: Partial<Beside> | undefined): Promise<void> {
  if (isOtherCommand(command)) return otherCommands[command](tab ?? {});
  const target = tab ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  const { id, index, windowId } = target ?? {};
  if (!isPageCommand(command) || id === undefined || index === undefined || windowId === undefined) return;
  await commands[command]({ id, index, windowId });
}

async function refreshMenus(settings?: Settings): Promise<void> {
  await createMenus(translator(languageFor(settings ?? (await loadSettings()))));
}

async function tidyUp(): Promise<void> {
  await withLibrary((library) => library.forgetRemoved());
  await images.tidy();
}

/** What fails here (a tab or window that is gone) has no screen to say so; it must not end the background. */
function settle(work: Promise<unknown>): void {
  work.catch((thrown: unknown) => console.warn(messageOf(thrown)));
}

export default defineBackground({
  persistent: false,
  main() {
    answerMessages(handlers);
    browser.contextMenus.onClicked.addListener((click, tab) =>
      settle(click.menuItemId === LINK_ITEM && tab ? onLink(click, tab) : run(click.menuItemId, tab)),
    );
    browser.commands.onCommand.addListener((command, tab) => settle(run(command, tab)));
    browser.runtime.onInstalled.addListener(() => settle(refreshMenus()));
    browser.runtime.onStartup.addListener(() => settle(tidyUp()));
    browser.permissions.onAdded.addListener(() => settle(images.resume()));
    watchSettings((settings) => settle(refreshMenus(settings)));
    // Chromium gives private windows a background of their own, which is never told that it was installed.
    if (browser.extension.inIncognitoContext) settle(refreshMenus());
    // What was under way when the browser stopped the background goes on.
    else settle(images.resume());
  },
});
