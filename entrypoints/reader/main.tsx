import { render } from 'preact';
import { ReaderApp } from '../../components/ReaderApp.tsx';
import { Screen } from '../../components/Screen.tsx';
import { createEntryParts } from '../../components/state/entry-parts.ts';
import { type Reading, readingOfSaved, readingOfTab } from '../../components/state/reading.ts';
import { createSession } from '../../components/state/session.ts';
import { languageFor } from '../../utils/current-interface.ts';
import { imageServices } from '../../utils/image-services.ts';
import { watchLibrary } from '../../utils/library/local-canary.ts';
import { blogMemory } from '../../utils/memory/blog-memory.ts';
import { keepAwake } from '../../utils/messaging/keep-awake.ts';
import { readSaved } from '../../utils/reading/read-saved.ts';
import { readTab } from '../../utils/reading/read-tab.ts';
import { readerTarget } from '../../utils/reading/reader-address.ts';
import { liveSettings, pageActions, pageLibrary, pageServices } from '../../utils/screen-services.ts';
import '../../components/styles/base.css';

const library = pageLibrary();

async function read(): Promise<Reading> {
  const target = readerTarget(location.hash);
  if (!target) return { kind: 'bad-address' };
  if (target.kind === 'saved') return readingOfSaved(await readSaved(library, target.id));
  return readingOfTab(await readTab(target.tabId));
}

const session = createSession(read, library, pageServices, blogMemory);
const parts = createEntryParts(session, library, imageServices);
const settings = await liveSettings();
const root = document.querySelector('#app');

if (root) {
  render(
    <Screen settings={settings} languageFor={languageFor}>
      {(current) => (
        <ReaderApp
          session={session}
          settings={current}
          actions={pageActions(session)}
          isSaved={location.hash.startsWith('#saved=')}
          parts={parts}
        />
      )}
    </Screen>,
    root,
  );
}
window.addEventListener('hashchange', () => void session.read());
keepAwake();
watchLibrary(() => {
  void session.list.refresh();
  void parts.entry.refresh();
});
// A note that was typed just now is on its way before the page is gone.
window.addEventListener('pagehide', () => void parts.note.flush());
await session.read();
