// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { LibraryFailure, libraryError } from '../../utils/library/errors.ts';

describe('what databases throw', () => {
  it.each([
    [new DOMException('The quota has been exceeded.', 'QuotaExceededError'), 'disk-full'],
    [new DOMException('Encountered full disk', 'QuotaExceededError'), 'disk-full'],
    [new DOMException('Internal error: FILE_ERROR_NO_SPACE', 'UnknownError'), 'disk-full'],
    // What Chromium says where a large article does not fit.
    [new DOMException('Failed to write blobs (IOError)', 'DataError'), 'disk-full'],
    [new DOMException('The requested version (1) is less than (2).', 'VersionError'), 'newer-version'],
    [new DOMException('The database connection is closing.', 'InvalidStateError'), 'outdated'],
    [new DOMException('The operation is insecure.', 'SecurityError'), 'unavailable'],
    [new LibraryFailure('blocked'), 'blocked'],
    [new Error('anything else'), 'failed'],
    ['not even an error', 'failed'],
  ])('%s is named: %s', (thrown, kind) => {
    expect(libraryError(thrown).kind).toBe(kind);
  });

  it('keeps the words of the browser, and the name that fits where it gave none', () => {
    const error = libraryError(new Error('no backing store'), 'unavailable');
    expect(error).toEqual({ kind: 'unavailable', details: 'no backing store' });
  });
});
