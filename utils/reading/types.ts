import type { Outcome } from '../extraction/types/article.ts';
import type { SafeHtml } from '../extraction/types/source.ts';

/**
 * Plain data that crossed a border (from a page, from the disk): of the right shape, but its HTML was not
 * sanitised by the page that is about to show it. `trustArticle` and `trustOutcome` make it showable.
 */
export type Untrusted<T> = T extends SafeHtml
  ? string
  : T extends string | number | boolean | null
    ? T
    : T extends readonly (infer Element)[]
      ? readonly Untrusted<Element>[]
      : { readonly [Key in keyof T]: Untrusted<T[Key]> };

/**
 * Why the browser did not let us look at a tab at all. What the extraction itself finds unreadable (a PDF, a
 * page that is too large) is an `Outcome` of kind `unreadable`. Message key:
 * `messageKey('cannotRead', reason)`.
 */
export const CANNOT_READ_REASONS = [
  /** One of the browser's own pages: settings, a new tab. */
  'browser-page',
  /** A page of an extension, this one included. */
  'extension-page',
  /** Stores and account pages that browsers close to every extension. */
  'extension-store',
  'view-source',
  /** The browser's own reading view. */
  'reader-view',
  /** The page did not load: what is shown is the browser's message about it. */
  'error-page',
  /** A file on disk, while the reader has not allowed file addresses for this extension. */
  'file-access',
  /** No click has allowed us to read this page: it changed since the last one. */
  'not-granted',
  /** The browser or whoever manages it forbids extensions here. */
  'blocked',
  /** The page went away while it was being read. */
  'navigated',
  /** The browser put the tab to sleep. */
  'discarded',
  'closed',
  /** The page gave no answer in time. */
  'timeout',
  /** The page answered with something that is not a reading. */
  'bad-answer',
] as const;
export type CannotReadReason = (typeof CANNOT_READ_REASONS)[number];

/** What is known about the tab that was read. */
export interface TabFacts {
  readonly tabId: number;
  /** The address of the document that was read, not one that the page claims; empty when it is hidden from us. */
  readonly url: string;
  readonly title: string;
  /** True in private windows, where nothing may be kept. */
  readonly incognito: boolean;
}

/** What reading a tab gives; never a rejection. */
export type ReadResult =
  | {
      readonly kind: 'outcome';
      readonly outcome: Outcome;
      readonly tab: TabFacts;
      /** When it was read, milliseconds since 1970. */
      readonly readAt: number;
    }
  | {
      readonly kind: 'unreadable';
      readonly reason: CannotReadReason;
      /** Null when the tab is gone. */
      readonly tab: TabFacts | null;
    };
