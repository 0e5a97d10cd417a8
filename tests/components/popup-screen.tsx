import { fireEvent, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { createLibraryScreen } from '../../components/library/state/screen.ts';
import { PopupApp } from '../../components/PopupApp.tsx';
import { createImagesOf } from '../../components/state/entry-parts.ts';
import type { Reading } from '../../components/state/reading.ts';
import { createSession } from '../../components/state/session.ts';
import type { Article } from '../../utils/extraction/types/article.ts';
import type { InterfaceLanguage } from '../../utils/i18n.ts';
import type { LibraryErrorKind, SavedSummary } from '../../utils/library/types.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings.ts';
import { memoryLibrary, NO_MEMORY, NOTHING_MORE } from './library-services.ts';
import { memoryImages } from './memory-entry.ts';
import { pageActions } from './page-actions.ts';
import { show } from './screen.tsx';

export const PAGE = 'https://allotment.example/notes-on-a-kitchen-garden?utm_source=feed';

/** What the popup gets for an article that was read from its page. */
export function reading(article: Article, incognito = false): Reading {
  return { kind: 'article', article, origin: { url: PAGE, readAt: 1, incognito, tabId: 7 } };
}

interface Given {
  readonly language?: InterfaceLanguage;
  readonly saved?: readonly SavedSummary[];
  readonly failure?: LibraryErrorKind | null;
}

/** Draws the popup over a library in memory, with the page read and the list loaded. */
export async function openPopup(
  given: Reading | (() => Promise<Reading>),
  { language, saved, failure }: Given = {},
) {
  const library = memoryLibrary(saved, failure);
  const session = createSession(
    typeof given === 'function' ? given : async () => given,
    library.services,
    NOTHING_MORE,
    NO_MEMORY,
  );
  const list = createLibraryScreen(library.services, { view: 'all', isSparing: true }, session.notices);
  library.watch(() => void list.listing.refresh());
  const actions = pageActions();
  const openInTab = vi.fn();
  const openPost = vi.fn();
  const { container } = show(
    <PopupApp
      session={session}
      settings={DEFAULT_SETTINGS}
      actions={actions}
      openInTab={openInTab}
      openPost={openPost}
      images={createImagesOf(session, memoryImages().services)}
      library={list}
      savedHref={({ id }) => `/reader.html#saved=${id}`}
      libraryHref={(text) => `/library.html#${text}`}
    />,
    language,
  );
  await Promise.all([session.read(), list.listing.refresh()]);
  return { container, session, actions, openInTab, openPost, library };
}

export const tab = (name: RegExp) => screen.getByRole('tab', { name });
export const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
