import Papa from 'papaparse';
import { inertLine, inertText } from '../../../text/inert.ts';
import type { SavedSummary } from '../../types.ts';
import type { Part } from './types.ts';

const COLUMNS = [
  'title',
  'url',
  'author',
  'site',
  'published',
  'saved',
  'state',
  'progress',
  'favourite',
  'tags',
  'note',
  'lang',
  'minutes',
] as const;

/** What a spreadsheet takes for the beginning of a formula, also behind spaces or in full-width signs. */
const FORMULA = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠|%\t\r\n]/u;

const PAPA = { newline: '\r\n', escapeFormulae: FORMULA } as const;

/** One row an entry. It begins with a byte order mark, without which spreadsheets read Japanese wrong. */
export async function* writeCsv(summaries: AsyncIterable<SavedSummary>): AsyncIterable<Part> {
  yield `\ufeff${Papa.unparse([[...COLUMNS]], PAPA)}\r\n`;
  for await (const summary of summaries) yield `${Papa.unparse([rowOf(summary)], PAPA)}\r\n`;
}

function rowOf(summary: SavedSummary): string[] {
  const row: Record<(typeof COLUMNS)[number], string> = {
    title: inertLine(summary.title),
    url: summary.url,
    author: inertLine(summary.author ?? ''),
    site: inertLine(summary.siteName ?? ''),
    published: summary.published ?? '',
    saved: isoTime(summary.savedAt),
    state: summary.state,
    progress: summary.place ? String(summary.place.percent) : '',
    favourite: summary.isFavourite ? 'yes' : 'no',
    // Commas stand in tags; as in Pocket's lists a bar is the least likely to.
    tags: summary.tags.map((tag) => inertLine(tag).replaceAll('|', '/')).join('|'),
    note: inertText(summary.note),
    lang: inertLine(summary.lang ?? ''),
    minutes: String(summary.readingMinutes),
  };
  return COLUMNS.map((column) => row[column]);
}

function isoTime(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
