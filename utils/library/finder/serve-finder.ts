import type { Result } from '../../result.ts';
import { NO_CANARY } from '../canary.ts';
import { openLibrary } from '../open.ts';
import type { LibraryError, LibraryResult } from '../types.ts';
import type { LibraryReader } from '../verbs.ts';
import { createFinder } from './finder.ts';
import type { IndexSource } from './index/catch-up.ts';
import type { FinderAnswer, FinderCall } from './messages.ts';

/** Only one worker writes the index at a time, whatever pages are open. */
const LOCK = 'seidoku.search';

/** What a dedicated worker has; its types are those of a page here. */
export interface WorkerScope {
  postMessage(message: FinderAnswer, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FinderCall>) => void): void;
}

/** Answers the calls of the page that started this worker. */
export function serveFinder(scope: WorkerScope): void {
  const finder = createFinder({
    source: librarySource(),
    alone: (work) => navigator.locks.request(LOCK, work),
    learned: () => scope.postMessage({ verb: 'learned' }),
  });
  scope.addEventListener('message', ({ data }) => {
    void answer(data);
  });

  async function answer(asked: FinderCall): Promise<void> {
    const { call } = asked;
    if (asked.verb === 'hits') {
      scope.postMessage({ call, verb: 'hits', result: await finder.hits(asked.query, asked.ids) });
      return;
    }
    const result = await finder.find(asked.query);
    scope.postMessage({ call, verb: 'find', result }, result.ok ? [result.value.ids.buffer] : []);
  }
}

/** The library, opened when it is first asked, and again after it had to be closed. */
function librarySource(): IndexSource {
  let opening: ReturnType<typeof openLibrary> | null = null;
  async function withReader<T>(work: (library: LibraryReader) => LibraryResult<T>): LibraryResult<T> {
    opening ??= openLibrary({ canary: NO_CANARY, isPrivate: false });
    const opened = await opening;
    const result: Result<T, LibraryError> = opened.ok ? await work(opened.value) : opened;
    if (!result.ok) opening = null;
    return result;
  }
  return {
    changedSince: (revision, limit) => withReader((library) => library.changedSince(revision, limit)),
    bodies: (ids) => withReader((library) => library.bodies(ids)),
    summaries: (ids) => withReader((library) => library.summaries(ids)),
  };
}
