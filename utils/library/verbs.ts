import type { StoredImage } from './schema.ts';
import type { ImportItem, ImportOutcome, WholeEntry } from './transfer-types.ts';
import type {
  ArticleId,
  Change,
  ChangedEntries,
  ChangeKey,
  ChangeReceipt,
  EntryRemoval,
  ImageRequest,
  ImageTotals,
  KeptImage,
  LibraryLoss,
  LibraryResult,
  LinkRequest,
  SavedState,
  SavedSummary,
  SaveReceipt,
  SaveRequest,
  StoredArticle,
  StoredBody,
} from './types.ts';

/** The verbs that look. Pages of the extension and their workers may use them directly. */
export interface LibraryReader {
  /** `not-found` when there is no such entry. */
  get(id: ArticleId): LibraryResult<StoredArticle>;
  /** The entry for an address, whatever its fragment or tracking parameters; null when not saved. */
  find(url: string): LibraryResult<SavedSummary | null>;
  /**
   * The newest entries, newest first; never loads a body.
   * @param before goes on behind this one
   */
  newest(
    filter: { readonly state?: SavedState },
    limit: number,
    before?: Pick<SavedSummary, 'id' | 'savedAt'>,
  ): LibraryResult<readonly SavedSummary[]>;
  /** In the order asked; those that are gone are left out. */
  summaries(ids: readonly ArticleId[]): LibraryResult<readonly SavedSummary[]>;
  /** Unchecked, in the order asked; links and those that are gone are left out. */
  bodies(ids: readonly ArticleId[]): LibraryResult<readonly StoredBody[]>;
  /** When entries were removed; those that were not are left out. */
  tombstones(ids: readonly ArticleId[]): LibraryResult<readonly EntryRemoval[]>;
  /**
   * What became different after a revision, oldest first; 0 asks for everything. An index made of it is worth
   * nothing once `identity` is another one.
   */
  changedSince(revision: number, limit: number): LibraryResult<ChangedEntries>;
  /** Every tag as it is written, in the order of the alphabet. */
  tags(): LibraryResult<readonly string[]>;
  /** The images of an article that are kept offline, without their bytes. */
  images(id: ArticleId): LibraryResult<readonly KeptImage[]>;
  /** One of them by its hash; null when it is not kept (any more). */
  image(hash: string): LibraryResult<StoredImage | null>;
  imageTotals(): LibraryResult<ImageTotals>;
  /** The entries that have images, in no order. */
  withImages(): LibraryResult<readonly SavedSummary[]>;
  /** Newest first; never loads a body. */
  list(): LibraryResult<readonly SavedSummary[]>;
  count(): LibraryResult<number>;
  /** What the reader is still to be told of; null when all is well. */
  loss(): LibraryResult<LibraryLoss | null>;
  close(): void;
}

/**
 * The verbs that write; each answers only after its transaction has been committed to disk, and does once what it
 * is asked twice. Pages send the background a message, so that a write outlives a closed popup; what writes in
 * bulk has a worker of its own.
 */
export interface Library extends LibraryReader {
  /**
   * Keeps an article. The same address merges into one entry, in whatever order and however often it is
   * saved: the earliest `savedAt` and the content that was read last stay, and all that the reader added.
   */
  save(request: SaveRequest): LibraryResult<SaveReceipt>;
  /** Keeps a link until its page is saved; what is in the list already stays as it is. */
  saveLink(request: LinkRequest): LibraryResult<SaveReceipt>;
  /** Changes what the reader added to entries; `not-found` when none of them is there. */
  change(ids: readonly ArticleId[], change: Change, key?: ChangeKey): LibraryResult<ChangeReceipt>;
  /**
   * Takes a change back, and that of a tag: every field that is still as the change left it. What was changed again
   * since then stays.
   */
  undo(key: ChangeKey): LibraryResult<ChangeReceipt>;
  /** Renames a tag everywhere, whichever way it is written; merges it where the other is there already. */
  renameTag(from: string, to: string, key?: ChangeKey): LibraryResult<ChangeReceipt>;
  deleteTag(tag: string, key?: ChangeKey): LibraryResult<ChangeReceipt>;
  /** Takes an entry out of the list and leaves a tombstone. `restore` brings it back for an hour at least. */
  remove(id: ArticleId): LibraryResult<SavedSummary>;
  /** Undoes `remove`: everything is as before but `updatedAt`, which must be newer than the tombstone's. */
  restore(id: ArticleId): LibraryResult<SavedSummary>;
  /** `remove` for many at once. @returns those that `restoreAll` can bring back */
  removeAll(ids: readonly ArticleId[]): LibraryResult<readonly ArticleId[]>;
  /** `restore` for many at once. @returns those that are in the list again */
  restoreAll(ids: readonly ArticleId[]): LibraryResult<readonly ArticleId[]>;
  /** Takes in what another list held, all of it or nothing; one outcome an item, in their order. */
  importItems(items: readonly ImportItem[]): LibraryResult<readonly ImportOutcome[]>;
  /** Takes in whole entries of an export of our own, without loss; of two states of one the newer stays. */
  putWhole(entries: readonly WholeEntry[]): LibraryResult<readonly ImportOutcome[]>;
  /**
   * Takes out what was removed elsewhere after it last changed here. `restoreAll` brings it back for an hour at least.
   * @returns those that were in the list
   */
  removeOlder(removals: readonly EntryRemoval[]): LibraryResult<readonly ArticleId[]>;
  /**
   * Gives an article an image that is kept already for another one, under the same address. Lists hear of it by
   * `settleImages`. @returns null where there is none
   */
  shareImage(id: ArticleId, url: string): LibraryResult<KeptImage | null>;
  /** Keeps an image of an article, its bytes once for all articles. Lists hear of it by `settleImages`. */
  keepImage(id: ArticleId, image: ImageRequest): LibraryResult<KeptImage>;
  /** Lets go of the images that an article does not show any more, and notes the size of the others. */
  settleImages(id: ArticleId, urls: readonly string[]): LibraryResult<SavedSummary>;
  /** Lets go of all images of these articles; those that others show too stay theirs. */
  dropImages(ids: readonly ArticleId[]): LibraryResult<null>;
  /** Wipes what was removed, and what undoing needs, once it is more than an hour old. */
  forgetRemoved(): LibraryResult<null>;
  /** The reader was told of the loss. */
  dismissLoss(): LibraryResult<null>;
}
