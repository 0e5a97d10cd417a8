import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createLibraryScreen } from '../../components/library/state/screen.ts';
import { PopupApp } from '../../components/PopupApp.tsx';
import { Screen } from '../../components/Screen.tsx';
import { createImagesOf } from '../../components/state/entry-parts.ts';
import { followSaved } from '../../components/state/page-badge.ts';
import { readingOfTab } from '../../components/state/reading.ts';
import { createSession } from '../../components/state/session.ts';
import { clearBadge, showBadge } from '../../utils/badge.ts';
import { languageFor } from '../../utils/current-interface.ts';
import type { AbsoluteUrl } from '../../utils/extraction/types/source.ts';
import { translator } from '../../utils/i18n.ts';
import { imageServices } from '../../utils/image-services.ts';
import { watchLibrary } from '../../utils/library/local-canary.ts';
import { libraryPath } from '../../utils/library-address.ts';
import { hrefOfEntry, listServices } from '../../utils/list-services.ts';
import { blogMemory } from '../../utils/memory/blog-memory.ts';
import { keepAwake } from '../../utils/messaging/keep-awake.ts';
import { openReader } from '../../utils/reader-tab.ts';
import { readActiveTab } from '../../utils/reading/read-tab.ts';
import { liveSettings, pageActions, pageServices } from '../../utils/screen-services.ts';
import '../../components/styles/base.css';
import './style.css';

const services = listServices();
const session = createSession(
  async () => readingOfTab(await readActiveTab()),
  services,
  pageServices,
  blogMemory,
);
const library = createLibraryScreen(services, { view: 'all', isSparing: true }, session.notices);
const images = createImagesOf(session, imageServices);
const settings = await liveSettings();
const root = document.querySelector('#app');

async function openInTab(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || tab.windowId === undefined) return;
  await openReader({ kind: 'tab', tabId: tab.id }, { id: tab.id, index: tab.index, windowId: tab.windowId });
  window.close();
}

/** Opens a post in the tab of the list that names it. */
async function openPost(url: AbsoluteUrl): Promise<void> {
  await browser.tabs.update({ url });
  window.close();
}

if (root) {
  render(
    <Screen settings={settings} languageFor={languageFor}>
      {(current) => (
        <PopupApp
          session={session}
          settings={current}
          actions={pageActions(session)}
          openInTab={() => {
            openInTab().catch(() => session.notices.show('noticeOpenFailed', { isError: true }));
          }}
          openPost={(url) => {
            openPost(url).catch(() => session.notices.show('noticeOpenFailed', { isError: true }));
          }}
          images={images}
          library={library}
          savedHref={hrefOfEntry}
          libraryHref={(text) => libraryPath({ kind: 'list', text })}
        />
      )}
    </Screen>,
    root,
  );
}
followSaved(session, (tabId, isSaved) => {
  const t = translator(languageFor(settings.value));
  void (isSaved ? showBadge(tabId, 'saved', t('badgeSaved')) : clearBadge(tabId));
});
keepAwake();
watchLibrary(() => {
  void session.list.refresh();
  void library.listing.refresh();
});
await Promise.all([session.read(), library.listing.refresh()]);
