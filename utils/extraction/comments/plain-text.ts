import { tidyLine } from '../../text/normalise.ts';
import type { RemovalReason, Removals } from '../types/removals.ts';
import type { Source } from '../types/source.ts';
import { readByline } from './byline.ts';
import { saysMore } from './rest.ts';
import { type Label, labelKind } from './vocabulary.ts';

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
  noteLines(rest.slice(0, tail.torn), tail.section, source.removals);
  holder.textContent = lines.slice(0, start).join('\n');
  return torn.length > 0 ? joinTorn(section, torn, source.removals) : readRun(section, source.removals);
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

const REASONS: Readonly<Record<Label, RemovalReason>> = {
  heading: 'comment-heading',
  form: 'comment-form',
  trackback: 'trackback',
  recent: 'widget',
};

/** Records the labels, and what stands under those that come after the comments. */
function noteLines(lines: readonly string[], section: number, removals: Removals): void {
  let under: RemovalReason = 'comment-heading';
  for (const [index, line] of lines.entries()) {
    const text = tidyLine(line);
    const kind = labelKind(text);
    if (kind) under = REASONS[kind];
    if (kind) removals.note(text, under, `plain-${under}`);
    else if (END_PAGER.test(text)) removals.note(text, 'pager', 'plain-pager');
    else if (index >= section) removals.note(text, under, `plain-${under}`);
  }
}

/** Titles stand under the heading, bodies at the end, in the same order; bodies beyond the titles have none. */
function joinTorn(section: readonly string[], torn: readonly string[], removals: Removals): PlainComment[] {
  const titles = section.map((line) => tidyLine(line));
  if (titles.length <= 1)
    return [{ author: null, date: null, title: titles[0] ?? null, text: torn.map(tidyLine).join('\n') }];
  for (const title of titles.slice(torn.length)) removals.note(title, 'comment-details', 'plain-title');
  return torn.map((line, index) => ({
    author: null,
    date: null,
    title: titles[index] ?? null,
    text: tidyLine(line),
  }));
}

/** Comments whose lines stand together: each ends with its byline, "DATE : name : URL", where there is one. */
function readRun(section: readonly string[], removals: Removals): PlainComment[] {
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
    if (byline.date && open.length > 0) {
      close(byline.author, byline.date);
      if (saysMore(line, { ...byline, title: null })) removals.note(line, 'comment-details', 'plain-byline');
    } else {
      open.push(line);
    }
  }
  close(null, null);
  return comments;
}
