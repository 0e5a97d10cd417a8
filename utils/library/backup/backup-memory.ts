import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { BackupMark } from './make-backup.ts';

/** What is remembered of backups, apart from the list: a list that is lost must not take it along. */
export interface BackupMemory {
  /** Where the last one came to that the reader was given, whole or not; null where there was none. */
  readonly last: BackupMark | null;
  /** When one was last written to the reader's folder; null for never. Always a whole one. */
  readonly folderAt: number | null;
  /** The last day, as milliseconds since 1970, on which the reader did not want to be reminded. */
  readonly dismissedAt: number;
}

const KEY = 'backup.memory';
const NOTHING: BackupMemory = { last: null, folderAt: null, dismissedAt: 0 };

const MEMORY = v.object({
  last: v.fallback(
    v.nullable(v.object({ identity: v.string(), revision: v.number(), at: v.number() })),
    null,
  ),
  folderAt: v.fallback(v.nullable(v.number()), null),
  dismissedAt: v.fallback(v.number(), 0),
});

export async function loadBackupMemory(): Promise<BackupMemory> {
  const stored = await browser.storage.local.get(KEY);
  const parsed = v.safeParse(MEMORY, stored[KEY]);
  return parsed.success ? parsed.output : NOTHING;
}

export async function changeBackupMemory(changes: Partial<BackupMemory>): Promise<BackupMemory> {
  const memory = { ...(await loadBackupMemory()), ...changes };
  await browser.storage.local.set({ [KEY]: memory });
  return memory;
}
