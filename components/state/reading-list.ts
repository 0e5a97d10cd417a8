import { type ReadonlySignal, signal } from '@preact/signals';
import { messageKey } from '../../utils/i18n.ts';
import type { ArticleId, LibraryError, SavedSummary, SaveRequest } from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import { noticeOfSave } from '../../utils/reading/save-notice.ts';
import type { Notices } from './notices.ts';

/** What a screen that shows one article asks of the library. */
export interface LibraryServices extends Pick<Library, 'find' | 'save' | 'remove' | 'restore'> {
  /** How many bytes are left on the disk where they are few; null where there is room. */
  readonly littleRoom: () => Promise<number | null>;
}

const MEGABYTE = 1_000_000;

/** What the list has for the page that is shown. */
export type EntryState =
  | { readonly kind: 'loading' }
  /** Null where the page is not saved. */
  | { readonly kind: 'ready'; readonly entry: SavedSummary | null }
  | { readonly kind: 'failed'; readonly error: LibraryError };

/** The reading list as far as the article on a screen is concerned: however long it is, one entry is looked up. */
export interface ReadingList {
  readonly state: ReadonlySignal<EntryState>;
  /** Turns to the page at an address. */
  follow(url: string): Promise<void>;
  /** Looks again. */
  refresh(): Promise<void>;
  /** Each verb says in a notice how it went; the state follows what the library has confirmed. */
  save(request: SaveRequest): Promise<void>;
  remove(id: ArticleId): Promise<void>;
}

export function createReadingList(library: LibraryServices, notices: Notices): ReadingList {
  const state = signal<EntryState>({ kind: 'loading' });
  let followed: string | null = null;
  const fail = (error: LibraryError) =>
    notices.show(messageKey('libraryError', error.kind), { isError: true });

  async function refresh(): Promise<void> {
    const url = followed;
    if (url === null) return;
    const found = await library.find(url);
    if (followed !== url) return;
    state.value = found.ok ? { kind: 'ready', entry: found.value } : { kind: 'failed', error: found.error };
  }

  async function restore(id: ArticleId): Promise<void> {
    const restored = await library.restore(id);
    if (!restored.ok) return fail(restored.error);
    notices.show('noticeRestored');
    await refresh();
  }

  return {
    state,
    refresh,
    async follow(url) {
      if (followed !== url) state.value = { kind: 'loading' };
      followed = url;
      await refresh();
    },
    async save(request) {
      const saved = await library.save(request);
      if (!saved.ok) return fail(saved.error);
      const left = await library.littleRoom();
      if (left === null) notices.show(noticeOfSave(saved.value));
      else {
        const megabytes = Math.floor(left / MEGABYTE);
        notices.show('noticeSavedLittleRoom', { isError: true, values: { megabytes } });
      }
      await refresh();
    },
    async remove(id) {
      const removed = await library.remove(id);
      if (!removed.ok) fail(removed.error);
      else {
        const { title } = removed.value;
        notices.show('noticeRemoved', { values: { title }, undo: () => void restore(id) });
      }
      await refresh();
    },
  };
}
