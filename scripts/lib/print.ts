import type { ShownArticle, ShownComment, ShownMessage, ShownSaved } from './screens.ts';
import { paint, say } from './terminal.ts';

const WIDTH = 100;

/** Columns that a character takes in a terminal: two for East Asian wide ones (UAX #11, roughly). */
function columnsOf(character: string): number {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u.test(
    character,
  )
    ? 2
    : 1;
}

/** Breaks a line so that it fits a terminal: between words, and anywhere in text without spaces. */
export function wrap(text: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  for (const word of text.match(/\s+|[^\s\u2e80-\uffe6]+|[\u2e80-\uffe6]/gu) ?? []) {
    const length = [...word].reduce((sum, character) => sum + columnsOf(character), 0);
    if (columns + length > width && line) {
      lines.push(line.trimEnd());
      line = '';
      columns = 0;
    }
    if (line || word.trim()) {
      line += word;
      columns += length;
    }
  }
  return [...lines, line.trimEnd()];
}

function sayIndented(text: string, indent: number, width = WIDTH): void {
  for (const line of wrap(text, width - indent)) say(`${' '.repeat(indent)}${line}`);
}

function rule(): void {
  say(paint('dim', '─'.repeat(WIDTH)));
}

/** An article as the popup shows it, for a terminal. */
export function printArticle(article: ShownArticle): void {
  rule();
  say(paint('dim', article.site));
  say(paint('bold', article.title));
  if (article.byline) say(paint('dim', article.byline));
  const tags = article.tags.map((tag) => `[${tag}]`).join(' ');
  if (tags) say(`Tags: ${tags}`);
  for (const line of article.lines) {
    say();
    sayIndented(line, 0);
  }
  say();
  if (article.repeats.length > 0) say(`Repeats folded: ${article.repeats.join('; ')}`);
  if (article.previous) say(`← ${article.previous}`);
  if (article.next) say(`→ ${article.next}`);
  say(`Left out (${article.leftOut.length}):`);
  for (const { reason, text } of article.leftOut) sayIndented(`${reason}: ${text}`, 2);
}

/** What people said, digest first. */
export function printComments(comments: readonly ShownComment[], digest: readonly string[]): void {
  say();
  for (const line of digest) sayIndented(line, 0);
  say(paint('bold', `Comments (${comments.length})`));
  for (const { author, date, title, text, depth } of comments) {
    const indent = 2 + depth * 2;
    say();
    sayIndented([title, author, date].filter(Boolean).join(' · '), indent);
    for (const line of text.split('\n').filter(Boolean)) sayIndented(line, indent + 2);
  }
}

export function printMessage({ heading, text }: ShownMessage): void {
  rule();
  say(paint('bold', heading));
  sayIndented(text, 0);
}

export function printSaved(saved: readonly ShownSaved[]): void {
  rule();
  say(paint('bold', `Saved (${saved.length})`));
  for (const { title, facts, tags } of saved) {
    sayIndented(title, 2);
    sayIndented([facts, ...tags.map((tag) => `[${tag}]`)].join(' '), 4);
  }
  rule();
}
