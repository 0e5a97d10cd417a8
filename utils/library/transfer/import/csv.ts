import Papa from 'papaparse';
import type { Entry, ImportKind, Read, TextStream } from './types.ts';
import { anEntry } from './types.ts';

/** A kind of table: what its columns are called and what a row of it says. */
export interface TableFormat {
  readonly kind: ImportKind;
  /** Names that its heading must have, folded by `columnKey`. */
  readonly columns: readonly string[];
  readonly entry: (cells: Cells, row: number) => Entry;
}

/** The cell in a column; empty where the table has no such column or the row is too short for it. */
export type Cells = (column: string) => string;

/** Longer rows are no rows: a quote that is never closed swallows all that follows. Characters. */
const MAX_ROW = 1_000_000;
/** The heading is never longer. Characters. */
const MAX_HEADING = 64_000;
/** More columns than any list has. */
const MAX_COLUMNS = 1_000;
/** So much is parsed again to step over damaged rows; a table that needs more is none. Characters. */
const MAX_SPENT = 30_000_000;

/** Columns are found by their names, whatever their case, spaces and order. */
export function columnKey(name: string): string {
  return name
    .replace(/^\ufeff/u, '')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
}

/** The names in the first row of a table, folded; null where there are more than any list has. */
export function headingOf(head: string): readonly string[] | null {
  const text = head.replace(/^[\ufeff\s]+/u, '');
  const [row] = rowsOf(text.slice(0, MAX_HEADING), false).rows;
  return row && row.length <= MAX_COLUMNS ? row.map(columnKey) : null;
}

/** The entries of a table, row by row. A row that makes no sense is told and stepped over. */
export async function* readTable(text: TextStream, format: TableFormat): AsyncGenerator<Read> {
  let columns: ReadonlyMap<string, number> | null = null;
  let number = 0;
  for await (const cells of rowsIn(text)) {
    if (cells === 'damaged') yield anEntry(++number, { skip: 'damaged-row' });
    else if (cells === 'hopeless') yield { flaw: 'damaged', row: number };
    else if (cells.length > 1 || cells[0]?.trim()) {
      number += 1;
      if (!columns) columns = columnsOf(cells);
      else if (cells.length > MAX_COLUMNS) yield anEntry(number, { skip: 'damaged-row' });
      else yield format.entry(cellsBy(columns, cells), number);
    }
  }
}

function columnsOf(heading: readonly string[]): ReadonlyMap<string, number> {
  // The first of two columns with one name counts.
  return new Map(heading.map((name, index) => [columnKey(name), index] as const).reverse());
}

function cellsBy(columns: ReadonlyMap<string, number>, cells: readonly string[]): Cells {
  return (column) => cells[columns.get(column) ?? -1] ?? '';
}

type Row = readonly string[] | 'damaged' | 'hopeless';

/** The rows of a text; what is left over at the end of a piece waits for the next one. */
async function* rowsIn(text: TextStream): AsyncGenerator<Row> {
  const buffer = new RowBuffer();
  for await (const piece of text) {
    buffer.add(piece);
    yield* buffer.rows(true);
    if (buffer.isHopeless) return;
  }
  yield* buffer.rows(false);
}

/** Text that waits to be parsed, and what it takes to step over damaged rows. */
class RowBuffer {
  isHopeless = false;
  private rest = '';
  private hasBegun = false;
  /** True while the end of a damaged line is still to come. */
  private isWithinLine = false;
  /** Characters that had to be parsed again. */
  private spent = 0;

  add(piece: string): void {
    this.rest += this.hasBegun ? piece : piece.replace(/^[\ufeff\s]+/u, '');
    this.hasBegun ||= this.rest !== '';
    if (this.isWithinLine) this.dropLine(0);
  }

  /** The rows that are whole by now. */
  *rows(isMoreToCome: boolean): Generator<Row> {
    while (this.rest && !this.isHopeless) {
      const { rows, length, damagedAt } = rowsOf(this.rest, isMoreToCome);
      yield* rows;
      if (damagedAt !== null) yield* this.stepOver(damagedAt);
      else {
        this.rest = this.rest.slice(length);
        // Longer than any row: some quote in it is not closed.
        if (this.rest.length <= MAX_ROW) return;
        yield* this.stepOver(0);
      }
    }
  }

  private *stepOver(at: number): Generator<Row> {
    yield 'damaged';
    this.spent += this.rest.length;
    this.dropLine(at);
    this.isHopeless = this.spent > MAX_SPENT;
    if (this.isHopeless) yield 'hopeless';
  }

  /** Goes on behind the line in which a place is, wherever that ends. */
  private dropLine(at: number): void {
    const line = this.rest.slice(at);
    const end = line.search(/[\r\n]/u);
    this.isWithinLine = end < 0;
    this.rest = end < 0 ? '' : line.slice(end + 1);
  }
}

interface Rows {
  /** Whole and in order, up to the first that is damaged. */
  readonly rows: readonly (readonly string[])[];
  /** How much of the text they take, where none is damaged. */
  readonly length: number;
  /** Where the first damaged row has the quote that it lacks the end of. */
  readonly damagedAt: number | null;
}

function rowsOf(text: string, isMoreToCome: boolean): Rows {
  // Half of a line break at the end of a piece would look like one.
  const newline = text.includes('\n') || isMoreToCome ? '\n' : '\r';
  const parser = new Papa.Parser({ delimiter: ',', newline });
  const { data, errors, meta } = parser.parse(text, 0, isMoreToCome) as Papa.ParseResult<string[]>;
  // Stray quotes within a line do no harm; where a field goes on over lines with them, it has eaten other rows.
  const damage = errors.find(
    ({ code, row }) =>
      code === 'MissingQuotes' || data[row ?? -1]?.some((cell) => /[\r\n]/u.test(cell.trim())),
  );
  return {
    rows: data.slice(0, damage?.row).map(withoutReturn),
    length: meta.cursor,
    damagedAt: damage ? (damage.index ?? 0) : null,
  };
}

/** Lines may end in two characters, of which the last cell has one. */
function withoutReturn(row: readonly string[]): readonly string[] {
  const last = row.at(-1);
  return last?.endsWith('\r') ? [...row.slice(0, -1), last.slice(0, -1)] : row;
}
