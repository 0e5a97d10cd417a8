import { type JsonShape, jsonItems } from '../json.ts';
import type { Entry, ImportKind, Read, TextStream } from '../types.ts';
import { anEntry } from '../types.ts';
import { recordOf } from '../values.ts';

/** A kind of JSON list: how it is told from others, where its entries are and what one of them says. */
export interface ListFormat {
  readonly kind: ImportKind;
  readonly matches: (shape: JsonShape) => boolean;
  /** Such as `$.*`. */
  readonly path: string;
  readonly entry: (said: Readonly<Record<string, unknown>>, row: number) => Entry;
}

/** Whether a list's entries have at least so many of some names. */
export function hasEntryNames(shape: JsonShape, atLeast: number, ...names: readonly string[]): boolean {
  return names.filter((name) => shape.entryNames.has(name)).length >= atLeast;
}

/** The entries of a JSON list, one after the other. */
export async function* readList(text: TextStream, { path, entry }: ListFormat): AsyncGenerator<Read> {
  let row = 0;
  for await (const item of jsonItems(text, [path])) {
    if ('flaw' in item) yield { flaw: item.flaw, row };
    else {
      row += 1;
      const isRecord = typeof item.value === 'object' && item.value !== null && !Array.isArray(item.value);
      yield isRecord ? entry(recordOf(item.value), row) : anEntry(row, { skip: 'damaged-row' });
    }
  }
}
