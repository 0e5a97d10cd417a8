import type { ChangeKey } from './types.ts';

/** A key for a change that is about to be asked for. */
export function newChangeKey(): ChangeKey {
  return crypto.randomUUID();
}
