import { headingOf, readTable, type TableFormat } from './csv.ts';
import { addresses } from './formats/addresses.ts';
import { readBookmarks } from './formats/bookmarks.ts';
import { instapaper } from './formats/instapaper.ts';
import { type ListFormat, readList } from './formats/json-list.ts';
import { isKarakeep, readKarakeep } from './formats/karakeep.ts';
import { type LineFormat, readLines } from './formats/lines.ts';
import { matter } from './formats/matter.ts';
import { omnivore } from './formats/omnivore.ts';
import { onetab } from './formats/onetab.ts';
import { isPocketCollection, readPocketCollection } from './formats/pocket-collection.ts';
import { pocketCsv } from './formats/pocket-csv.ts';
import { pocketHighlights } from './formats/pocket-highlights.ts';
import { readPocketHtml } from './formats/pocket-html.ts';
import { raindrop } from './formats/raindrop.ts';
import { readwise } from './formats/readwise.ts';
import { wallabag } from './formats/wallabag.ts';
import { jsonShape } from './json.ts';
import type { ImportKind, Read, TextStream } from './types.ts';

/** A kind of file that was recognised, and how it is read. */
export interface Format {
  readonly kind: ImportKind;
  readonly read: (text: TextStream) => AsyncGenerator<Read>;
}

const TABLES: readonly TableFormat[] = [pocketCsv, instapaper, readwise, raindrop, matter];
const LISTS: readonly ListFormat[] = [omnivore, wallabag, pocketHighlights];

const WEB_LINE = /^https?:\/\/\S/iu;
const ONETAB_LINE = /^\S+ \| /u;
/** So many lines tell a list of addresses. */
const LINES_LOOKED_AT = 200;
/** In a text that merely mentions links they are fewer lines than this share. */
const LEAST_LINKS = 0.3;

/**
 * What a text is, from its beginning alone: its name says nothing, since people rename files and browsers add to
 * names. Null where it is none of the kinds.
 */
export function detect(head: string): Format | null {
  const text = head.replace(/^[\ufeff\s]+/u, '');
  if (/^[[{]/u.test(text)) return detectJson(text);
  if (text.startsWith('<')) return detectHtml(text);
  return detectTable(text) ?? detectLines(text);
}

function detectJson(text: string): Format | null {
  const shape = jsonShape(text);
  if (!shape) return null;
  if (isKarakeep(shape)) return { kind: 'karakeep', read: readKarakeep };
  if (isPocketCollection(shape)) return { kind: 'pocket-collection', read: readPocketCollection };
  const format = LISTS.find(({ matches }) => matches(shape));
  return format ? { kind: format.kind, read: (stream) => readList(stream, format) } : null;
}

function detectHtml(text: string): Format | null {
  const isBookmarks = /<!doctype netscape-bookmark-file/iu.test(text) || /<dt>\s*<(?:a|h3)\b/iu.test(text);
  if (isBookmarks) return { kind: 'bookmarks', read: readBookmarks };
  const isExport = /<h1[^>]*>\s*(?:unread|read archive|archive)\s*<\/h1>\s*<[uo]l/iu.test(text);
  return isExport || /\btime_added="\d/u.test(text) ? { kind: 'pocket-html', read: readPocketHtml } : null;
}

function detectTable(text: string): Format | null {
  const heading = new Set(headingOf(text));
  const format = TABLES.find(({ columns }) => columns.every((column) => heading.has(column)));
  return format ? { kind: format.kind, read: (stream) => readTable(stream, format) } : null;
}

function detectLines(text: string): Format | null {
  const lines = text.split(/[\r\n]+/u, LINES_LOOKED_AT).map((line) => line.trim());
  const said = lines.filter((line) => line && !line.startsWith('#'));
  const links = said.filter((line) => WEB_LINE.test(line));
  if (links.length === 0 || links.length < said.length * LEAST_LINKS) return null;
  return ofLines(links.some((line) => ONETAB_LINE.test(line)) ? onetab : addresses);
}

function ofLines(format: LineFormat): Format {
  return { kind: format.kind, read: (stream) => readLines(stream, format) };
}
