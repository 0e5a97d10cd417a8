import type { LibraryError } from '../../types.ts';
import type { Preview, Progress } from './preview.ts';
import type { ImportReport, ReportWords } from './report.ts';

/** What a page asks of the worker that imports. One thing at a time. */
export type Request =
  | { readonly kind: 'preview'; readonly files: readonly File[]; readonly isPrivate: boolean }
  | {
      readonly kind: 'import';
      readonly files: readonly File[];
      readonly isPrivate: boolean;
      readonly words: ReportWords;
      /** To the page, which keeps the canary: it lives where no worker can reach it. */
      readonly canary: MessagePort;
    }
  | { readonly kind: 'cancel' };

/** What the worker says. Of these the last three end what was asked. */
export type Answer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** Null when it was cancelled. */
  | { readonly kind: 'previewed'; readonly preview: Preview | null }
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'failed'; readonly error: LibraryError };
