import type { LibraryError } from '../types.ts';

/** Why a backup could not be made or read; the list is as it was. Message key: `messageKey('backupError', kind)`. */
export const BACKUP_ERROR_KINDS = [
  /** A file of something else. */
  'foreign',
  /** A newer Seidoku wrote it. */
  'newer',
  /** It ends in the middle: copied in part, or written to a full disk. */
  'truncated',
  /** Some of it was changed since it was written. */
  'damaged',
  /** One entry is larger than any that was ever written. */
  'too-large',
  'needs-passphrase',
  'wrong-passphrase',
  /** The browser could not read the file from the disk. */
  'unreadable',
  'cancelled',
  /** The reading list gave or took nothing. */
  'list-failed',
  'failed',
] as const;
export type BackupErrorKind = (typeof BACKUP_ERROR_KINDS)[number];

export interface BackupError {
  readonly kind: BackupErrorKind;
  /** The browser's own words; empty when it said nothing. */
  readonly details: string;
}

/** Ends the reading or writing of a backup with an error that a screen can show. */
export class BackupFailure extends Error {
  readonly kind: BackupErrorKind;

  constructor(kind: BackupErrorKind, details = '') {
    super(details || kind);
    this.kind = kind;
  }
}

/** Names what was thrown while a backup was made or read. */
export function backupError(thrown: unknown): BackupError {
  if (thrown instanceof BackupFailure) return { kind: thrown.kind, details: thrown.message };
  const details = thrown instanceof Error ? thrown.message : String(thrown);
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  if (name === 'NotReadableError' || name === 'NotFoundError') return { kind: 'unreadable', details };
  return { kind: 'failed', details };
}

/** The value of a verb of the list, or the end of the work. */
export function orFail<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: LibraryError },
): T {
  if (result.ok) return result.value;
  throw new BackupFailure('list-failed', result.error.details || result.error.kind);
}
