import { type JsonShape, jsonItems } from '../json.ts';
import type { Read, TextStream } from '../types.ts';
import { anEntry } from '../types.ts';
import { momentOf, recordOf, textOf } from '../values.ts';

export function isPocketCollection({ top, names }: JsonShape): boolean {
  return (
    top === 'object' &&
    names.has('slug') &&
    names.has('title') &&
    (names.has('items') || names.has('createdAt'))
  );
}

/** Pocket's `collections/SLUG.json`: a list that its reader put together; its title becomes a tag. */
export async function* readPocketCollection(text: TextStream): AsyncGenerator<Read> {
  let row = 0;
  let title = '';
  let createdAt: number | null = null;
  for await (const item of jsonItems(text, ['$.title', '$.createdAt', '$.items.*'])) {
    if ('flaw' in item) yield { flaw: item.flaw, row };
    else if (item.place === 'title') title = textOf(item.value);
    else if (item.place === 'createdAt') createdAt = momentOf(item.value);
    else {
      const said = recordOf(item.value);
      yield anEntry(++row, {
        url: textOf(said.url),
        title: textOf(said.title),
        excerpt: textOf(said.excerpt),
        note: textOf(said.note),
        tags: title ? [title] : [],
        savedAt: createdAt,
      });
    }
  }
}
