import { collectBlob } from '../transfer/export/collect-blob.ts';
import { dayOf } from '../transfer/export/file-name.ts';
import { entriesOfList } from '../transfer/export/source.ts';
import type { StoredEntry } from '../transfer/export/types.ts';
import type { ArticleId, EntryRemoval } from '../types.ts';
import type { LibraryReader } from '../verbs.ts';
import { BackupFailure, orFail } from './errors.ts';
import { seal } from './sealed.ts';
import { compressed, encoded } from './streams.ts';
import { writeWhole } from './write-whole.ts';

/** How far a backup has come in a list: the next one may begin there. */
export interface BackupMark {
  /** Of the database: another one in its place begins anew. */
  readonly identity: string;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface BackupOrder {
  /** The mark of the last backup, for what changed since then; null for everything. */
  readonly since: BackupMark | null;
  /** Empty for a file that everybody can read. */
  readonly passphrase: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface MadeBackup {
  readonly name: string;
  readonly blob: Blob;
  readonly entries: number;
  readonly mark: BackupMark;
}

export interface Watching {
  readonly tell: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
}

type BackedUpList = Pick<
  LibraryReader,
  'changedSince' | 'summaries' | 'bodies' | 'images' | 'image' | 'tombstones' | 'count'
>;

const AT_ONCE = 200;

/** Writes the list, or what changed in it, into one file. Throws a `BackupFailure`. */
export async function makeBackup(
  list: BackedUpList,
  { since, passphrase, now }: BackupOrder,
  { tell, isCancelled }: Watching,
): Promise<MadeBackup> {
  const total = orFail(await list.count());
  const { identity } = orFail(await list.changedSince(0, 1));
  const isPartial = since !== null && since.identity === identity;
  const from = isPartial ? since.revision : 0;
  const removed: ArticleId[] = [];
  let revision = from;
  let entries = 0;

  async function* changed(): AsyncGenerator<StoredEntry> {
    for (let isMore = true; isMore; ) {
      const changes = orFail(await list.changedSince(revision, AT_ONCE));
      removed.push(...changes.removed);
      const ids = changes.changed.map(({ id }) => id);
      for await (const entry of entriesOfList(list, ids).entries()) {
        if (isCancelled()) throw new BackupFailure('cancelled');
        entries += 1;
        tell(entries, Math.max(entries, total));
        yield entry;
      }
      ({ revision, isMore } = changes);
    }
  }
  async function* removals(): AsyncGenerator<EntryRemoval> {
    for (let start = 0; start < removed.length; start += AT_ONCE) {
      yield* orFail(await list.tombstones(removed.slice(start, start + AT_ONCE)));
    }
  }
  const text = writeWhole(changed(), { now, since: from, removed: removals() });
  const packed = compressed(encoded(text));
  const blob = passphrase
    ? await collectBlob(seal(packed, passphrase), 'application/octet-stream')
    : await collectBlob(packed, 'application/gzip');
  return {
    name: backupName(now, isPartial, passphrase !== ''),
    blob,
    entries,
    mark: { identity, revision, at: now },
  };
}

/** Files of backups begin so, whichever kind they are. */
export const BACKUP_PREFIX = 'seidoku-backup-';

function backupName(now: number, isPartial: boolean, isSealed: boolean): string {
  const kind = isPartial ? '-changes' : '';
  return `${BACKUP_PREFIX}${dayOf(now)}${kind}${isSealed ? '.seidoku' : '.json.gz'}`;
}
