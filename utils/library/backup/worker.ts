import { NO_CANARY } from '../canary.ts';
import { openLibrary } from '../open.ts';
import { relayedCanary } from '../relayed-canary.ts';
import type { Library } from '../verbs.ts';
import { backupError, orFail } from './errors.ts';
import { inspectBackup } from './inspect-backup.ts';
import { makeBackup, type Watching } from './make-backup.ts';
import type { BackupAnswer, BackupRequest, BackupResults } from './protocol.ts';
import { restoreBackup } from './restore-backup.ts';

/** How often a screen hears of progress. Milliseconds. */
const BEAT = 100;

/** Does what a page asks. Who does not want it any more ends the worker. */
export async function answerBackup(
  request: BackupRequest,
  post: (answer: BackupAnswer) => void,
): Promise<void> {
  try {
    post({ kind: 'done', value: await work(request, watching(post)) });
  } catch (thrown) {
    post({ kind: 'failed', error: backupError(thrown) });
  }
}

async function work(request: BackupRequest, watch: Watching): Promise<BackupResults[keyof BackupResults]> {
  // Whoever only looks has nothing to tell the canary.
  const canary = request.kind === 'restore' ? relayedCanary(request.canary) : NO_CANARY;
  const library = orFail(await openLibrary({ canary, isPrivate: request.isPrivate }));
  try {
    return await workWith(library, request, watch);
  } finally {
    library.close();
  }
}

function workWith(library: Library, request: BackupRequest, watch: Watching) {
  switch (request.kind) {
    case 'make':
      return makeBackup(library, request.order, watch);
    case 'inspect':
      return inspectBackup(library, request.file, request.passphrase, watch);
    case 'restore':
      return restoreBackup(library, request.order, watch);
  }
}

function watching(post: (answer: BackupAnswer) => void): Watching {
  let last = 0;
  return {
    tell(done, total) {
      const now = Date.now();
      if (now - last < BEAT) return;
      last = now;
      post({ kind: 'progress', done, total });
    },
    isCancelled: () => false,
  };
}
