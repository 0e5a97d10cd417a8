import { parseArticle } from '../reading/schema.ts';
import { ok } from '../result.ts';
import { addressOf } from './address.ts';
import { articleIdOf, imageHashOf } from './article-id.ts';
import { type Canary, type CanaryStore, lossSince } from './canary.ts';
import { newChangeKey } from './change-key.ts';
import { type MeasureRoom, ROOM_TO_ADD } from './disk-room.ts';
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
  readonly room: MeasureRoom;
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
    count: () => attempt(async () => (await factsOf(database)).articles),
    loss: () => attempt(async () => lossSince(await canary.read(), await factsOf(database), now())),
    close: () => database.close(),
  };
}

function createWriter(parts: LibraryParts): Omit<Library, keyof LibraryReader> {
  /** For what no list shows: pages hear nothing of it. */
  const writeQuietly = <T>(work: (writing: Writing) => Promise<T>) =>
    attempt(() => commit(parts.database, parts.now(), work));
  const write = <T>(work: (writing: Writing) => Promise<T>) =>
    attempt(async () => {
      // A loss must be noticed before more is written. A canary that can't be reached only warns less well.
      const known = await lookAtCanary(parts).catch(() => null);
      const result = await commit(parts.database, parts.now(), work);
      // What was asked is on disk by now.
      if (known) await tellCanary(parts, known).catch(() => undefined);
      return result;
    });
  /** For what needs more of the disk than it had. */
  const add = <T>(work: (writing: Writing) => Promise<T>) => withRoom(parts, () => write(work));

  return {
    async save({ article: given, url: address, readAt, incognito }) {
      if (incognito) return failure('private-window');
      const url = addressOf(address);
      if (!url) return failure('no-address');
      const article = parseArticle(given);
      if (!article || !Number.isFinite(readAt)) return failure('bad-article');
      const id = await articleIdOf(url);
      return add((writing) => saveEntry(writing, { id, url, article, readAt }));
    },
    async saveLink({ url: address, title, incognito }) {
      if (incognito) return failure('private-window');
      const url = addressOf(address);
      if (!url) return failure('no-address');
      const id = await articleIdOf(url);
      return add((writing) => saveLinkEntry(writing, { id, url, title: shortLine(title) }));
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
      return add((writing) => importItems(writing, prepared));
    },
    async putWhole(entries) {
      const prepared = await prepareEntries(entries);
      return add((writing) => putWhole(writing, prepared));
    },
    removeOlder: (removals) => write((writing) => removeOlder(writing, removals)),
    shareImage: (id, url) => writeQuietly((writing) => shareImage(writing, id, url)),
    keepImage: (id, image) =>
      withRoom(parts, async () => {
        const hash = await imageHashOf(image.bytes);
        return writeQuietly((writing) => keepImage(writing, id, { ...image, hash }));
      }),
    settleImages: (id, urls) => write((writing) => settleImages(writing, id, urls)),
    dropImages: (ids) => write((writing) => dropImages(writing, unique(ids))),
    forgetRemoved: () => write((writing) => forgetRemoved(writing)),
    dismissLoss: () => attempt(async () => tellCanary(parts, { ...(await lookAtCanary(parts)), loss: null })),
  };
}

/** Adds something while the disk has room for more than that. */
async function withRoom<T>({ room }: LibraryParts, work: () => LibraryResult<T>): LibraryResult<T> {
  return (await room()) < ROOM_TO_ADD ? failure('disk-full') : work();
}

/** Runs what may throw, and names what it threw. */
async function attempt<T>(work: () => Promise<T>): LibraryResult<T> {
  try {
    return ok(await work());
  } catch (thrown) {
    return { ok: false, error: libraryError(thrown) };
  }
}

/** What the canary knows, with the loss that the reader is to be told of. */
async function lookAtCanary({
  database,
  canary,
  now,
}: LibraryParts): Promise<Pick<Canary, 'updatedAt' | 'loss'>> {
  // First the canary: facts that are older than it look like a loss where somebody else has just written.
  const known = await canary.read();
  return { updatedAt: known?.updatedAt ?? 0, loss: lossSince(known, await factsOf(database), now()) };
}

/** Lets the canary know the list as it is now. */
async function tellCanary(
  { database, canary, now }: LibraryParts,
  { updatedAt, loss }: Pick<Canary, 'updatedAt' | 'loss'>,
): Promise<null> {
  const facts = await factsOf(database);
  await canary.write({ ...facts, updatedAt: Math.max(now(), updatedAt + 1), loss });
  return null;
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
