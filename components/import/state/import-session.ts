import { type ReadonlySignal, signal } from '@preact/signals';
import type { Importer } from '../../../utils/library/transfer/import/client.ts';
import type { Preview, Progress } from '../../../utils/library/transfer/import/preview.ts';
import type { ImportReport, ReportWords } from '../../../utils/library/transfer/import/report.ts';
import type { LibraryError } from '../../../utils/library/types.ts';

/** The steps of an import. */
export type ImportState =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading'; readonly progress: Progress; readonly isStopping: boolean }
  /** A file of our own, whole or a backup: it is restored, not imported. */
  | { readonly kind: 'backup'; readonly file: File }
  | { readonly kind: 'preview'; readonly files: readonly File[]; readonly preview: Preview }
  | { readonly kind: 'writing'; readonly progress: Progress; readonly isStopping: boolean }
  | { readonly kind: 'done'; readonly report: ImportReport }
  | { readonly kind: 'failed'; readonly error: LibraryError };

export interface ImportSession {
  readonly state: ReadonlySignal<ImportState>;
  /** Looks into files; nothing is written. */
  choose(files: readonly File[]): Promise<void>;
  /** Takes in what was looked into. */
  start(words: ReportWords): Promise<void>;
  /** Stops what is under way; what was written stays. */
  stop(): void;
  /** Back to the choice of files. */
  again(): void;
}

const NOTHING_YET: Progress = { bytes: 0, totalBytes: 0, items: 0 };

/**
 * One import after the other on one screen.
 *
 * @param isBackup tells a file of our own from its beginning
 */
export function createImportSession(
  importer: Importer,
  isBackup: (file: File) => Promise<boolean> = async () => false,
): ImportSession {
  const state = signal<ImportState>({ kind: 'choosing' });
  const tell = (progress: Progress) => {
    const now = state.value;
    if (now.kind === 'reading' || now.kind === 'writing') state.value = { ...now, progress };
  };

  return {
    state,
    async choose(files) {
      const { kind } = state.value;
      if (files.length === 0 || kind === 'reading' || kind === 'writing') return;
      state.value = { kind: 'reading', progress: NOTHING_YET, isStopping: false };
      const [file] = files;
      if (file && files.length === 1 && (await isBackup(file))) {
        state.value = { kind: 'backup', file };
        return;
      }
      const previewed = await importer.preview(files, tell);
      if (!previewed.ok) state.value = { kind: 'failed', error: previewed.error };
      else if (!previewed.value) state.value = { kind: 'choosing' };
      else state.value = { kind: 'preview', files, preview: previewed.value };
    },
    async start(words) {
      if (state.value.kind !== 'preview') return;
      const { files } = state.value;
      state.value = { kind: 'writing', progress: NOTHING_YET, isStopping: false };
      const done = await importer.run(files, words, tell);
      state.value = done.ok ? { kind: 'done', report: done.value } : { kind: 'failed', error: done.error };
    },
    stop() {
      const now = state.value;
      if (now.kind !== 'reading' && now.kind !== 'writing') return;
      state.value = { ...now, isStopping: true };
      importer.cancel();
    },
    again() {
      state.value = { kind: 'choosing' };
    },
  };
}
