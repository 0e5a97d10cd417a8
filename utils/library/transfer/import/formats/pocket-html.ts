import { readHtml } from '../html.ts';
import type { Entry, Read, TextStream } from '../types.ts';
import { anEntry } from '../types.ts';
import { momentOf, splitTags } from '../values.ts';

/** Longer titles are none. */
const MAX_TITLE = 10_000;

/**
 * Pocket's `ril_export.html`: links in lists, and a heading above each list as their only state. Instapaper's HTML
 * export is made alike.
 */
export function readPocketHtml(text: TextStream): AsyncGenerator<Read> {
  let heading: string | null = null;
  let isArchived = false;
  let link: { readonly attributes: Readonly<Record<string, string>>; title: string } | null = null;
  let row = 0;
  return readHtml<Entry>(text, (give) => {
    const finish = () => {
      if (!link) return;
      const { attributes, title } = link;
      give(
        anEntry(++row, {
          url: attributes.href ?? '',
          // In exports of 2012 apostrophes are escaped.
          title: title.replaceAll("\\'", "'"),
          savedAt: momentOf(attributes.time_added ?? ''),
          tags: splitTags(attributes.tags ?? '', ','),
          state: isArchived ? 'archived' : 'unread',
        }),
      );
      link = null;
    };
    return {
      onopentag(name, attributes) {
        if (name === 'h1') heading = '';
        if (name === 'a') {
          finish();
          link = { attributes, title: '' };
        }
      },
      ontext(data) {
        if (link && link.title.length < MAX_TITLE) link.title += data;
        else if (heading !== null && heading.length < MAX_TITLE) heading += data;
      },
      onclosetag(name) {
        if (name === 'a') finish();
        if (name !== 'h1' || heading === null) return;
        isArchived = /archive/iu.test(heading);
        heading = null;
      },
    };
  });
}
