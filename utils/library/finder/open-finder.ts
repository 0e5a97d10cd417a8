import { startFinder } from './start-finder.ts';
import type { Finder } from './types.ts';

/** Finding in a worker of this page (`entrypoints/finder.ts`), which starts with the first question. */
export function openFinder(): Finder {
  return startFinder(() => new Worker('/finder.js', { name: 'finder' }));
}
