import { err, ok, type Result } from '../../../result.ts';
import type { CanaryStore } from '../../canary.ts';
import { keepCanary } from '../../relayed-canary.ts';
import type { LibraryError, LibraryResult } from '../../types.ts';
import type { Preview, Progress } from './preview.ts';
import type { Answer, Request } from './protocol.ts';
import type { ImportReport, ReportWords } from './report.ts';

/** What a screen asks of imports. One thing at a time; none of it rejects. */
export interface Importer {
  /** Reads files without writing anything; null when it was cancelled. */
  preview(files: readonly File[], tell: (progress: Progress) => void): LibraryResult<Preview | null>;
  /** Takes files into the list. What was written stays, whatever comes later. */
  run(
    files: readonly File[],
    words: ReportWords,
    tell: (progress: Progress) => void,
  ): LibraryResult<ImportReport>;
  cancel(): void;
}

export interface ImporterParts {
  readonly start: () => Worker;
  readonly canary: CanaryStore;
  readonly isPrivate: boolean;
}

/** Imports through a worker that lives as long as there is something to do. */
export function createImporter({ start, canary, isPrivate }: ImporterParts): Importer {
  let worker: Worker | null = null;

  async function ask<T>(
    request: Request,
    tell: (progress: Progress) => void,
    read: (answer: Answer) => { readonly said: T } | null,
  ): LibraryResult<T> {
    const started = start();
    worker = started;
    const asked = new Promise<Result<T, LibraryError>>((resolve) => {
      started.onmessage = ({ data: answer }: MessageEvent<Answer>) => {
        const end = read(answer);
        if (end) resolve(ok(end.said));
        else if (answer.kind === 'failed') resolve(err(answer.error));
        else if (answer.kind === 'progress') tell(answer.progress);
      };
      started.onerror = ({ message }) => resolve(err({ kind: 'failed', details: message ?? '' }));
      started.onmessageerror = () => resolve(err({ kind: 'failed', details: '' }));
      started.postMessage(request, request.kind === 'import' ? [request.canary] : []);
    });
    const result = await asked;
    started.terminate();
    worker = null;
    return result;
  }

  return {
    preview: (files, tell) =>
      ask({ kind: 'preview', files, isPrivate }, tell, (answer) =>
        answer.kind === 'previewed' ? { said: answer.preview } : null,
      ),
    run(files, words, tell) {
      const { port1, port2 } = new MessageChannel();
      keepCanary(port1, canary);
      const asked = ask({ kind: 'import', files, words, isPrivate, canary: port2 }, tell, (answer) =>
        answer.kind === 'imported' ? { said: answer.report } : null,
      );
      return asked.finally(() => port1.close());
    },
    cancel: () => worker?.postMessage({ kind: 'cancel' } satisfies Request),
  };
}
