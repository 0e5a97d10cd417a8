import { type MessageKey, messageKey } from '../../../utils/i18n.ts';
import type {
  ArticleId,
  Change,
  ChangeReceipt,
  LibraryError,
  LibraryResult,
} from '../../../utils/library/types.ts';
import type { Library } from '../../../utils/library/verbs.ts';
import type { Notices } from '../../state/notices.ts';
import type { UndoStack } from './undo-stack.ts';

/** The verbs by which a screen changes the reading list. */
export interface ListVerbServices {
  readonly change: (ids: readonly ArticleId[], change: Change) => LibraryResult<ChangeReceipt>;
  readonly undo: Library['undo'];
  readonly renameTag: (from: string, to: string) => LibraryResult<ChangeReceipt>;
  readonly deleteTag: (tag: string) => LibraryResult<ChangeReceipt>;
  readonly removeAll: Library['removeAll'];
  readonly restoreAll: Library['restoreAll'];
}

/** Each says in a notice how it went, offers to take it back, and never rejects. */
export interface ListVerbs {
  archive(ids: readonly ArticleId[]): Promise<void>;
  unarchive(ids: readonly ArticleId[]): Promise<void>;
  favour(ids: readonly ArticleId[], isFavourite: boolean): Promise<void>;
  tag(ids: readonly ArticleId[], add: readonly string[], remove: readonly string[]): Promise<void>;
  note(id: ArticleId, note: string): Promise<boolean>;
  remove(ids: readonly ArticleId[]): Promise<void>;
  renameTag(from: string, to: string): Promise<boolean>;
  deleteTag(tag: string): Promise<boolean>;
  /** Takes back what was done last. */
  undo(): Promise<void>;
}

export interface ListVerbParts {
  readonly services: ListVerbServices;
  readonly notices: Notices;
  readonly steps: UndoStack;
  /** Called once the list is another one. */
  readonly changed: () => Promise<void>;
}

export function createListVerbs({ services, notices, steps, changed }: ListVerbParts): ListVerbs {
  const fail = (error: LibraryError) => {
    notices.show(messageKey('libraryError', error.kind), { isError: true });
    return false;
  };

  async function undo(): Promise<void> {
    if (!steps.isEmpty.value) await steps.undo();
  }

  const offerUndo = (message: MessageKey, values: Readonly<Record<string, string | number>>) =>
    notices.show(message, { values, undo: () => void undo() });

  async function takeBack(work: () => LibraryResult<unknown>): Promise<boolean> {
    const result = await work();
    if (result.ok) notices.show('listUndone');
    else fail(result.error);
    await changed();
    // What is gone for good must not stand in the way of what was done before it.
    return result.ok || result.error.kind === 'too-late' || result.error.kind === 'not-found';
  }

  /** A change that can be taken back by its key. */
  async function make(
    message: MessageKey,
    work: () => LibraryResult<ChangeReceipt>,
    values: Readonly<Record<string, string>> = {},
  ): Promise<boolean> {
    const made = await work();
    if (!made.ok) return fail(made.error);
    const { key, changed: count } = made.value;
    steps.push(() => takeBack(() => services.undo(key)));
    offerUndo(message, { count, ...values });
    await changed();
    return true;
  }

  const changeTo = async (message: MessageKey, ids: readonly ArticleId[], change: Change) => {
    if (ids.length > 0) await make(message, () => services.change(ids, change));
  };

  return {
    archive: (ids) => changeTo('listArchived', ids, { state: 'archived' }),
    unarchive: (ids) => changeTo('listUnarchived', ids, { state: 'unread' }),
    favour: (ids, isFavourite) =>
      changeTo(isFavourite ? 'listFavoured' : 'listUnfavoured', ids, { isFavourite }),
    tag: (ids, addTags, removeTags) => changeTo('listTagged', ids, { addTags, removeTags }),
    note: (id, note) =>
      make(note === '' ? 'listNoteRemoved' : 'listNoted', () => services.change([id], { note })),
    async remove(ids) {
      if (ids.length === 0) return;
      const removed = await services.removeAll(ids);
      if (!removed.ok) return void fail(removed.error);
      steps.push(() => takeBack(() => services.restoreAll(removed.value)));
      offerUndo('listRemoved', { count: removed.value.length });
      await changed();
    },
    renameTag: (from, to) => make('listTagRenamed', () => services.renameTag(from, to), { from, to }),
    deleteTag: (tag) => make('listTagDeleted', () => services.deleteTag(tag), { tag }),
    undo,
  };
}
