import type { ShortcutRow } from '../ShortcutRows.tsx';

/** The keys of the library tab. */
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
