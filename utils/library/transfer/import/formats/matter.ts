import type { TableFormat } from '../csv.ts';
import { anEntry } from '../types.ts';
import { isTrue, momentOf, splitTags } from '../values.ts';

/**
 * Matter: `Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction
 * Date,File Id`, in older ones without tags. In an archive, `File Id` names the file with the text.
 */
export const matter: TableFormat = {
  kind: 'matter',
  columns: ['title', 'publisher', 'url', 'inqueue', 'favorited', 'read'],
  entry: (cells, row) =>
    anEntry(row, {
      url: cells('url'),
      title: cells('title'),
      author: cells('author') || null,
      siteName: cells('publisher') || null,
      tags: splitTags(cells('tags'), ';'),
      savedAt: momentOf(cells('lastinteractiondate')),
      state: isTrue(cells('read')) || !isTrue(cells('inqueue')) ? 'archived' : 'unread',
      isFavourite: isTrue(cells('favorited')),
      bodyKey: cells('fileid').trim() || null,
    }),
};
