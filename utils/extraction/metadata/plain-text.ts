import { findDate } from '../../text/dates.ts';
import { detectLanguage, directionOf } from '../../text/language.ts';
import { tidyLine } from '../../text/normalise.ts';
import { type Neighbours, neighboursInLine } from '../neighbours.ts';
import type { Metadata } from '../types/metadata.ts';
import type { Source } from '../types/source.ts';

/** How many lines after the title may hold the date; deeper dates belong to the text. */
const DATE_LINES = 3;
const MAX_DATE_LINE = 60;
const MAX_TITLE = 200;

/** Metadata of a text without markup: the first line is its title, a pager line names the neighbours. */
export function describePlainText(source: Source): Metadata {
  const lines = (source.body.textContent ?? '').split('\n').map(tidyLine).filter(Boolean);
  const [first = ''] = lines;
  const lang = source.head.lang || detectLanguage(lines.join('\n'));
  const { previous, next } = findPager(lines);
  return {
    title: first.length <= MAX_TITLE ? first : tidyLine(source.head.title),
    author: null,
    siteName: null,
    published: dateNearTop(lines, lang),
    updated: null,
    lang: lang || null,
    dir: directionOf(lang),
    leadImage: null,
    url: source.url,
    previous,
    next,
    pages: null,
    tags: [],
    categories: [],
    keywords: [],
  };
}

function dateNearTop(lines: readonly string[], lang: string | null): string | null {
  for (const line of lines.slice(0, DATE_LINES + 1)) {
    const date = line.length <= MAX_DATE_LINE ? findDate(line, lang) : null;
    if (date?.iso) return date.iso;
  }
  return null;
}

function findPager(lines: readonly string[]): Neighbours {
  for (const line of lines) {
    const found = neighboursInLine(line);
    if (found?.previous || found?.next) return found;
  }
  return { previous: null, next: null };
}
