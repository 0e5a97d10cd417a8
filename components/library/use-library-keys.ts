import type { ShortcutRow } from '../ShortcutRows.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
import type { LibraryVerbs } from './use-library-verbs.ts';

export const LIBRARY_SHORTCUTS: readonly ShortcutRow[] = [
  { keys: ['j', 'k'], message: 'listKey_move' },
  { keys: ['o', 'Enter'], message: 'listKey_open' },
  { keys: ['e'], message: 'listKey_archive' },
  { keys: ['f'], message: 'listKey_favour' },
  { keys: ['t'], message: 'listKey_tag' },
  { keys: ['n'], message: 'listKey_note' },
  { keys: ['#'], message: 'listKey_remove' },
  { keys: ['x', 'X'], message: 'listKey_choose' },
  { keys: ['Ctrl+A'], message: 'listKey_choose_all' },
  { keys: ['u', 'Ctrl+Z'], message: 'listKey_undo' },
  { keys: ['/'], message: 'listKey_search' },
  { keys: ['?'], message: 'shortcut_help' },
  { keys: ['Esc'], message: 'listKey_escape' },
];

/** The keys of the library tab. */
export function useLibraryKeys(verbs: LibraryVerbs): void {
  useShortcuts({
    j: () => verbs.move(1),
    k: () => verbs.move(-1),
    o: verbs.open,
    e: verbs.archive,
    f: verbs.favour,
    t: verbs.openTags,
    n: verbs.openNote,
    '#': verbs.remove,
    x: () => verbs.choose(false),
    X: () => verbs.choose(true),
    u: verbs.undo,
    '/': verbs.search,
    '?': verbs.help,
    Escape: verbs.escape,
    'Mod+a': verbs.chooseAll,
    'Mod+z': verbs.undo,
  });
}
