import type { ImageJob } from '../library/images/types.ts';
import type {
  ArticleId,
  Change,
  ChangeKey,
  ChangeReceipt,
  LibraryError,
  LinkRequest,
  SavedSummary,
  SaveReceipt,
  SaveRequest,
} from '../library/types.ts';
import type { MemoryError } from '../memory/errors.ts';
import type { ChoiceChanges } from '../memory/memory.ts';
import type { Result } from '../result.ts';

/**
 * What pages of the extension ask of the background: a message is a function signature. A message may arrive
 * twice (see `send`), so handling one twice must give what handling it once gives.
 */
export interface Protocol {
  saveArticle(request: SaveRequest): Result<SaveReceipt, LibraryError>;
  removeArticle(id: ArticleId): Result<SavedSummary, LibraryError>;
  restoreArticle(id: ArticleId): Result<SavedSummary, LibraryError>;
  saveLink(request: LinkRequest): Result<SaveReceipt, LibraryError>;
  changeArticles(asked: ChangeRequest): Result<ChangeReceipt, LibraryError>;
  renameTag(asked: RenameRequest): Result<ChangeReceipt, LibraryError>;
  deleteTag(asked: KeyedRequest<{ readonly tag: string }>): Result<ChangeReceipt, LibraryError>;
  undoChange(key: ChangeKey): Result<ChangeReceipt, LibraryError>;
  removeArticles(ids: readonly ArticleId[]): Result<readonly ArticleId[], LibraryError>;
  restoreArticles(ids: readonly ArticleId[]): Result<readonly ArticleId[], LibraryError>;
  /** Begins to keep the images of an article, and tries again those that could not be kept. */
  keepImages(id: ArticleId): Result<ImageJob, LibraryError>;
  cancelImages(id: ArticleId): Result<null, LibraryError>;
  /** Lets go of the images of articles. */
  dropImages(ids: readonly ArticleId[]): Result<null, LibraryError>;
  /** Nothing but to be awake. */
  stayAwake(nothing: null): Result<null, LibraryError>;
  /** The reader was told that articles were lost. */
  dismissLoss(nothing: null): Result<null, LibraryError>;
  /** Handed over, since a popup may close at once. */
  keepChoices(changes: ChoiceChanges): Result<null, MemoryError>;
}

/** The key is made once, by the page: asked twice under it, a change is made once. */
type KeyedRequest<Request> = Request & { readonly key: ChangeKey };
type ChangeRequest = KeyedRequest<{ readonly ids: readonly ArticleId[]; readonly change: Change }>;
type RenameRequest = KeyedRequest<{ readonly from: string; readonly to: string }>;

export type MessageName = keyof Protocol;
export type Asked<Name extends MessageName> = Parameters<Protocol[Name]>[0];
export type Answer<Name extends MessageName> = ReturnType<Protocol[Name]>;

/** How each message is handled; the background has one for each. */
export type Handlers = {
  readonly [Name in MessageName]: (asked: Asked<Name>) => Promise<Answer<Name>>;
};

export interface Envelope<Name extends MessageName = MessageName> {
  readonly name: Name;
  readonly asked: Asked<Name>;
}
