import type { BackupError } from './errors.ts';
import type { BackupPreview } from './inspect-backup.ts';
import type { BackupOrder, MadeBackup } from './make-backup.ts';
import type { RestoreOrder, RestoreReport } from './restore-backup.ts';

/** What a page asks of the worker that makes backups and reads them: one thing in its life. */
export type BackupRequest = { readonly isPrivate: boolean } & (
  | { readonly kind: 'make'; readonly order: BackupOrder }
  | { readonly kind: 'inspect'; readonly file: Blob; readonly passphrase: string }
  | {
      readonly kind: 'restore';
      readonly order: RestoreOrder;
      /** To the page, which keeps the canary: it lives where no worker can reach it. */
      readonly canary: MessagePort;
    }
);

/** What comes of each. */
export interface BackupResults {
  readonly make: MadeBackup;
  readonly inspect: BackupPreview;
  readonly restore: RestoreReport;
}

/** What the worker says; all but progress end what was asked. */
export type BackupAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly value: BackupResults[keyof BackupResults] }
  | { readonly kind: 'failed'; readonly error: BackupError };
