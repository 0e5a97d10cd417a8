import { parseArticle } from '../reading/schema.ts';
import { ok } from '../result.ts';
import { addressOf } from './address.ts';
import { articleIdOf, imageHashOf } from './article-id.ts';
import { type CanaryStore, lossSince } from './canary.ts';
import { newChangeKey } from './change-key.ts';
import { failure, libraryError } from './errors.ts';
import { entriesWithImages, imagesOfEntry, imageTotals } from './image-reads.ts';
import { prepareItems } from './merge-item.ts';
import {
  bodiesOf,
  changesSince,
  factsOf,
  getEntry,
  newestOf,
  summariesOf,
  tagsOf,
  tombstonesOf,
} from './reads.ts';
import type { LibraryDatabase } from './schema.ts';
import { searchBodies } from './search.ts';
import { shortLine } from './summary.ts';
import { tagKey } from './tags.ts';
import { commit, type Writing } from './transaction.ts';
import type { LibraryResult } from './types.ts';
import type { Library, LibraryReader } from './verbs.ts';
import { changeEntries, deleteTag, parseChange, renameTag, undoChange } from './writes/change.ts';
import { dropImages, keepImage, settleImages, shareImage } from './writes/images.ts';
import { importItems } from './writes/import.ts';
import {
  forgetRemoved,
  removeEntries,
  removeEntry,
  removeOlder,
  restoreEntries,
  restoreEntry,
} from './writes/remove.ts';
import { saveEntry, saveLinkEntry } from './writes/save.ts';
import { prepareEntries, putWhole } from './writes/whole.ts';

export interface LibraryParts {
  readonly database: LibraryDatabase;
  readonly canary: CanaryStore;
  readonly now: () => number;
}

/** The verbs of an open reading list. None of them rejects. */
export function createLibrary(parts: LibraryParts): Library {
  return { ...createReader(parts), ...createWriter(parts) };
}

function createReader({ database, canary, now }: LibraryParts): LibraryReader {
  return {
    get: (id) => attempt(() => getEntry(database, id)),
    find: (address) =>
      attempt(async () => {
        const url = addressOf(address);
        return (url && (await database.get('summaries', await articleIdOf(url)))) ?? null;
      }),
    newest: ({ state }, limit, before) => attempt(() => newestOf(database, state, limit, before)),
    summaries: (ids) => attempt(() => summariesOf(database, ids)),
    bodies: (ids) => attempt(() => bodiesOf(database, ids)),
    tombstones: (ids) => attempt(() => tombstonesOf(database, ids)),
    changedSince: (revision, limit) => attempt(() => changesSince(database, revision, limit)),
    tags: () => attempt(() => tagsOf(database)),
    images: (id) => attempt(() => imagesOfEntry(database, id)),
    image: (hash) => attempt(async () => (await database.get('images', hash)) ?? null),
    imageTotals: () => attempt(() => imageTotals(database)),
    withImages: () => attempt(() => entriesWithImages(database)),
    list: () => attempt(async () => (await database.getAllFromIndex('summaries', 'by-savedAt')).reverse()),
    search: (query) => attempt(() => searchBodies(database, query)),
    count: () => attempt(async () => (await factsOf(database)).articles),
    loss: () =>
      attempt(async () => lossSince(await canary.read(), (await factsOf(database)).identity, now())),
    close: () => database.close(),
  };
}

function createWriter(parts: LibraryParts): Omit<Library, keyof LibraryReader> {
  /** For what no list shows: pages hear nothing of it. */
  const writeQuietly = <T>(work: (writing: Writing) => Promise<T>) =>
    attempt(() => commit(parts.database, parts.now(), work));
  const write = <T>(work: (writing: Writing) => Promise<T>) =>
    attempt(async () => {
      const result = await commit(parts.database, parts.now(), work);
      // What was asked is on disk by now. A canary that could not be told of it only warns less well.
      await tellCanary(parts, lossSince).catch(() => undefined);
      return result;
    });

  return {
    async save({ article: given, url: address, readAt, incognito }) {
      if (incognito) return failure('private-window');
      const url = addressOf(address);
      if (!url) return failure('no-address');
      const article = parseArticle(given);
      if (!article || !Number.isFinite(readAt)) return failure('bad-article');
      const id = await articleIdOf(url);
      return write((writing) => saveEntry(writing, { id, url, article, readAt }));
    },
    async saveLink({ url: address, title, incognito }) {
      if (incognito) return failure('private-window');
      const url = addressOf(address);
      if (!url) return failure('no-address');
      const id = await articleIdOf(url);
      return write((writing) => saveLinkEntry(writing, { id, url, title: shortLine(title) }));
    },
    async change(ids, given, key = newChangeKey()) {
      const change = parseChange(given);
      if (!change) return failure('bad-change');
      return write((writing) => changeEntries(writing, unique(ids), change, key));
    },
    undo: (key) => write((writing) => undoChange(writing, key)),
    async renameTag(from, to, key = newChangeKey()) {
      if (tagKey(from) === '' || tagKey(to) === '') return failure('bad-change');
      return write((writing) => renameTag(writing, from, to, key));
    },
    deleteTag: (tag, key = newChangeKey()) => write((writing) => deleteTag(writing, tag, key)),
    remove: (id) => write((writing) => removeEntry(writing, id)),
    restore: (id) => write((writing) => restoreEntry(writing, id)),
    removeAll: (ids) => write((writing) => removeEntries(writing, unique(ids))),
    restoreAll: (ids) => write((writing) => restoreEntries(writing, unique(ids))),
    async importItems(items) {
      const prepared = await prepareItems(items);
      return write((writing) => importItems(writing, prepared));
    },
    async putWhole(entries) {
      const prepared = await prepareEntries(entries);
      return write((writing) => putWhole(writing, prepared));
    },
    removeOlder: (removals) => write((writing) => removeOlder(writing, removals)),
    shareImage: (id, url) => writeQuietly((writing) => shareImage(writing, id, url)),
    keepImage: (id, image) =>
      attempt(async () => {
        const hash = await imageHashOf(image.bytes);
        return commit(parts.database, parts.now(), (writing) => keepImage(writing, id, { ...image, hash }));
      }),
    settleImages: (id, urls) => write((writing) => settleImages(writing, id, urls)),
    dropImages: (ids) => write((writing) => dropImages(writing, unique(ids))),
    forgetRemoved: () => write((writing) => forgetRemoved(writing)),
    dismissLoss: () => attempt(() => tellCanary(parts, () => null)),
  };
}

/** Runs what may throw, and names what it threw. */
async function attempt<T>(work: () => Promise<T>): LibraryResult<T> {
  try {
    return ok(await work());
  } catch (thrown) {
    return { ok: false, error: libraryError(thrown) };
  }
}

/** Lets the canary know the database as it is now, with the loss that the reader is still to be told of. */
async function tellCanary({ database, canary, now }: LibraryParts, lossOf: typeof lossSince): Promise<null> {
  const [before, { identity, articles }] = await Promise.all([canary.read(), factsOf(database)]);
  const time = now();
  await canary.write({
    identity,
    articles,
    updatedAt: Math.max(time, (before?.updatedAt ?? 0) + 1),
    loss: lossOf(before, identity, time),
  });
  return null;
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
