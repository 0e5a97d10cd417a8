import { inertLine } from '../../../../text/inert.ts';
import { dayOf } from '../file-name.ts';
import { languageTag } from '../language-tag.ts';
import type { CoverText, ReadableEntry, WriteContext } from '../types.ts';
import type { Chapter } from './chapter.ts';
import type { BookFacts } from './package.ts';

/** So many authors and subjects of a book of many articles are named. */
const MOST_NAMES = 20;

type Facts = Omit<BookFacts, 'cover'> & { readonly coverText: CoverText };

/** Gathers what a book says of itself while its chapters are written. */
export function createBookFacts({ title, count, now, language, t }: WriteContext) {
  const authors = new Tally();
  const subjects = new Tally();
  const languages = new Tally();
  let chapters = 0;
  let turningRight = 0;
  let rightToLeft = 0;
  let only: ReadableEntry['summary'] | null = null;

  return {
    add({ summary }: ReadableEntry, chapter: Chapter): void {
      chapters += 1;
      if (chapter.isVertical || chapter.isRightToLeft) turningRight += 1;
      if (chapter.isRightToLeft) rightToLeft += 1;
      only = chapters === 1 ? summary : null;
      authors.add(inertLine(summary.author ?? ''));
      languages.add(languageTag(summary.lang));
      for (const tag of summary.tags) subjects.add(inertLine(tag));
    },
    facts(): Facts {
      const names = languages.most();
      const bookTitle = (only && (inertLine(only.title) || only.url)) || inertLine(title);
      const byline = only ? inertLine(only.author ?? only.siteName ?? '') : t('exportArticles', { count });
      return {
        id: only ? uuidOf(only.id) : crypto.randomUUID(),
        title: bookTitle,
        authors: authors.most().slice(0, MOST_NAMES),
        subjects: subjects.most().slice(0, MOST_NAMES),
        languages: names,
        source: only?.url || null,
        published: only?.published ?? dayOf(now),
        modified: now,
        turnsRight: turningRight * 2 > chapters,
        coverText: {
          title: bookTitle,
          byline,
          lang: only ? (names[0] ?? '') : language,
          dir: only && rightToLeft > 0 ? 'rtl' : 'ltr',
        },
      };
    },
  };
}

/** The id of an article is as long as a UUID. */
function uuidOf(id: string): string {
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}

/** Counts words and gives those first that come most often. */
class Tally {
  private readonly counts = new Map<string, number>();

  add(word: string): void {
    if (word) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
  }

  most(): readonly string[] {
    return [...this.counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
  }
}
