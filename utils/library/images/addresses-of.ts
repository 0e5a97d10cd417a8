import type { AbsoluteUrl } from '../../extraction/types/source.ts';
import { parseArticle } from '../../reading/schema.ts';
import { ok, type Result } from '../../result.ts';
import { failure } from '../errors.ts';
import type { ArticleId, LibraryError } from '../types.ts';
import type { Library } from '../verbs.ts';
import { imagesOf } from './choose-images.ts';

export interface Addresses {
  readonly addresses: readonly AbsoluteUrl[];
  readonly articleHost: string;
}

/** What an article shows, by the article as it lies on the disk. */
export async function addressesOf(
  library: Pick<Library, 'get'>,
  id: ArticleId,
): Promise<Result<Addresses, LibraryError>> {
  const stored = await library.get(id);
  if (!stored.ok) return stored;
  const article = parseArticle(stored.value.article);
  if (!article) return failure('damaged');
  return ok({ addresses: imagesOf(article), articleHost: new URL(stored.value.summary.url).hostname });
}
