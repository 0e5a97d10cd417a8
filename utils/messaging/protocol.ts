import type { ArticleId, LibraryError, SavedSummary, SaveReceipt, SaveRequest } from '../library/types.ts';
import type { Result } from '../result.ts';

/**
 * What pages of the extension ask of the background: a message is a function signature. A message may arrive
 * twice (see `send`), so handling one twice must give what handling it once gives.
 */
export interface Protocol {
  saveArticle(request: SaveRequest): Result<SaveReceipt, LibraryError>;
  removeArticle(id: ArticleId): Result<SavedSummary, LibraryError>;
  restoreArticle(id: ArticleId): Result<SavedSummary, LibraryError>;
  /** The reader was told that articles were lost. */
  dismissLoss(nothing: null): Result<null, LibraryError>;
}

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
