import { type JsonShape, jsonItems } from '../json.ts';
import type { Entry, Read, TextStream } from '../types.ts';
import { anEntry } from '../types.ts';
import { isTrue, momentOf, recordOf, tagsOf, textOf } from '../values.ts';

/** So many entries wait for the names of their lists, which come last in the file. */
const MOST_WAITING = 100_000;

export function isKarakeep({ top, names }: JsonShape): boolean {
  return top === 'object' && names.has('bookmarks');
}

/** Karakeep (once Hoarder): links without bodies. Its texts and files have no address. Lists become tags. */
export async function* readKarakeep(text: TextStream): AsyncGenerator<Read> {
  const waiting: { readonly entry: Entry; readonly lists: readonly string[] }[] = [];
  const nameById = new Map<string, string>();
  let row = 0;
  for await (const item of jsonItems(text, ['$.bookmarks.*', '$.lists.*'])) {
    if ('flaw' in item) yield { flaw: item.flaw, row };
    else if (item.place === 'lists') {
      const { id, name } = recordOf(item.value);
      nameById.set(textOf(id), textOf(name));
    } else {
      const said = recordOf(item.value);
      const lists = tagsOf(said.lists, 'id');
      const entry = entryOf(said, ++row);
      if (lists.length > 0 && waiting.length < MOST_WAITING) waiting.push({ entry, lists });
      else yield entry;
    }
  }
  for (const { entry, lists } of waiting) {
    const names = lists.map((id) => nameById.get(id) ?? '').filter(Boolean);
    yield { ...entry, tags: [...names, ...entry.tags] };
  }
}

function entryOf(said: Readonly<Record<string, unknown>>, row: number): Entry {
  const content = recordOf(said.content);
  return anEntry(row, {
    url: textOf(content.url),
    title: textOf(said.title),
    note: textOf(said.note),
    savedAt: momentOf(said.createdAt),
    tags: tagsOf(said.tags, 'name'),
    state: isTrue(said.archived) ? 'archived' : 'unread',
    isFavourite: isTrue(said.favourited),
  });
}
