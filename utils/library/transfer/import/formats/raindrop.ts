import type { TableFormat } from '../csv.ts';
import { anEntry } from '../types.ts';
import { isTrue, joinNotes, momentOf, splitTags } from '../values.ts';

/** Where Raindrop keeps what was put nowhere, in its languages' English form. */
const NOWHERE = 'unsorted';

/** Raindrop: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`. Folders become tags. */
export const raindrop: TableFormat = {
  kind: 'raindrop',
  columns: ['title', 'url', 'folder', 'tags', 'created', 'favorite'],
  entry(cells, row) {
    const folders = splitTags(cells('folder'), '/').map((folder) => folder.trim());
    return anEntry(row, {
      url: cells('url'),
      title: cells('title'),
      note: joinNotes(cells('note'), cells('highlights')),
      excerpt: cells('excerpt'),
      savedAt: momentOf(cells('created')),
      tags: [
        ...folders.filter((folder) => folder.toLowerCase() !== NOWHERE),
        ...splitTags(cells('tags'), ','),
      ],
      isFavourite: isTrue(cells('favorite')),
    });
  },
};
