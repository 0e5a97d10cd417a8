import type { TableFormat } from '../csv.ts';
import { anEntry } from '../types.ts';
import { momentOf, splitTags } from '../values.ts';

/** Pocket's export of 2025, one of several parts: `title,url,time_added,tags,status`, in older ones with a `cursor`. */
export const pocketCsv: TableFormat = {
  kind: 'pocket-csv',
  columns: ['title', 'url', 'timeadded', 'tags', 'status'],
  entry: (cells, row) =>
    anEntry(row, {
      url: cells('url'),
      title: cells('title'),
      savedAt: momentOf(cells('timeadded')),
      tags: splitTags(cells('tags'), '|'),
      state: cells('status').trim().toLowerCase() === 'archive' ? 'archived' : 'unread',
    }),
};
