import Papa from 'papaparse';
import type { ImportProblem } from '../../transfer-types.ts';
import type { LibraryError } from '../../types.ts';
import type { BodyProblem, FileProblem, Flaw, RowReason } from './types.ts';

/** So many rows of each result are shown; the file has them all. */
const SHOWN_ROWS = 200;
/** So many rows are turned into text at once. */
const PIECE = 1_000;

export const ROW_RESULTS = ['added', 'merged', 'unchanged', 'skipped'] as const;
/** Message key: `messageKey('importResult', result)`. */
export type RowResult = (typeof ROW_RESULTS)[number];

/** Why a row was left out, or what of it was. */
export type Remark =
  | { readonly about: 'row'; readonly reason: RowReason }
  | { readonly about: 'body'; readonly reason: BodyProblem }
  | { readonly about: 'item'; readonly reason: ImportProblem };

/** What became of one row. */
export interface ReportRow {
  readonly file: string;
  readonly row: number;
  readonly title: string;
  readonly url: string;
  readonly result: RowResult;
  readonly remarks: readonly Remark[];
}

/** What became of the rows of some files. */
export interface ImportReport {
  readonly counts: Readonly<Record<RowResult, number>>;
  /** Rows of which something was left out although they were taken in. */
  readonly remarked: number;
  /** How many came with their text. */
  readonly withBody: number;
  /** The first rows of each result. */
  readonly rows: readonly ReportRow[];
  readonly flaws: readonly Flaw[];
  /** Every row and every problem, as a table. */
  readonly table: Blob;
  /** Whether the reader stopped it; what was written until then stays. */
  readonly isCancelled: boolean;
  /** Why it ended early; what was written until then stays. */
  readonly error: LibraryError | null;
}

/** The words of the table, in the reader's language. */
export interface ReportWords {
  readonly heading: readonly string[];
  readonly results: Readonly<Record<RowResult, string>>;
  readonly flaw: string;
  readonly rows: Readonly<Record<RowReason, string>>;
  readonly bodies: Readonly<Record<BodyProblem, string>>;
  readonly items: Readonly<Record<ImportProblem, string>>;
  readonly files: Readonly<Record<FileProblem, string>>;
}

/** Puts a report together row by row; only what is shown stays in memory as it is. */
export class ReportWriter {
  private readonly words: ReportWords;
  private readonly counts: Record<RowResult, number> = { added: 0, merged: 0, unchanged: 0, skipped: 0 };
  private readonly shown: ReportRow[] = [];
  /** How many rows there are of each result, with and without remarks. */
  private readonly shownOf = new Map<string, number>();
  private readonly flaws: Flaw[] = [];
  private readonly parts: Blob[] = [];
  private lines: string[][] = [];
  private remarked = 0;
  private withBody = 0;

  constructor(words: ReportWords) {
    this.words = words;
    this.lines.push([...words.heading]);
  }

  add(row: ReportRow, hasBody: boolean): void {
    this.counts[row.result] += 1;
    if (row.result !== 'skipped' && row.remarks.length > 0) this.remarked += 1;
    if (hasBody) this.withBody += 1;
    if (this.isToBeShown(row)) this.shown.push(row);
    const { results } = this.words;
    const remarks = row.remarks.map((remark) => this.wordsOf(remark)).join(' ');
    this.write([row.file, String(row.row), row.title, row.url, results[row.result], remarks]);
  }

  addFlaw(flaw: Flaw): void {
    if (this.flaws.length < SHOWN_ROWS) this.flaws.push(flaw);
    const { flaw: result, files } = this.words;
    this.write([flaw.file, flaw.row === null ? '' : String(flaw.row), '', '', result, files[flaw.problem]]);
  }

  finish(end: Pick<ImportReport, 'isCancelled' | 'error'>): ImportReport {
    this.flush();
    const { counts, remarked, withBody, shown: rows, flaws } = this;
    // Spreadsheets tell by the mark that it is UTF-8.
    const table = new Blob(['\ufeff', ...this.parts], { type: 'text/csv;charset=utf-8' });
    return { counts, remarked, withBody, rows, flaws, table, ...end };
  }

  private isToBeShown({ result, remarks }: ReportRow): boolean {
    const group = `${result} ${remarks.length > 0}`;
    const others = this.shownOf.get(group) ?? 0;
    this.shownOf.set(group, others + 1);
    return others < SHOWN_ROWS;
  }

  private wordsOf({ about, reason }: Remark): string {
    const { rows, bodies, items } = this.words;
    if (about === 'row') return rows[reason];
    return about === 'body' ? bodies[reason] : items[reason];
  }

  private write(line: string[]): void {
    this.lines.push(line);
    if (this.lines.length >= PIECE) this.flush();
  }

  private flush(): void {
    if (this.lines.length === 0) return;
    // A cell that begins like a formula would be one in a spreadsheet.
    const text = Papa.unparse(this.lines, { newline: '\r\n', escapeFormulae: true });
    this.parts.push(new Blob([text, '\r\n']));
    this.lines = [];
  }
}
