import { ok } from '../../../result.ts';
import type { ImportItem, ImportOutcome } from '../../transfer-types.ts';
import type { LibraryError } from '../../types.ts';
import type { Library } from '../../verbs.ts';
import { itemOf, type Linked, linkOf } from './item.ts';
import type { Watching } from './preview.ts';
import { type Found, readFile } from './read-file.ts';
import { type ImportReport, type Remark, type ReportRow, type ReportWords, ReportWriter } from './report.ts';
import type { BodyProblem, Flaw } from './types.ts';

/** So much is written in one transaction: entries, and characters of their texts. */
const BATCH = 500;
const MAX_BATCH = 2_000_000;

/** A row on its way; those without an item are in the report only. */
interface Pending {
  readonly row: Omit<ReportRow, 'result' | 'remarks'>;
  readonly item: ImportItem | null;
  readonly remarks: readonly Remark[];
}

/**
 * Takes files into the list, batch by batch: each is written as a whole or not at all, and what was written stays
 * when a later one fails or the reader stops it.
 */
export async function importFiles(
  files: readonly File[],
  library: Pick<Library, 'importItems'>,
  words: ReportWords,
  { tell, isCancelled }: Watching,
): Promise<ImportReport> {
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  const writer = new ReportWriter(words);
  const batch = new Batch(library, writer);
  let bytes = 0;
  let items = 0;
  for (const file of files) {
    for await (const found of readFile(file, (read) => {
      bytes += read;
    })) {
      if (isCancelled()) return writer.finish({ isCancelled: true, error: null });
      const error = await batch.add(found);
      if (error) return writer.finish({ isCancelled: false, error });
      items += 1;
      tell({ bytes, totalBytes, items });
    }
  }
  const error = await batch.write();
  return writer.finish({ isCancelled: false, error });
}

/** Rows that are written together. */
class Batch {
  private readonly library: Pick<Library, 'importItems'>;
  private readonly writer: ReportWriter;
  private pending: (Pending | Flaw)[] = [];
  private size = 0;

  constructor(library: Pick<Library, 'importItems'>, writer: ReportWriter) {
    this.library = library;
    this.writer = writer;
  }

  async add(found: Found): Promise<LibraryError | null> {
    const pending = 'flaw' in found ? found.flaw : pendingOf(found);
    this.pending.push(pending);
    if ('item' in pending) this.size += pending.item?.article?.html.length ?? 0;
    return this.pending.length < BATCH && this.size < MAX_BATCH ? null : this.write();
  }

  /** Writes what is pending and tells the report what became of it. */
  async write(): Promise<LibraryError | null> {
    const { pending } = this;
    this.pending = [];
    this.size = 0;
    const items = pending.flatMap((one) => ('item' in one && one.item ? [one.item] : []));
    const written = items.length > 0 ? await this.library.importItems(items) : ok([]);
    if (!written.ok) return written.error;
    const outcomes = [...written.value];
    for (const one of pending) {
      if ('problem' in one) {
        this.writer.addFlaw(one);
        continue;
      }
      const { row, item, remarks } = one;
      const outcome = item ? outcomes.shift() : undefined;
      this.writer.add({ ...row, ...resultOf(outcome, remarks) }, item?.article !== undefined);
    }
    return null;
  }
}

function pendingOf({ file, entry }: Exclude<Found, { flaw: unknown }>): Pending {
  const link = linkOf(entry);
  if (typeof link === 'string') {
    const row = { file, row: entry.row, title: entry.title.slice(0, 500), url: entry.url.slice(0, 2_000) };
    return { row, item: null, remarks: [{ about: 'row', reason: link }] };
  }
  const { item, bodyProblem } = itemOf(link, Date.now());
  return { row: rowOf(file, link), item, remarks: bodyRemarks(bodyProblem) };
}

function rowOf(file: string, { entry, url, title }: Linked): Pending['row'] {
  return { file, row: entry.row, title, url };
}

function bodyRemarks(problem: BodyProblem | null): readonly Remark[] {
  return problem ? [{ about: 'body', reason: problem }] : [];
}

function resultOf(
  outcome: ImportOutcome | undefined,
  remarks: readonly Remark[],
): Pick<ReportRow, 'result' | 'remarks'> {
  if (!outcome) return { result: 'skipped', remarks };
  if (outcome.kind === 'skipped') {
    return { result: 'skipped', remarks: [{ about: 'row', reason: outcome.reason }] };
  }
  const problems = outcome.problems.map((reason): Remark => ({ about: 'item', reason }));
  return { result: outcome.kind, remarks: [...remarks, ...problems] };
}
