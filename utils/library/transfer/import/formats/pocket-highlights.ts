import { anEntry } from '../types.ts';
import { joinNotes, listOf, momentOf, recordOf, textOf } from '../values.ts';
import { hasEntryNames, type ListFormat } from './json-list.ts';

/** Pocket's `annotations/part_000000.json`: what was marked in articles, as notes on them. */
export const pocketHighlights: ListFormat = {
  kind: 'pocket-highlights',
  path: '$.*',
  matches: (shape) => shape.top === 'list' && hasEntryNames(shape, 2, 'url', 'highlights'),
  entry(said, row) {
    const highlights = listOf(said.highlights).map(recordOf);
    const moments = highlights.map(({ created_at }) => momentOf(created_at)).filter((time) => time !== null);
    return anEntry(row, {
      url: textOf(said.url),
      title: textOf(said.title),
      note: joinNotes(...highlights.map(({ quote }) => textOf(quote))),
      savedAt: moments.length > 0 ? Math.min(...moments) : null,
    });
  },
};
