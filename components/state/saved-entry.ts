import { type ReadonlySignal, signal } from '@preact/signals';
import { type MessageKey, messageKey } from '../../utils/i18n.ts';
import { newChangeKey } from '../../utils/library/change-key.ts';
import type {
  ArticleId,
  Change,
  LibraryError,
  ReadingPlace,
  SavedSummary,
} from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import { ok, type Result } from '../../utils/result.ts';
import type { Notices } from './notices.ts';

/** What a screen asks of the library about one entry. */
export type EntryServices = Pick<Library, 'summaries' | 'tags' | 'change' | 'undo'>;

/** What the list knows of the article on the screen, where it is saved, and what its reader changes of that. */
export interface SavedEntry {
  /** Null where the article is not saved. */
  readonly summary: ReadonlySignal<SavedSummary | null>;
  /** Every tag of the list, to choose from. */
  readonly knownTags: ReadonlySignal<readonly string[]>;
  /** Turns to another article, or to none. */
  follow(id: ArticleId | null): Promise<void>;
  /** Looks again: something was written, here or elsewhere. */
  refresh(): Promise<void>;
  addTag(tag: string): Promise<void>;
  removeTag(tag: string): Promise<void>;
  toggleFavourite(): Promise<void>;
  toggleArchived(): Promise<void>;
  /** Notes where the reader is; the first time, that the article is being read. Says nothing. */
  notePlace(place: ReadingPlace): Promise<void>;
  /** Says nothing either: whoever shows the note says how that went. */
  writeNote(id: ArticleId, note: string): Promise<Result<unknown, LibraryError>>;
}

export function createSavedEntry(library: EntryServices, notices: Notices): SavedEntry {
  const summary = signal<SavedSummary | null>(null);
  const knownTags = signal<readonly string[]>([]);
  let followed: ArticleId | null = null;

  const fail = (error: LibraryError) =>
    notices.show(messageKey('libraryError', error.kind), { isError: true });

  async function refresh(): Promise<void> {
    const id = followed;
    const [found, tags] = await Promise.all([id ? library.summaries([id]) : ok([]), library.tags()]);
    if (followed !== id) return;
    // What cannot be read now stays as it was last seen; the list says why.
    if (found.ok) summary.value = found.value[0] ?? null;
    if (tags.ok) knownTags.value = tags.value;
  }

  /** Makes a change, says so and offers to undo it. */
  async function change(what: Change, message: MessageKey, values: Record<string, string> = {}) {
    const id = followed;
    if (!id) return;
    // What could be undone until now is not what is done next.
    notices.dismiss();
    const key = newChangeKey();
    const changed = await library.change([id], what, key);
    if (!changed.ok) return fail(changed.error);
    await refresh();
    notices.show(message, { values, undo: () => void undo(key) });
  }

  async function undo(key: string): Promise<void> {
    notices.dismiss();
    const undone = await library.undo(key);
    if (!undone.ok) return fail(undone.error);
    await refresh();
  }

  return {
    summary,
    knownTags,
    async follow(id) {
      if (id === followed) return;
      followed = id;
      if (summary.value?.id !== id) summary.value = null;
      await refresh();
    },
    refresh,
    addTag: (tag) => change({ addTags: [tag] }, 'entryTagAdded', { tag }),
    removeTag: (tag) => change({ removeTags: [tag] }, 'entryTagRemoved', { tag }),
    async toggleFavourite() {
      const isFavourite = !summary.value?.isFavourite;
      await change({ isFavourite }, isFavourite ? 'entryFavoured' : 'entryUnfavoured');
    },
    async toggleArchived() {
      const isArchived = summary.value?.state === 'archived';
      const state = isArchived ? stateOf(summary.value?.place) : 'archived';
      await change({ state }, isArchived ? 'entryUnarchived' : 'entryArchived');
    },
    async notePlace(place) {
      const current = summary.value;
      if (!current || isSame(current.place, place)) return;
      const state = current.state === 'unread' ? ({ state: 'reading' } as const) : {};
      const noted = await library.change([current.id], { place, ...state });
      if (noted.ok && followed === current.id) summary.value = { ...current, ...state, place };
    },
    writeNote: (id, note) => library.change([id], { note }),
  };
}

function stateOf(place: ReadingPlace | null | undefined): 'reading' | 'unread' {
  return place && place.percent < 100 ? 'reading' : 'unread';
}

function isSame(one: ReadingPlace | null, other: ReadingPlace): boolean {
  return one?.block === other.block && one.percent === other.percent;
}
