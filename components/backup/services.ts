import type { BackupError } from '../../utils/library/backup/errors.ts';
import type { BackupFolder } from '../../utils/library/backup/folder.ts';
import type { BackupPreview } from '../../utils/library/backup/inspect-backup.ts';
import type { RestoreReport } from '../../utils/library/backup/restore-backup.ts';
import type { Result } from '../../utils/result.ts';

export const BACKUP_KINDS = ['whole', 'changes'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

type Told = (done: number, total: number) => void;
type Answered<T> = Promise<Result<T, BackupError>>;

/** What the screens of backups can do that only an entrypoint knows how to. None of it rejects. */
export interface BackupServices {
  /** When the last backup was made that the reader was given, milliseconds since 1970; null for never. */
  lastAt(): Promise<number | null>;
  /** Makes a backup and hands it to the reader as a file. */
  make(
    kind: BackupKind,
    passphrase: string,
    tell: Told,
    signal: AbortSignal,
  ): Answered<{ readonly name: string }>;
  /** True for backups and exports of everything, sealed or not. */
  isBackup(file: Blob): Promise<boolean>;
  /** True for those that a passphrase opens. */
  isSealed(file: Blob): Promise<boolean>;
  inspect(file: Blob, passphrase: string, tell: Told, signal: AbortSignal): Answered<BackupPreview>;
  restore(
    file: Blob,
    passphrase: string,
    bringsBack: boolean,
    tell: Told,
    signal: AbortSignal,
  ): Answered<RestoreReport>;
  /** Null where the browser lets no page write to a folder. */
  readonly folder: FolderServices | null;
}

export interface FolderServices {
  current(): Promise<BackupFolder | null>;
  /** Null where the reader did not choose. */
  choose(): Promise<BackupFolder | null>;
  allow(): Promise<BackupFolder | null>;
  forget(): Promise<void>;
  /** Writes a backup there, where none was written today. */
  writeDaily(): Answered<null>;
}
