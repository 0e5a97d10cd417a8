import { libraryError } from '../library/errors.ts';
import type { ArticleId, LibraryError, SavedArticle, SavedSummary } from '../library/types.ts';
import type { LibraryReader } from '../library/verbs.ts';
import { ok, type Result } from '../result.ts';
import { parseArticle } from './schema.ts';
import { trustArticle } from './trust.ts';

/** Why a saved article can't be shown, with its entry where that is known: it holds the original link. */
export interface SavedError extends LibraryError {
  readonly summary: SavedSummary | null;
}

/**
 * A saved article made showable. What lies on disk is as untrusted as what comes from a page: another version
 * may have written it, or a damaged disk changed it. Needs a DOM. Never rejects.
 */
export async function readSaved(
  library: Pick<LibraryReader, 'get'>,
  id: ArticleId,
): Promise<Result<SavedArticle, SavedError>> {
  const stored = await library.get(id);
  if (!stored.ok) return { ok: false, error: { ...stored.error, summary: null } };
  const { summary } = stored.value;
  try {
    const article = parseArticle(stored.value.article);
    if (article) return ok({ summary, article: trustArticle(article, summary.url) });
    return { ok: false, error: { kind: 'damaged', details: '', summary } };
  } catch (thrown) {
    return { ok: false, error: { ...libraryError(thrown, 'damaged'), summary } };
  }
}
