import { tidyLine } from '../../text/normalise.ts';
import type { Source } from '../types.ts';
import { readByline } from './byline.ts';
import { labelKind } from './vocabulary.ts';

/** A comment that a page without markup shows. */
export interface PlainComment {
  readonly author: string | null;
  readonly date: { shown: string; iso: string | null } | null;
  readonly title: string | null;
  readonly text: string;
}

const HOME = '(?:ホーム|トップ(?:ページ)?|top|home|main)';
/** The pager that ends a blog page: "| ホーム |", "« prev | TOP | next »" with empty ends. */
const END_PAGER = new RegExp(`^[|│｜\\s]*${HOME}[|│｜\\s]*$`, 'iu');

/**
 * Reads the comments of a text document and takes its lines about them away. After a heading such as コメント
 * stand titles and bodies; a scraper may have torn the bodies away to the document's end, after the last pager:
 * then the first title belongs to the first body.
 */
export function takePlainComments(source: Source): PlainComment[] {
  const holder = source.body.querySelector('pre') ?? source.body;
  const lines = (holder.textContent ?? '').split('\n');
  const start = headingIndex(lines);
  if (start < 0) return [];
  const rest = lines.slice(start);
  const tail = tailOf(rest);
  const section = rest.slice(1, tail.section).filter((line) => tidyLine(line));
  const torn = rest.slice(tail.torn).filter((line) => tidyLine(line));
  for (const line of rest.slice(0, tail.torn)) note(source, line);
  holder.textContent = lines.slice(0, start).join('\n');
  return torn.length > 0 ? joinTorn(section, torn) : readRun(section);
}

/** The last line that is a heading of comments and has a line about them after it. */
function headingIndex(lines: readonly string[]): number {
  for (let index = lines.length - 1; index > 0; index--) {
    if (labelKind(lines[index] ?? '') !== 'heading') continue;
    const next = lines.slice(index + 1).map((line) => labelKind(line));
    if (next.includes('form') || next.includes('trackback')) return index;
  }
  return -1;
}

/** Where the comments under the heading end, and where the torn-away bodies begin. */
function tailOf(rest: readonly string[]): { section: number; torn: number } {
  const section = rest.findIndex(
    (line, index) => index > 0 && /^(?:form|trackback)$/u.test(labelKind(line) ?? ''),
  );
  let torn = section;
  for (let index = section; index < rest.length; index++) {
    const line = rest[index] ?? '';
    if (labelKind(line) !== null || END_PAGER.test(line)) torn = index + 1;
  }
  return { section, torn };
}

function note(source: Source, line: string): void {
  const text = tidyLine(line);
  if (!text) return;
  const kind = labelKind(text);
  if (kind === 'heading') source.removals.note(text, 'comment-heading', 'plain-comment-heading');
  else if (kind === 'form') source.removals.note(text, 'comment-form', 'plain-comment-form');
  else if (kind === 'trackback') source.removals.note(text, 'trackback', 'plain-trackback');
  else if (END_PAGER.test(text)) source.removals.note(text, 'pager', 'plain-pager');
}

/** Titles stand under the heading, bodies at the end, in the same order; bodies beyond the titles have none. */
function joinTorn(section: readonly string[], torn: readonly string[]): PlainComment[] {
  const titles = section.map((line) => tidyLine(line));
  if (titles.length <= 1)
    return [{ author: null, date: null, title: titles[0] ?? null, text: torn.map(tidyLine).join('\n') }];
  return torn.map((line, index) => ({
    author: null,
    date: null,
    title: titles[index] ?? null,
    text: tidyLine(line),
  }));
}

/** Comments whose lines stand together: each ends with its byline, "DATE : name : URL", where there is one. */
function readRun(section: readonly string[]): PlainComment[] {
  const comments: PlainComment[] = [];
  let open: string[] = [];
  const close = (author: string | null, date: PlainComment['date']) => {
    const [first, ...others] = open;
    if (first === undefined) return;
    const title = others.length > 0 && first.length <= 60 ? first : null;
    comments.push({ author, date, title, text: (title === null ? open : others).join('\n') });
    open = [];
  };
  for (const line of section.map(tidyLine)) {
    const byline = line.length <= 120 ? readByline(line, null) : { author: null, date: null };
    if (byline.date && open.length > 0) close(byline.author, byline.date);
    else open.push(line);
  }
  close(null, null);
  return comments;
}
