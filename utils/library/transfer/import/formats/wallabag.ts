import { anEntry } from '../types.ts';
import { dayOf, isTrue, joinNotes, listOf, momentOf, recordOf, tagsOf, textOf } from '../values.ts';
import { hasEntryNames, type ListFormat } from './json-list.ts';

/** What Wallabag keeps as the text of a page that it could not fetch. */
const NOT_FETCHED = /^\s*(?:<p>\s*)?wallabag can(?:'|’|&#0?39;|&rsquo;)t retrieve contents/iu;

/** Wallabag version 2, with bodies. */
export const wallabag: ListFormat = {
  kind: 'wallabag',
  path: '$.*',
  matches: (shape) =>
    shape.top === 'list' &&
    hasEntryNames(
      shape,
      3,
      'is_archived',
      'is_starred',
      'is_public',
      'url',
      'given_url',
      'origin_url',
      'hashed_url',
      'domain_name',
      'reading_time',
      'created_at',
    ),
  entry(said, row) {
    const content = textOf(said.content);
    const quotes = listOf(said.annotations).map((annotation) => {
      const { quote, text } = recordOf(annotation);
      return joinNotes(textOf(quote), textOf(text));
    });
    return anEntry(row, {
      // The address that was read; those that led to it may be shorteners.
      url: textOf(said.url) || textOf(said.given_url) || textOf(said.origin_url),
      title: textOf(said.title),
      author: listOf(said.published_by).map(textOf).filter(Boolean).join(', ') || null,
      published: dayOf(said.published_at),
      lang: textOf(said.language).replace('_', '-') || null,
      savedAt: momentOf(said.created_at),
      updatedAt: momentOf(said.updated_at),
      tags: tagsOf(said.tags, 'label', 'slug'),
      note: joinNotes(...quotes),
      state: isTrue(said.is_archived) ? 'archived' : 'unread',
      isFavourite: isTrue(said.is_starred),
      html: content && !NOT_FETCHED.test(content) ? content : null,
    });
  },
};
