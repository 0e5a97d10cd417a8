import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveFinder, type WorkerScope } from '../utils/library/finder/serve-finder.ts';

/** Runs in a worker of the page that lists articles: finding never holds the page up. */
export default defineUnlistedScript(() => serveFinder(globalThis as unknown as WorkerScope));
