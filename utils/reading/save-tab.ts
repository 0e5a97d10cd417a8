import type { Article, Outcome } from '../extraction/types/article.ts';
import { messageKey, type Translate } from '../i18n.ts';
import type { LibraryError, LibraryResult, SaveReceipt, SaveRequest } from '../library/types.ts';
import { err, ok, type Result } from '../result.ts';
import { type RawReadResult, readTabRaw } from './inject.ts';
import { noticeOfSave } from './save-notice.ts';
import type { CannotReadReason, Untrusted } from './types.ts';

type Unread = Exclude<Untrusted<Outcome>, { kind: 'article' }>;

/** Why a tab was not saved. */
export type SaveTabError =
  | { readonly kind: 'closed-to-us'; readonly reason: CannotReadReason }
  | { readonly kind: 'no-article'; readonly outcome: Unread }
  | { readonly kind: 'library'; readonly error: LibraryError };

/** Reads the tab of a click and saves its article without showing it. Needs no DOM; never rejects. */
export async function saveTab(
  tabId: number,
  save: (request: SaveRequest) => LibraryResult<SaveReceipt>,
): Promise<Result<SaveReceipt, SaveTabError>> {
  const read = await readTabRaw(tabId, true);
  if (read.kind === 'unreadable') return err({ kind: 'closed-to-us', reason: read.reason });
  if (read.outcome.kind !== 'article') return err({ kind: 'no-article', outcome: read.outcome });
  const saved = await save(requestFor(read, read.outcome.article));
  return saved.ok ? ok(saved.value) : err({ kind: 'library', error: saved.error });
}

function requestFor(
  { tab, readAt }: Extract<RawReadResult, { kind: 'outcome' }>,
  article: Untrusted<Article>,
): SaveRequest {
  return { article, url: tab.url, readAt, incognito: tab.incognito };
}

/** What came of saving a tab, in one sentence. */
export function describeSave(saved: Result<SaveReceipt, SaveTabError>, t: Translate): string {
  if (saved.ok) return t(noticeOfSave(saved.value));
  const { error } = saved;
  switch (error.kind) {
    case 'closed-to-us':
      return t(messageKey('cannotRead', error.reason));
    case 'library':
      return t(messageKey('libraryError', error.error.kind));
    case 'no-article':
      return describeUnread(error.outcome, t);
  }
}

function describeUnread(outcome: Unread, t: Translate): string {
  switch (outcome.kind) {
    case 'not-an-article':
      return t(messageKey('notArticle', outcome.reason));
    case 'unreadable':
      return t(messageKey('unreadable', outcome.reason));
    case 'failed':
      return t('failedText', { step: outcome.step });
  }
}
