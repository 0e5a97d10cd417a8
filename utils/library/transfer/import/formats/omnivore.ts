import { anEntry } from '../types.ts';
import { dayOf, momentOf, percentOf, stateOf, tagsOf, textOf } from '../values.ts';
import { hasEntryNames, type ListFormat } from './json-list.ts';

/** What stands for the address of a newsletter. */
const MADE_UP = /\/no_url(?:\?|$)/u;

/** Omnivore's `metadata_A_to_B.json`; in its archive, `content/SLUG.html` holds the text and `highlights/SLUG.md` notes. */
export const omnivore: ListFormat = {
  kind: 'omnivore',
  path: '$.*',
  matches: (shape) =>
    shape.top === 'list' &&
    hasEntryNames(shape, 4, 'slug', 'labels', 'savedAt', 'state', 'readingProgress', 'publishedAt'),
  entry(said, row) {
    const url = textOf(said.url);
    const percent = percentOf(Number(said.readingProgress));
    return anEntry(row, {
      url,
      title: textOf(said.title),
      author: textOf(said.author) || null,
      excerpt: textOf(said.description),
      published: dayOf(said.publishedAt),
      savedAt: momentOf(said.savedAt),
      updatedAt: momentOf(said.updatedAt),
      tags: tagsOf(said.labels, 'name'),
      state: stateOf(said.state === 'Archived', percent),
      percent,
      bodyKey: textOf(said.slug) || null,
      skip: MADE_UP.test(url) ? 'made-up-link' : null,
    });
  },
};
