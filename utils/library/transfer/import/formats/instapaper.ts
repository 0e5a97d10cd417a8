import type { TableFormat } from '../csv.ts';
import { anEntry } from '../types.ts';
import { momentOf, tagsOf } from '../values.ts';

/** Folders that are states; others are the reader's own. */
const UNREAD = 'unread';
const ARCHIVE = 'archive';
const STARRED = 'starred';

/** Instapaper: `URL,Title,Selection,Folder`, later with `Timestamp` and `Tags`. */
export const instapaper: TableFormat = {
  kind: 'instapaper',
  columns: ['url', 'title', 'selection', 'folder'],
  entry(cells, row) {
    const folder = cells('folder').trim();
    const state = folder.toLowerCase();
    const isOwn = folder !== '' && ![UNREAD, ARCHIVE, STARRED].includes(state);
    return anEntry(row, {
      url: cells('url'),
      title: cells('title'),
      note: cells('selection'),
      savedAt: momentOf(cells('timestamp')),
      tags: [...(isOwn ? [folder] : []), ...tagsIn(cells('tags'))],
      state: state === ARCHIVE ? 'archived' : 'unread',
      isFavourite: state === STARRED,
    });
  },
};

/** A JSON list in a cell. */
function tagsIn(cell: string): readonly string[] {
  try {
    return tagsOf(JSON.parse(cell || '[]'), 'name');
  } catch {
    return [];
  }
}
