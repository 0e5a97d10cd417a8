import { articleIdOf } from '../article-id.ts';
import { parseSummary } from '../summary-schema.ts';
import type { WholeEntry } from '../transfer-types.ts';
import type { ArticleId, EntryRemoval } from '../types.ts';
import type { LibraryReader } from '../verbs.ts';
import { BackupFailure, orFail } from './errors.ts';
import type { Watching } from './make-backup.ts';
import { openBackup } from './open-file.ts';

/** What would become of an entry. */
export const ENTRY_FATES = ['new', 'newer', 'same', 'older', 'removed-here', 'odd'] as const;
export type EntryFate = (typeof ENTRY_FATES)[number];

/** What a backup holds, compared with the list as it is. */
export interface BackupPreview {
  /** When it was made; empty where it does not say. */
  readonly exportedAt: string;
  /** True where it holds only what changed after an earlier one. */
  readonly isPartial: boolean;
  readonly fates: Readonly<Record<EntryFate, number>>;
  /** Entries of the list that were removed later than they changed here. */
  readonly toRemove: number;
}

export type ReadList = Pick<LibraryReader, 'summaries' | 'tombstones'>;

const BATCH = 200;

/**
 * Reads a backup to its end without writing anything: only a file that is whole and unchanged passes. Throws a
 * `BackupFailure`.
 */
export async function inspectBackup(
  list: ReadList,
  file: Blob,
  passphrase: string,
  { tell, isCancelled }: Watching,
): Promise<BackupPreview> {
  const fates: Record<EntryFate, number> = {
    new: 0,
    newer: 0,
    same: 0,
    older: 0,
    'removed-here': 0,
    odd: 0,
  };
  let head = { exportedAt: '', since: 0 };
  let toRemove = 0;
  let read = 0;
  let entries: WholeEntry[] = [];
  let removals: EntryRemoval[] = [];

  const compare = async () => {
    for (const { fate } of await compareEntries(list, entries)) fates[fate] += 1;
    toRemove += await countOlder(list, removals);
    entries = [];
    removals = [];
  };
  const parts = openBackup(file, passphrase, (bytes) => {
    read += bytes;
    tell(read, file.size);
  });
  for await (const part of parts) {
    if (isCancelled()) throw new BackupFailure('cancelled');
    if (part.kind === 'head') head = part;
    if (part.kind === 'odd') fates.odd += 1;
    if (part.kind === 'removal') removals.push(part.removal);
    // What an entry holds beside its summary is not needed here, and may be large.
    if (part.kind === 'entry') entries.push({ summary: part.entry.summary });
    if (entries.length + removals.length >= BATCH) await compare();
  }
  await compare();
  return { exportedAt: head.exportedAt, isPartial: head.since > 0, fates, toRemove };
}

interface Compared {
  readonly entry: WholeEntry;
  readonly fate: EntryFate;
}

/** What would become of entries, in their order. */
export async function compareEntries(
  list: ReadList,
  entries: readonly WholeEntry[],
): Promise<readonly Compared[]> {
  const given = await Promise.all(
    entries.map(async (entry) => {
      const summary = parseSummary(entry.summary);
      return { entry, summary, id: summary && (await articleIdOf(summary.url)) };
    }),
  );
  const ids = given.flatMap(({ id }) => (id ? [id] : []));
  const here = new Map(orFail(await list.summaries(ids)).map(({ id, updatedAt }) => [id, updatedAt]));
  const removed = new Map(orFail(await list.tombstones(ids)).map(({ id, updatedAt }) => [id, updatedAt]));
  return given.map(({ entry, summary, id }) => ({
    entry,
    fate: summary && id ? fateOf(summary.updatedAt, here.get(id), removed.get(id)) : 'odd',
  }));
}

function fateOf(updatedAt: number, here: number | undefined, removed: number | undefined): EntryFate {
  if (here !== undefined) {
    if (here === updatedAt) return 'same';
    return here < updatedAt ? 'newer' : 'older';
  }
  return removed !== undefined && removed >= updatedAt ? 'removed-here' : 'new';
}

async function countOlder(list: ReadList, removals: readonly EntryRemoval[]): Promise<number> {
  const times = new Map<ArticleId, number>(removals.map(({ id, updatedAt }) => [id, updatedAt]));
  const here = orFail(await list.summaries([...times.keys()]));
  return here.filter(({ id, updatedAt }) => updatedAt < (times.get(id) ?? 0)).length;
}
