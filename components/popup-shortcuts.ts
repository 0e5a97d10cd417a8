import type { ShortcutRow } from './ShortcutRows.tsx';

/** The keys of the popup. */
export const POPUP_SHORTCUTS: readonly ShortcutRow[] = [
  { keys: ['s'], message: 'shortcut_save' },
  { keys: ['u'], message: 'shortcut_undo' },
  { keys: ['o'], message: 'shortcut_open' },
  { keys: ['1', '2', '3'], message: 'shortcut_tabs' },
  { keys: ['j'], message: 'shortcut_next' },
  { keys: ['k'], message: 'shortcut_previous' },
  { keys: ['c'], message: 'shortcut_collapse' },
  { keys: ['/'], message: 'shortcut_filter' },
  { keys: ['?'], message: 'shortcut_help' },
  { keys: ['Esc'], message: 'shortcut_escape' },
];
