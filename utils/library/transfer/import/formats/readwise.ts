import type { TableFormat } from '../csv.ts';
import { anEntry } from '../types.ts';
import { momentOf, percentOf, stateOf } from '../values.ts';

/** Readwise Reader: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`. */
export const readwise: TableFormat = {
  kind: 'readwise',
  columns: ['title', 'url', 'documenttags', 'saveddate', 'location'],
  entry(cells, row) {
    const location = cells('location').trim().toLowerCase();
    // A share of one.
    const percent = percentOf(Number(cells('readingprogress')) * 100);
    return anEntry(row, {
      url: cells('url'),
      title: cells('title'),
      savedAt: momentOf(cells('saveddate')),
      tags: pythonTexts(cells('documenttags')),
      state: stateOf(location === 'archive', percent),
      percent,
      skip: location === 'feed' ? 'feed' : null,
    });
  },
};

/** One text of a Python list: in single or double quotes, with escapes. */
const PYTHON_TEXT = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gsu;
const ESCAPE = /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/gisu;
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** The texts of a list as Python writes it: `['a', "it's"]`. */
export function pythonTexts(literal: string): readonly string[] {
  return [...literal.matchAll(PYTHON_TEXT)].map(([, single, double]) =>
    (single ?? double ?? '').replace(
      ESCAPE,
      (_, byte?: string, short?: string, long?: string, own?: string) => {
        const code = byte ?? short ?? long;
        if (code === undefined) return CONTROLS[own ?? ''] ?? own ?? '';
        const point = Number.parseInt(code, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
      },
    ),
  );
}
