import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { ScreenActions } from '../components/ArticleActions.tsx';
import type { LoadComments } from '../components/state/comment-loading.ts';
import type { Notices } from '../components/state/notices.ts';
import type { LoadPages } from '../components/state/page-loading.ts';
import type { LibraryServices } from '../components/state/reading-list.ts';
import type { PageServices, Session, Shown } from '../components/state/session.ts';
import { exportOfShown } from './export-services.ts';
import { newChangeKey } from './library/change-key.ts';
import { keepStorage, littleRoomHere } from './library/room.ts';
import type { Library, LibraryReader } from './library/verbs.ts';
import { withLibrary } from './library/with-library.ts';
import { send } from './messaging/send.ts';
import { readFurtherPage } from './reading/further-page.ts';
import { readMoreComments } from './reading/more-comments.ts';
import { changeSettings, loadSettings, type Settings, watchSettings } from './settings.ts';

/** The settings as they are and as they become, for a page that stays open. */
export async function liveSettings() {
  const settings = signal<Settings>(await loadSettings());
  watchSettings((changed) => {
    settings.value = changed;
  });
  return settings;
}

/** What pages write in bulk is written by a worker of theirs, and forgetting is the background's. */
type BulkVerb =
  | 'importItems'
  | 'putWhole'
  | 'removeOlder'
  | 'forgetRemoved'
  // What is fetched is kept by the background alone.
  | 'shareImage'
  | 'keepImage'
  | 'settleImages';

/** The reading list as pages use it: they look for themselves and ask the background to write. */
export function pageLibrary(): Omit<Library, BulkVerb | 'close'> & LibraryServices {
  return { ...lookingVerbs, ...writingVerbs, littleRoom: littleRoomHere };
}

const lookingVerbs = {
  get: (id) => withLibrary((library) => library.get(id)),
  find: (url) => withLibrary((library) => library.find(url)),
  newest: (filter, limit, before) => withLibrary((library) => library.newest(filter, limit, before)),
  summaries: (ids) => withLibrary((library) => library.summaries(ids)),
  tombstones: (ids) => withLibrary((library) => library.tombstones(ids)),
  bodies: (ids) => withLibrary((library) => library.bodies(ids)),
  changedSince: (revision, limit) => withLibrary((library) => library.changedSince(revision, limit)),
  tags: () => withLibrary((library) => library.tags()),
  images: (id) => withLibrary((library) => library.images(id)),
  image: (hash) => withLibrary((library) => library.image(hash)),
  imageTotals: () => withLibrary((library) => library.imageTotals()),
  withImages: () => withLibrary((library) => library.withImages()),
  count: () => withLibrary((library) => library.count()),
  list: () => withLibrary((library) => library.list()),
  loss: () => withLibrary((library) => library.loss()),
} satisfies Omit<LibraryReader, 'close'>;

const writingVerbs = {
  async save(request) {
    const saved = await send('saveArticle', request);
    // Whoever has begun to keep something wants the browser to keep it too.
    if (saved.ok && saved.value.isNew) void keepStorage();
    return saved;
  },
  remove: (id) => send('removeArticle', id),
  restore: (id) => send('restoreArticle', id),
  saveLink: (request) => send('saveLink', request),
  change: (ids, change, key = newChangeKey()) => send('changeArticles', { ids, change, key }),
  undo: (key) => send('undoChange', key),
  renameTag: (from, to, key = newChangeKey()) => send('renameTag', { from, to, key }),
  deleteTag: (tag, key = newChangeKey()) => send('deleteTag', { tag, key }),
  removeAll: (ids) => send('removeArticles', ids),
  restoreAll: (ids) => send('restoreArticles', ids),
  dropImages: (ids) => send('dropImages', ids),
  dismissLoss: () => send('dismissLoss', null),
} satisfies Omit<Library, keyof LibraryReader | BulkVerb>;

/** Asks for further pages through the tab in which the article was read. */
const loadPagesOfTab: LoadPages = async (paged, { tabId, url: here }, tell) => {
  // Loaded when wanted: the popup must open fast.
  const { loadPages } = await import('./reading/load-pages.ts');
  if (tabId === null) return { ...paged, closed: 'closed' };
  return loadPages(paged, here, (url) => readFurtherPage(tabId, here, url), tell);
};

/** Asks for more comments through the tab in which the article was read. */
const loadCommentsOfTab: LoadComments = async (article, known, { tabId, url: here }) => {
  const { loadComments } = await import('./reading/load-comments.ts');
  if (tabId === null) return { kind: 'closed-to-us', reason: 'closed' };
  return loadComments(article, known, (request) => readMoreComments(tabId, here, request));
};

export const pageServices: PageServices = { loadPages: loadPagesOfTab, loadComments: loadCommentsOfTab };

/** What the buttons of a screen do. Each says in a notice when it fails. */
export function pageActions({ notices }: Session): ScreenActions {
  async function copy(makeText: () => string | Promise<string>): Promise<void> {
    try {
      await navigator.clipboard.writeText(await makeText());
      notices.show('noticeCopied');
    } catch {
      notices.show('noticeCopyFailed', { isError: true });
    }
  }
  return {
    changeSettings: (changes) => {
      changeSettings(changes).catch(() => notices.show('noticeSettingsFailed', { isError: true }));
    },
    copyMarkdown: ({ article, origin }) => {
      // Loaded when wanted: the popup must open fast.
      void copy(async () => (await import('./text/markdown.ts')).articleToMarkdown(article, origin.url));
    },
    copyLink: (shown) => void copy(() => linkWithTitle(shown)),
    exportShown: exportOfShown,
    openOptions: () => openOptions(notices),
  };
}

export function openOptions(notices: Notices): void {
  browser.runtime.openOptionsPage().catch(() => notices.show('noticeOpenFailed', { isError: true }));
}

function linkWithTitle({ article: { meta }, origin }: Shown): string {
  return `${meta.title}\n${meta.url ?? origin.url}`;
}
