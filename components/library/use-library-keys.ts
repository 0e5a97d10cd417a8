import { useShortcuts } from '../use-shortcuts.ts';
import type { LibraryVerbs } from './use-library-verbs.ts';

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
