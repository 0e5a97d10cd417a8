import type { WholeEntry } from '../transfer-types.ts';
import type { EntryRemoval } from '../types.ts';
import type { Library } from '../verbs.ts';
import { BackupFailure, orFail } from './errors.ts';
import { compareEntries, type ReadList } from './inspect-backup.ts';
import type { Watching } from './make-backup.ts';
import { openBackup } from './open-file.ts';

export interface RestoreOrder {
  readonly file: Blob;
  readonly passphrase: string;
  /** Entries that were removed here after they last changed come back. */
  readonly bringsBack: boolean;
}

/** What became of the entries of a backup. */
export interface RestoreReport {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Entries that are none. */
  readonly refused: number;
}

/** So much is written in one transaction: entries, and bytes of their images. */
const BATCH = 100;
const MAX_BYTES = 16_000_000;

/**
 * Merges a backup into the list: of two states of an entry the newer stays. To be called for a file that
 * `inspectBackup` has read to its end; done twice it does nothing more. Each batch is written as a whole or not at
 * all. Throws a `BackupFailure`.
 */
export async function restoreBackup(
  list: ReadList & Pick<Library, 'putWhole' | 'removeOlder'>,
  { file, passphrase, bringsBack }: RestoreOrder,
  { tell, isCancelled }: Watching,
): Promise<RestoreReport> {
  const report = { added: 0, updated: 0, removed: 0, unchanged: 0, refused: 0 };
  let read = 0;
  let entries: WholeEntry[] = [];
  let removals: EntryRemoval[] = [];
  let bytes = 0;

  const write = async () => {
    const compared = await compareEntries(list, entries);
    const wanted = compared.filter(({ fate }) => bringsBack || fate !== 'removed-here');
    report.unchanged += compared.length - wanted.length;
    for (const outcome of orFail(await list.putWhole(wanted.map(({ entry }) => entry)))) {
      if (outcome.kind === 'skipped') report.refused += 1;
      else if (outcome.kind === 'added') report.added += 1;
      else if (outcome.kind === 'merged') report.updated += 1;
      else report.unchanged += 1;
    }
    report.removed += orFail(await list.removeOlder(removals)).length;
    entries = [];
    removals = [];
    bytes = 0;
  };

  const parts = openBackup(file, passphrase, (more) => {
    read += more;
    tell(read, file.size);
  });
  for await (const part of parts) {
    if (isCancelled()) throw new BackupFailure('cancelled');
    if (part.kind === 'odd') report.refused += 1;
    if (part.kind === 'removal') removals.push(part.removal);
    if (part.kind === 'entry') {
      entries.push(part.entry);
      bytes += part.entry.images?.reduce((sum, image) => sum + image.bytes.byteLength, 0) ?? 0;
    }
    if (entries.length + removals.length >= BATCH || bytes > MAX_BYTES) await write();
  }
  await write();
  return report;
}
