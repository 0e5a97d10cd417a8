import { messageOf } from '../result.ts';

/** Why what is remembered cannot be had or kept. Message key `messageKey('memoryError', kind)`. */
export const MEMORY_ERRORS = [
  'private-window',
  'disk-full',
  'newer-version',
  'unavailable',
  'no-answer',
  'failed',
] as const;
export type MemoryErrorKind = (typeof MEMORY_ERRORS)[number];

export interface MemoryError {
  readonly kind: MemoryErrorKind;
  /** The machine's own words. */
  readonly details: string;
}

/** What is thrown by our own code to end work on the memory. */
export class MemoryFailure extends Error {
  readonly kind: MemoryErrorKind;

  constructor(kind: MemoryErrorKind) {
    super(kind);
    this.kind = kind;
  }
}

/** DOMException names, and the words by which browsers tell a full disk apart from other unknown errors. */
const KINDS_BY_NAME: Readonly<Record<string, MemoryErrorKind>> = {
  QuotaExceededError: 'disk-full',
  VersionError: 'newer-version',
  SecurityError: 'unavailable',
  NotAllowedError: 'unavailable',
};
const DISK_FULL = /no[_ ]?space|quota|disk (?:is )?full/iu;

/** Names what the database threw. */
export function memoryError(thrown: unknown): MemoryError {
  const details = messageOf(thrown);
  if (thrown instanceof MemoryFailure) return { kind: thrown.kind, details };
  if (DISK_FULL.test(details)) return { kind: 'disk-full', details };
  const { name = '' }: { readonly name?: string } = Object(thrown);
  return { kind: KINDS_BY_NAME[name] ?? 'failed', details };
}
