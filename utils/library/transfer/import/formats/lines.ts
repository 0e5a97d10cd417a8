import type { Entry, ImportKind, Read, TextStream } from '../types.ts';
import { anEntry } from '../types.ts';

/** Longer lines are no lines of a list. Characters. */
const MAX_LINE = 64_000;

/** A line of a list and what it says; null for lines that are none of it. */
export type LineFormat = {
  readonly kind: ImportKind;
  readonly entry: (line: string, row: number) => Entry | null;
};

/** The entries of a list with one link a line. */
export async function* readLines(text: TextStream, { entry }: LineFormat): AsyncGenerator<Read> {
  let row = 0;
  for await (const line of linesOf(text)) {
    row += 1;
    if (line === null) yield anEntry(row, { skip: 'damaged-row' });
    else {
      const read = line.trim() ? entry(line.trim(), row) : null;
      if (read) yield read;
    }
  }
}

/** The lines of a text; null for one that is longer than any. */
async function* linesOf(text: TextStream): AsyncGenerator<string | null> {
  let rest = '';
  let isTooLong = false;
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/u);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield isTooLong || line.length > MAX_LINE ? null : line;
      isTooLong = false;
    }
    if (rest.length > MAX_LINE) {
      isTooLong = true;
      rest = '';
    }
  }
  if (isTooLong) yield null;
  else if (rest.replace(/\r$/u, '')) yield rest.replace(/\r$/u, '');
}
