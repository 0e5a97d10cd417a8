import type { RefObject } from 'preact';
import type { ShortcutRow } from '../ShortcutRows.tsx';
import type { SavedEntry } from '../state/saved-entry.ts';
import type { Session } from '../state/session.ts';
import { moveInList, toggleInList, useShortcuts } from '../use-shortcuts.ts';

export const READER_SHORTCUTS: readonly ShortcutRow[] = [
  { keys: ['s'], message: 'shortcut_save' },
  { keys: ['u'], message: 'shortcut_undo' },
  { keys: ['e'], message: 'shortcut_archive' },
  { keys: ['f'], message: 'shortcut_favour' },
  { keys: ['n'], message: 'shortcut_note' },
  { keys: ['j'], message: 'shortcut_next' },
  { keys: ['k'], message: 'shortcut_previous' },
  { keys: ['c'], message: 'shortcut_collapse' },
  { keys: ['/'], message: 'threadSearch' },
  { keys: ['?'], message: 'shortcut_help' },
  { keys: ['Esc'], message: 'shortcut_escape' },
];

export interface ReaderVerbs {
  readonly root: RefObject<HTMLElement | null>;
  readonly session: Session;
  readonly entry: SavedEntry;
  readonly showHelp: () => void;
}

/** The keys of the reader tab. */
export function useReaderShortcuts({ root, session, entry, showHelp }: ReaderVerbs): void {
  const move = (by: 1 | -1) => () => root.current && moveInList(root.current, by);
  useShortcuts({
    s: () => void session.toggleSaved(),
    u: () => session.notices.current.value?.undo?.(),
    e: () => entry.summary.value && void entry.toggleArchived(),
    f: () => entry.summary.value && void entry.toggleFavourite(),
    n: () => openNote(root.current),
    j: move(1),
    k: move(-1),
    c: () => root.current && toggleInList(root.current),
    '/': () => root.current?.querySelector<HTMLElement>('[data-filter]')?.focus(),
    '?': showHelp,
  });
}

function openNote(root: HTMLElement | null): void {
  const note = root?.querySelector<HTMLElement>('[data-note]');
  if (note instanceof HTMLButtonElement) note.click();
  else note?.focus();
}
