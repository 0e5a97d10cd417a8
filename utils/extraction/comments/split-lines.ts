import type { CommentDate } from '../types/comments.ts';
import { type Byline, readByline } from './byline.ts';
import { isControl } from './controls.ts';
import type { Line } from './lines.ts';
import { isSectionLabel } from './parts.ts';
import { labelKind } from './vocabulary.ts';

/** Parts what the commenter wrote from the lines about it. */
export function splitLines(
  lines: readonly Line[],
  body: Element | null,
  known: ReadonlyMap<Element, string>,
  found: { author: Element | null; date: Element | null; about: readonly Element[] },
): { inside: Line[]; outside: Line[] } {
  const inside: Line[] = [];
  const outside: Line[] = [];
  const isBodyLine = (line: Line) => line.nodes.some((node) => body?.contains(node) && node.data.trim());
  const footers = body || found.author ? [] : footersOf(lines);
  const holders = [...footers, ...found.about];
  lines.forEach((line, index) => {
    if (line.nodes.every((node) => !node.data.trim() || holders.some((holder) => holder.contains(node))))
      outside.push(line);
    else if (body) (isBodyLine(line) ? inside : outside).push(line);
    else if (isControl(line.text) || isSectionLabel(line.text)) outside.push(line);
    else if (isAbout(line, known)) outside.push(line);
    else if (!found.date && isEdge(index, lines.length) && isBylineLook(line.text)) outside.push(line);
    else inside.push(line);
  });
  return { inside, outside };
}

/** Lists inside the comment that hold its byline: a name without any mark stands beside the date there. */
function footersOf(lines: readonly Line[]): Element[] {
  const footers = new Set<Element>();
  lines.forEach((line, index) => {
    const list = line.nodes[0]?.parentElement?.closest('ul, ol');
    if (list && isEdge(index, lines.length) && isBylineLook(line.text)) footers.add(list);
  });
  // The list that the comment itself is an item of holds all of its lines.
  return [...footers].filter((list) =>
    lines.some((line) => !line.nodes.every((node) => list.contains(node))),
  );
}

function isEdge(index: number, length: number): boolean {
  return index < 2 || index >= length - 2;
}

/** True for a line that holds author, date or title and hardly anything else. */
function isAbout(line: Line, known: ReadonlyMap<Element, string>): boolean {
  let about = 0;
  let rest = '';
  for (const node of line.nodes) {
    const text = node.data.trim();
    if (!text) continue;
    if ([...known.keys()].some((element) => element.contains(node))) about += text.length;
    else rest += ` ${text}`;
  }
  if (about === 0) return false;
  const left = readByline(rest, null);
  return rest.trim().length <= 60 && (rest.trim().length <= 30 || left.date !== null || about > rest.length);
}

/** True for "Posted by X at DATE" and other short lines with a date and a name at most. */
function isBylineLook(text: string): boolean {
  if (text.length > 140) return false;
  const { date, author } = readByline(text, null);
  return date !== null && text.length - date.shown.length - (author?.length ?? 0) <= 40;
}

/** Author and date from lines about the comment, where no name in the markup tells them. */
export function bylineOf(
  outside: readonly Line[],
  known: ReadonlyMap<Element, string>,
  lang: string | null,
): Byline {
  let author: string | null = null;
  let date: CommentDate | null = null;
  let names: string | null = null;
  const titles = [...known].filter(([, kind]) => kind === 'title').map(([element]) => element);
  for (const line of outside) {
    if (titles.some((title) => line.nodes.some((node) => title.contains(node)))) continue;
    if (isControl(line.text) || labelKind(line.text) !== null) continue;
    const read = readByline(line.text, lang);
    if (read.date && !date) {
      date = read.date;
      author ??= read.author;
    }
    if (line.text.length <= 60) names ??= read.author;
  }
  return { author: author ?? names, date };
}
