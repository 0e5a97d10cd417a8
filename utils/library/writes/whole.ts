import type { Article } from '../../extraction/types/article.ts';
import { parseArticle } from '../../reading/schema.ts';
import type { Untrusted } from '../../reading/types.ts';
import { articleIdOf, imageHashOf } from '../article-id.ts';
import type { StoredImage } from '../schema.ts';
import { type GivenSummary, parseSummary } from '../summary-schema.ts';
import type { Writing } from '../transaction.ts';
import { together } from '../transaction.ts';
import type { ImportOutcome, SkipReason, WholeEntry, WholeImage } from '../transfer-types.ts';
import type { ArticleId, SavedSummary } from '../types.ts';
import { releaseImages } from './images.ts';
import { addAnew } from './save.ts';

interface GivenImage extends StoredImage {
  readonly url: string;
}

type PreparedEntry =
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | {
      readonly kind: 'entry';
      readonly id: ArticleId;
      readonly summary: GivenSummary;
      readonly article: Untrusted<Article> | null;
      readonly images: readonly GivenImage[];
    };

/** What can be done before the transaction begins, which ends when anything else is awaited. */
export function prepareEntries(entries: readonly WholeEntry[]): Promise<readonly PreparedEntry[]> {
  return Promise.all(entries.map(prepare));
}

async function prepare({ summary: given, article: body, images = [] }: WholeEntry): Promise<PreparedEntry> {
  const summary = parseSummary(given);
  if (!summary) return { kind: 'skipped', reason: 'bad-entry' };
  const article = body === undefined ? null : parseArticle(body);
  if (body !== undefined && !article) return { kind: 'skipped', reason: 'bad-article' };
  return {
    kind: 'entry',
    id: await articleIdOf(summary.url),
    summary,
    article,
    images: await Promise.all(images.filter(isImage).map(prepareImage)),
  };
}

function isImage({ url, type, bytes }: WholeImage): boolean {
  return typeof url === 'string' && bytes instanceof ArrayBuffer && /^image\/[\w.+-]{1,100}$/u.test(type);
}

async function prepareImage({ url, type, bytes }: WholeImage): Promise<GivenImage> {
  return { url, type, bytes, hash: await imageHashOf(bytes), size: bytes.byteLength };
}

/** Takes in whole entries, one after the other; an entry that the list has in a newer state stays as it is. */
export async function putWhole(
  writing: Writing,
  entries: readonly PreparedEntry[],
): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  for (const entry of entries) {
    outcomes.push(entry.kind === 'skipped' ? entry : await putEntry(writing, entry));
  }
  return outcomes;
}

async function putEntry(
  writing: Writing,
  { id, summary: given, article, images }: Extract<PreparedEntry, { kind: 'entry' }>,
): Promise<ImportOutcome> {
  const { stores } = writing;
  const [previous, tombstone] = await Promise.all([
    stores.objectStore('summaries').get(id),
    stores.objectStore('tombstones').get(id),
  ]);
  if (previous && previous.updatedAt >= given.updatedAt) return { kind: 'unchanged', id, problems: [] };
  const summary: SavedSummary = {
    ...given,
    id,
    imageBytes: new Map(images.map(({ hash, size }) => [hash, size])).values().reduce((a, b) => a + b, 0),
    revision: writing.nextRevision(),
  };
  await together(
    () => (previous ? writing.replace(summary) : addAnew(writing, summary, tombstone)),
    () =>
      article ? stores.objectStore('bodies').put({ id, article }) : stores.objectStore('bodies').delete(id),
  );
  await putImages(writing, id, images);
  return { kind: previous ? 'merged' : 'added', id, problems: [] };
}

/** Gives an article these images and no others. */
async function putImages(writing: Writing, id: ArticleId, images: readonly GivenImage[]): Promise<void> {
  const { stores } = writing;
  await releaseImages(writing, id);
  await together(
    ...images.flatMap(({ url, ...image }) => [
      () => stores.objectStore('images').put(image),
      () => stores.objectStore('imageUses').put({ id, url, hash: image.hash }),
    ]),
  );
}
