import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';

/** A file to import: what it shows, and what writes it. */
export interface Case {
  readonly name: string;
  readonly file: string;
  readonly write: (path: string) => Promise<void>;
}

const POCKET = 'title,url,time_added,tags,status\n';
const MEGABYTE = 1_000_000;
const WORDS =
  'boat ferry canal lock harbour tide mast anchor river quay slow north late quiet 船 運河 港 島'.split(' ');

/** Files that people have, and files that would take all memory if they were believed. */
export const CASES: readonly Case[] = [
  { name: '30,000 rows of Pocket', file: 'pocket.zip', write: (path) => writeZip(path, pocketParts(30_000)) },
  {
    name: '1,500 articles of Omnivore',
    file: 'omnivore.zip',
    write: (path) => writeZip(path, omnivore(1_500)),
  },
  {
    name: '600 MB in a zip of 600 kB',
    file: 'bomb.zip',
    write: (path) => writeZip(path, [['bomb.csv', bomb(600)]]),
  },
  {
    name: 'a table of 2,000,000 columns',
    file: 'columns.csv',
    write: (path) => writeText(path, columns(2_000_000)),
  },
  { name: 'a row of 300 MB', file: 'row.csv', write: (path) => writeText(path, longRow(300)) },
  {
    name: 'JSON nested 5,000,000 levels',
    file: 'deep.json',
    write: (path) => writeText(path, deep(5_000_000)),
  },
  { name: 'a text of 300 MB in JSON', file: 'text.json', write: (path) => writeText(path, longText(300)) },
  {
    name: 'a bookmark of 300 MB',
    file: 'bookmark.html',
    write: (path) => writeText(path, longBookmark(300)),
  },
  { name: 'articles at the limit', file: 'limit.json', write: (path) => writeText(path, atLimit(12)) },
];

/** Where a case's file lies in a folder. */
export function pathOf(folder: string, { file }: Case): string {
  return join(folder, file);
}

type Parts = Iterable<readonly [name: string, text: Iterable<string>]>;

function* pocketParts(rows: number): Generator<readonly [string, Iterable<string>]> {
  const perPart = 10_000;
  for (let start = 0; start < rows; start += perPart) {
    const name = `part_${String(start / perPart).padStart(6, '0')}.csv`;
    yield [name, pocketRows(start, Math.min(rows, start + perPart))];
  }
}

function* pocketRows(start: number, end: number): Generator<string> {
  yield POCKET;
  for (let row = start; row < end; row += 1) {
    const title = sentence(row, 8);
    yield `"${title}",https://${WORDS[row % 14]}.example/${row},${1_400_000_000 + row},${WORDS[row % 7]}|slow travel,unread\n`;
  }
}

function* omnivore(count: number): Generator<readonly [string, Iterable<string>]> {
  for (let start = 0; start < count; start += 20) {
    const items = Array.from({ length: Math.min(20, count - start) }, (_, index) =>
      omnivoreItem(start + index),
    );
    yield [`metadata_${start}_to_${start + items.length}.json`, [JSON.stringify(items)]];
  }
  for (let item = 0; item < count; item += 1) yield [`content/article-${item}.html`, article(item, 100_000)];
}

function omnivoreItem(number: number) {
  return {
    id: String(number),
    slug: `article-${number}`,
    title: sentence(number, 6),
    url: `https://boats.example/articles/${number}`,
    state: 'Active',
    readingProgress: 0,
    labels: ['boats'],
    savedAt: '2024-01-02T03:04:05.678Z',
    updatedAt: '2024-01-02T03:04:05.678Z',
    publishedAt: null,
  };
}

function* article(number: number, length: number): Generator<string> {
  let written = 0;
  for (let paragraph = 0; written < length; paragraph += 1) {
    const text = `<p>${sentence(number * 7919 + paragraph, 60)}</p>\n`;
    written += text.length;
    yield text;
  }
}

function* bomb(megabytes: number): Generator<string> {
  yield POCKET;
  for (let count = 0; count < megabytes; count += 1) yield 'x'.repeat(MEGABYTE);
}

function* columns(count: number): Generator<string> {
  for (const cell of ['column,', 'value,']) {
    for (let written = 0; written < count; written += 10_000) yield cell.repeat(10_000);
    yield '\n';
  }
}

function* longRow(megabytes: number): Generator<string> {
  yield `${POCKET}A,https://a.example/,1,,unread\n"`;
  for (let count = 0; count < megabytes; count += 1) yield 'word '.repeat(MEGABYTE / 5);
  yield '\nB,https://b.example/,1,,unread\n';
}

function* deep(levels: number): Generator<string> {
  yield '[{"slug":"a","url":"https://a.example/","title":"A","state":"Active","labels":[],"savedAt":"2024-01-02T03:04:05Z","readingProgress":0,"more":';
  for (let level = 0; level < levels; level += 10_000) yield '['.repeat(10_000);
  for (let level = 0; level < levels; level += 10_000) yield ']'.repeat(10_000);
  yield '}]';
}

function* longText(megabytes: number): Generator<string> {
  yield `[${wallabagStart(0)}`;
  for (let count = 0; count < megabytes; count += 1) yield 'word '.repeat(MEGABYTE / 5);
  yield '"}]';
}

/** Bodies as long and with as many parts as they may have. */
function* atLimit(count: number): Generator<string> {
  for (let item = 0; item < count; item += 1) {
    yield `${item === 0 ? '[' : ','}${wallabagStart(item)}`;
    for (let paragraph = 0; paragraph < 24_000; paragraph += 1)
      yield `<p>${sentence(item + paragraph, 12)} <b>x</b></p>`;
    yield '"}';
  }
  yield ']';
}

function wallabagStart(number: number): string {
  return `{"is_archived":0,"is_starred":0,"url":"https://limit.example/${number}","given_url":"x","title":"A","content":"`;
}

function* longBookmark(megabytes: number): Generator<string> {
  yield '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF="https://a.example/">A</A><DT><A HREF="https://b.example/" ICON="data:';
  for (let count = 0; count < megabytes; count += 1) yield 'A'.repeat(MEGABYTE);
  yield '">B</A></DL>';
}

/** Words in an order that the number decides. */
function sentence(seed: number, words: number): string {
  let state = (seed * 2_654_435_761) >>> 0;
  const chosen: string[] = [];
  for (let word = 0; word < words; word += 1) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    chosen.push(`${WORDS[(state >>> 16) % WORDS.length]}${(state >>> 8) % 97}`);
  }
  return chosen.join(' ');
}

async function writeText(path: string, pieces: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path);
  for (const piece of pieces) {
    if (!stream.write(piece)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

async function writeZip(path: string, parts: Parts): Promise<void> {
  const stream = createWriteStream(path);
  const encoder = new TextEncoder();
  const zip = new Zip((_error, data) => stream.write(data));
  for (const [name, text] of parts) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    for (const piece of text) file.push(encoder.encode(piece));
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  stream.end();
  await once(stream, 'finish');
}
