import { err, messageOf, type Result } from '../result.ts';
import type { LibraryError, LibraryErrorKind } from './types.ts';

/** DOMException names, and the words by which browsers tell a full disk apart from other unknown errors. */
const KINDS_BY_NAME: Readonly<Record<string, LibraryErrorKind>> = {
  QuotaExceededError: 'disk-full',
  VersionError: 'newer-version',
  InvalidStateError: 'outdated',
  SecurityError: 'unavailable',
  NotAllowedError: 'unavailable',
};
const DISK_FULL = /no[_ ]?space|quota|disk (?:is )?full|file_error_no_space|failed to write blobs/iu;

/** What is thrown by our own code to end a transaction with an error of the library. */
export class LibraryFailure extends Error {
  readonly kind: LibraryErrorKind;

  constructor(kind: LibraryErrorKind, details = '') {
    super(details || kind);
    this.kind = kind;
  }
}

export function failure(kind: LibraryErrorKind, details = ''): Result<never, LibraryError> {
  return err({ kind, details });
}

/** Names what the database threw. */
export function libraryError(thrown: unknown, otherwise: LibraryErrorKind = 'failed'): LibraryError {
  if (thrown instanceof LibraryFailure) return { kind: thrown.kind, details: thrown.message };
  const details = messageOf(thrown);
  if (DISK_FULL.test(details)) return { kind: 'disk-full', details };
  const name = thrown instanceof Error ? thrown.name : '';
  return { kind: KINDS_BY_NAME[name] ?? otherwise, details };
}
