import { messageOf } from '../../../result.ts';
import { NO_CANARY } from '../../canary.ts';
import { openLibrary } from '../../open.ts';
import { relayedCanary } from '../../relayed-canary.ts';
import type { LibraryError } from '../../types.ts';
import type { Library } from '../../verbs.ts';
import { type Progress, previewFiles, type Watching } from './preview.ts';
import type { Answer, Request } from './protocol.ts';
import { importFiles } from './run.ts';

/** How often a screen hears of progress. Milliseconds. */
const BEAT = 100;

/** The side of a worker from which it talks to its page. */
export interface Port {
  post(answer: Answer): void;
  listen(heard: (request: Request) => void): void;
}

/** Previews and imports at the wish of a page, until that ends the worker. */
export function serveImports(port: Port): void {
  let isCancelled = false;
  port.listen((request) => {
    if (request.kind === 'cancel') {
      isCancelled = true;
      return;
    }
    isCancelled = false;
    const watching = { tell: inBeats(port), isCancelled: () => isCancelled };
    answer(request, watching).then(
      (said) => port.post(said),
      (thrown: unknown) => port.post(failed({ kind: 'failed', details: messageOf(thrown) })),
    );
  });
}

type Work = Exclude<Request, { kind: 'cancel' }>;

async function answer(request: Work, watching: Watching): Promise<Answer> {
  // Whoever only looks has nothing to tell the canary.
  const canary = request.kind === 'import' ? relayedCanary(request.canary) : NO_CANARY;
  const opened = await openLibrary({ canary, isPrivate: request.isPrivate });
  if (!opened.ok) return failed(opened.error);
  try {
    return await workWith(opened.value, request, watching);
  } finally {
    opened.value.close();
  }
}

async function workWith(library: Library, request: Work, watching: Watching): Promise<Answer> {
  if (request.kind === 'import') {
    const report = await importFiles(request.files, library, request.words, watching);
    return { kind: 'imported', report };
  }
  const previewed = await previewFiles(request.files, library, watching);
  return previewed.ok ? { kind: 'previewed', preview: previewed.value } : failed(previewed.error);
}

function failed(error: LibraryError): Answer {
  return { kind: 'failed', error };
}

/** Tells of progress now and then, however often there is some. */
function inBeats(port: Port): (progress: Progress) => void {
  let last = 0;
  return (progress) => {
    const now = Date.now();
    if (now - last < BEAT) return;
    last = now;
    port.post({ kind: 'progress', progress });
  };
}
