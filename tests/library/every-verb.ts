import type { ArticleId, LibraryError, SavedSummary } from '../../utils/library/types.ts';
import type { Library, LibraryReader } from '../../utils/library/verbs.ts';
import type { Result } from '../../utils/result.ts';
import { expectOk } from './a-library.ts';
import { anArticle, aRequest } from './an-article.ts';

type Call = (library: Library, known: Known) => Promise<Result<unknown, LibraryError>>;

/** What a list that `fill` has filled holds. */
export interface Known {
  readonly tea: SavedSummary;
  readonly removed: SavedSummary;
}

const url = 'https://blog.example/tea';
const image = { url: 'https://img.example/a.png', type: 'image/png', bytes: new Uint8Array([1, 2]).buffer };

/** Makes a list in which every verb has something to do. */
export async function fill(library: Library): Promise<Known> {
  const tea = expectOk(await library.save(aRequest('tea', { readAt: 1 })));
  const gone = expectOk(await library.save(aRequest('gone')));
  expectOk(await library.saveLink({ url: 'https://blog.example/link', title: 'Link', incognito: false }));
  expectOk(await library.change([tea.summary.id], { addTags: ['green'], note: 'Mine.' }, 'made'));
  expectOk(await library.keepImage(tea.summary.id, image));
  expectOk(await library.keepImage(gone.summary.id, { ...image, url: 'https://img.example/b.png' }));
  expectOk(await library.settleImages(tea.summary.id, [image.url]));
  expectOk(await library.remove(gone.summary.id));
  const [summary] = expectOk(await library.summaries([tea.summary.id]));
  if (!summary) throw new Error('nothing was saved');
  return { tea: summary, removed: gone.summary };
}

export const READING: Readonly<Record<Exclude<keyof LibraryReader, 'close'>, Call>> = {
  get: (library, { tea }) => library.get(tea.id),
  find: (library) => library.find(url),
  newest: (library) => library.newest({ state: 'unread' }, 5),
  summaries: (library, { tea }) => library.summaries([tea.id]),
  bodies: (library, { tea }) => library.bodies([tea.id]),
  changedSince: (library) => library.changedSince(0, 5),
  tombstones: (library, { removed }) => library.tombstones([removed.id]),
  tags: (library) => library.tags(),
  images: (library, { tea }) => library.images(tea.id),
  image: (library) => library.image('0'.repeat(64)),
  imageTotals: (library) => library.imageTotals(),
  withImages: (library) => library.withImages(),
  list: (library) => library.list(),
  count: (library) => library.count(),
  loss: (library) => library.loss(),
};

export const WRITING: Readonly<Record<Exclude<keyof Library, keyof LibraryReader>, Call>> = {
  save: (library) => library.save(aRequest('tea', { readAt: 2, text: 'new' })),
  saveLink: (library) => library.saveLink({ url: `${url}/2`, title: 'New', incognito: false }),
  change: (library, { tea }) => library.change([tea.id], { note: 'New.', state: 'archived' }, 'new'),
  undo: (library) => library.undo('made'),
  renameTag: (library) => library.renameTag('green', 'black'),
  deleteTag: (library) => library.deleteTag('green'),
  remove: (library, { tea }) => library.remove(tea.id),
  restore: (library, { removed }) => library.restore(removed.id),
  removeOlder: (library, { tea }) => library.removeOlder([{ id: tea.id, updatedAt: tea.updatedAt + 1 }]),
  removeAll: (library, { tea }) => library.removeAll([tea.id]),
  restoreAll: (library, { removed }) => library.restoreAll([removed.id]),
  importItems: (library, { removed }) =>
    library.importItems(
      [url, removed.url, `${url}/3`].map((address) => ({
        url: address,
        title: 'Imported',
        tags: ['imported'],
        note: '',
        savedAt: 5,
        state: 'archived' as const,
        isFavourite: true,
        article: anArticle('imported'),
      })),
    ),
  putWhole: (library, { tea }) =>
    library.putWhole([
      {
        summary: { ...tea, note: 'Newer.', updatedAt: tea.updatedAt + 1 },
        article: anArticle('tea'),
        images: [image],
      },
    ]),
  shareImage: (library, { tea }) => library.shareImage(tea.id, 'https://img.example/b.png'),
  keepImage: (library, { tea }) =>
    library.keepImage(tea.id, { ...image, url: 'https://img.example/c.png', bytes: new ArrayBuffer(9) }),
  settleImages: (library, { tea }) => library.settleImages(tea.id, []),
  dropImages: (library, { tea }) => library.dropImages([tea.id]),
  forgetRemoved: (library) => library.forgetRemoved(),
  dismissLoss: (library) => library.dismissLoss(),
};

export const EVERY_VERB: Readonly<Record<string, Call>> = { ...READING, ...WRITING };

/** For verbs that name nothing that is in the list. */
export const NOTHING_KNOWN: Known = (() => {
  const summary = { id: '0'.repeat(32) as ArticleId, url, updatedAt: 0 } as SavedSummary;
  return { tea: summary, removed: summary };
})();
