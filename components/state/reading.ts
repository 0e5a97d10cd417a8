import type { Article, ListedPost, NotArticleReason } from '../../utils/extraction/types/article.ts';
import { type MessageKey, messageKey } from '../../utils/i18n.ts';
import type { SavedArticle } from '../../utils/library/types.ts';
import type { SavedError } from '../../utils/reading/read-saved.ts';
import type { ReadResult } from '../../utils/reading/types.ts';
import type { Result } from '../../utils/result.ts';

/** Where an article was read. */
export interface Origin {
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly readAt: number;
  readonly incognito: boolean;
  /** The tab that it was read in; null for a saved article. */
  readonly tabId: number | null;
}

/** What a screen has to show: one of these at any time, never nothing. */
export type Reading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'article'; readonly article: Article; readonly origin: Origin }
  | {
      readonly kind: 'not-an-article';
      readonly reason: NotArticleReason;
      readonly bestEffort: Article | null;
      readonly posts: readonly ListedPost[];
      readonly origin: Origin;
    }
  | { readonly kind: 'unreadable'; readonly message: MessageKey }
  | { readonly kind: 'failed'; readonly step: string; readonly details: string }
  | { readonly kind: 'not-opened'; readonly error: SavedError }
  /** The reader tab was opened without anything to read. */
  | { readonly kind: 'bad-address' };

/** What to show for what reading a tab gave. */
export function readingOfTab(result: ReadResult): Reading {
  if (result.kind === 'unreadable') {
    return { kind: 'unreadable', message: messageKey('cannotRead', result.reason) };
  }
  const { outcome, tab, readAt } = result;
  const origin = { url: tab.url, readAt, incognito: tab.incognito, tabId: tab.tabId };
  switch (outcome.kind) {
    case 'article':
      return { kind: 'article', article: outcome.article, origin };
    case 'not-an-article':
      return { ...outcome, origin };
    case 'unreadable':
      return { kind: 'unreadable', message: messageKey('unreadable', outcome.reason) };
    case 'failed':
      return { kind: 'failed', step: outcome.step, details: outcome.message };
  }
}

/** What to show for what opening a saved article gave. */
export function readingOfSaved(opened: Result<SavedArticle, SavedError>): Reading {
  if (!opened.ok) return { kind: 'not-opened', error: opened.error };
  const { article, summary } = opened.value;
  return {
    kind: 'article',
    article,
    origin: { url: summary.url, readAt: summary.readAt, incognito: false, tabId: null },
  };
}
