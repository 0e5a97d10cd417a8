import { tidyLine } from '../../text/normalise.ts';
import type { CommentDate } from '../types/comments.ts';
import { type Byline, cleanName, readByline } from './byline.ts';
import { linesOf } from './lines.ts';
import { dateOf, partsOf } from './parts.ts';
import { firstOutsideQuotes, leadingName, ownText, pickAuthor, pickBody, pickTitle } from './pick-parts.ts';
import { bylineOf, splitLines } from './split-lines.ts';
import { isNoTitle, isPlaceholder, labelKind } from './vocabulary.ts';

/** What one item of a thread says, without the items nested in it. */
export interface Reading {
  readonly author: string | null;
  readonly date: CommentDate | null;
  readonly title: string | null;
  readonly text: string;
  /** Where the text stands, and what in there is not part of it. */
  readonly bodyRoot: Element;
  readonly bodySkip: ReadonlySet<Node>;
  readonly badge: boolean;
  /** True when names or tags told author or date; false when only the look of a line did. */
  readonly isMarked: boolean;
  readonly isPlaceholder: boolean;
  /** True where a heading such as "3 comments" or a form's label opens it: a section, not a comment. */
  readonly isSection: boolean;
}

/** Reads an element as one comment, leaving out the subtrees in `skip`. Changes nothing. */
export function readItem(item: Element, skip: ReadonlySet<Node>, lang: string | null): Reading {
  const parts = partsOf(item, skip);
  const date = firstOutsideQuotes(parts.dates, item);
  const lines = linesOf(item, parts.noise);
  const named = pickAuthor(parts, item, date);
  const author = named ?? leadingName(lines, item);
  const body = pickBody(parts, author, date);
  const known = new Map<Element, 'author' | 'date' | 'title'>();
  if (author) known.set(author, 'author');
  if (date) known.set(date, 'date');
  const title = pickTitle(parts, item, body, author, date);
  if (title) known.set(title, 'title');
  const { inside, outside } = splitLines(lines, body, known, { author, date, about: parts.about });
  const byline = bylineOf(outside, known, lang);
  const authorByline = author && nameIn(ownText(author, parts), lang);
  const shown = date && dateOf(date, lang);
  const heading = title && !author && !byline.author && !parts.titles.includes(title) ? title : null;
  const bodySkip = new Set<Node>(parts.noise);
  for (const line of outside) for (const node of line.nodes) bodySkip.add(node);
  const text = inside.map((line) => line.text).join('\n');
  const titleText = title && title !== heading ? tidyLine(title.textContent ?? '') : null;
  return {
    author:
      (authorByline?.author ?? byline.author) ||
      (heading ? cleanName(heading.textContent ?? '') : null) ||
      parts.badge ||
      null,
    date: shown ?? authorByline?.date ?? byline.date,
    title: titleText && !isNoTitle(titleText) ? titleText : null,
    text,
    bodyRoot: body ?? item,
    bodySkip,
    badge: parts.badge !== null,
    isMarked: Boolean(named ?? date),
    isSection: named === null && lines.slice(0, 2).some((line) => labelKind(line.text) !== null),
    isPlaceholder: isPlaceholder(text) || (titleText !== null && isPlaceholder(titleText)),
  };
}

/** A named author may hold the date as well; without one its whole text is the name. */
function nameIn(text: string, lang: string | null): Byline {
  const byline = readByline(text, lang);
  return byline.date ? byline : { author: cleanName(text) ?? byline.author, date: null };
}
