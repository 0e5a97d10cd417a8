import { type ReadonlySignal, signal } from '@preact/signals';
import { messageKey } from '../../utils/i18n.ts';
import type {
  ArticleId,
  LibraryError,
  LibraryLoss,
  LibraryResult,
  SavedHit,
  SavedSummary,
  SaveReceipt,
  SaveRequest,
} from '../../utils/library/types.ts';
import type { LibraryReader } from '../../utils/library/verbs.ts';
import type { Notices } from './notices.ts';

/** What a screen asks of the library. */
export interface LibraryServices {
  readonly list: LibraryReader['list'];
  readonly search: LibraryReader['search'];
  readonly save: (request: SaveRequest) => LibraryResult<SaveReceipt>;
  readonly remove: (id: ArticleId) => LibraryResult<SavedSummary>;
  readonly restore: (id: ArticleId) => LibraryResult<SavedSummary>;
  readonly loss: LibraryReader['loss'];
  readonly dismissLoss: () => LibraryResult<null>;
}

export type ListState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready';
      readonly items: readonly SavedSummary[];
      /** Articles that went missing, until the reader has taken note. */
      readonly loss: LibraryLoss | null;
    }
  | { readonly kind: 'failed'; readonly error: LibraryError };

export interface ReadingList {
  readonly state: ReadonlySignal<ListState>;
  refresh(): Promise<void>;
  /** Looks into the texts and comments of what is saved; says in a notice when it cannot. */
  search(query: string): Promise<readonly SavedHit[]>;
  /** Each verb says in a notice how it went; the list follows what the library has confirmed. */
  save(request: SaveRequest): Promise<void>;
  remove(id: ArticleId): Promise<void>;
  dismissLoss(): Promise<void>;
}

/** The saved list of a screen. */
export function createReadingList(library: LibraryServices, notices: Notices): ReadingList {
  const state = signal<ListState>({ kind: 'loading' });
  const fail = (error: LibraryError) =>
    notices.show(messageKey('libraryError', error.kind), { isError: true });

  async function refresh(): Promise<void> {
    const [listed, loss] = await Promise.all([library.list(), library.loss()]);
    state.value = listed.ok
      ? { kind: 'ready', items: listed.value, loss: loss.ok ? loss.value : null }
      : { kind: 'failed', error: listed.error };
  }

  async function search(query: string): Promise<readonly SavedHit[]> {
    const found = await library.search(query);
    if (found.ok) return found.value;
    fail(found.error);
    return [];
  }

  async function save(request: SaveRequest): Promise<void> {
    const saved = await library.save(request);
    if (!saved.ok) return fail(saved.error);
    notices.show(saved.value.isNew ? 'noticeSaved' : 'noticeUpdated');
    await refresh();
  }

  async function restore(id: ArticleId): Promise<void> {
    const restored = await library.restore(id);
    if (!restored.ok) return fail(restored.error);
    notices.show('noticeRestored');
    await refresh();
  }

  async function remove(id: ArticleId): Promise<void> {
    const removed = await library.remove(id);
    if (!removed.ok) fail(removed.error);
    else {
      notices.show('noticeRemoved', {
        values: { title: removed.value.title },
        undo: () => void restore(id),
      });
    }
    await refresh();
  }

  async function dismissLoss(): Promise<void> {
    const dismissed = await library.dismissLoss();
    if (!dismissed.ok) fail(dismissed.error);
    await refresh();
  }

  return { state, refresh, search, save, remove, dismissLoss };
}
