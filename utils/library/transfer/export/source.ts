import { parseArticle } from '../../../reading/schema.ts';
import { trustArticle } from '../../../reading/trust.ts';
import type { WholeImage } from '../../transfer-types.ts';
import type { ArticleId, LibraryResult, SavedSummary, StoredBody } from '../../types.ts';
import { ExportFailure, type ReadableEntry, type StoredEntry } from './types.ts';

/** Entries with their bodies and images may be large: so many are in memory at a time. */
const ENTRIES_AT_ONCE = 10;
const SUMMARIES_AT_ONCE = 500;

/** What an export looks at, as often as it must. */
export interface ExportSource {
  /** How many there were when the export was asked for; some may be gone since. */
  readonly count: number;
  summaries(): AsyncIterable<SavedSummary>;
  entries(): AsyncIterable<StoredEntry>;
}

/** The verbs that an export needs of a reading list. */
export interface ExportedList {
  summaries(ids: readonly ArticleId[]): LibraryResult<readonly SavedSummary[]>;
  bodies(ids: readonly ArticleId[]): LibraryResult<readonly StoredBody[]>;
  images(id: ArticleId): LibraryResult<readonly { readonly url: string; readonly hash: string }[]>;
  image(hash: string): LibraryResult<{ readonly type: string; readonly bytes: ArrayBuffer } | null>;
}

/** Entries of the reading list, in the order of their ids here. */
export function entriesOfList(list: ExportedList, ids: readonly ArticleId[]): ExportSource {
  return {
    count: ids.length,
    async *summaries() {
      for (const some of batches(ids, SUMMARIES_AT_ONCE)) yield* await orFail(list.summaries(some));
    },
    async *entries() {
      for (const some of batches(ids, ENTRIES_AT_ONCE)) {
        const [summaries, bodies] = await Promise.all([
          orFail(list.summaries(some)),
          orFail(list.bodies(some)),
        ]);
        const articles = new Map(bodies.map(({ id, article }) => [id, article]));
        for (const summary of summaries) {
          const images = summary.imageBytes > 0 ? await imagesOf(list, summary.id) : [];
          yield { summary, article: articles.get(summary.id), images };
        }
      }
    },
  };
}

/** An article on the screen, saved or not. */
export function entryAlone(entry: StoredEntry): ExportSource {
  return {
    count: 1,
    async *summaries() {
      yield entry.summary;
    },
    async *entries() {
      yield entry;
    },
  };
}

/**
 * An entry made fit to be written out: what lies on disk is sanitised here and now. Needs a DOM.
 *
 * @param tellDamaged hears of an article of which nothing can be read any more
 */
export function makeReadable(
  { summary, article: stored, images }: StoredEntry,
  tellDamaged: (id: ArticleId) => void,
): ReadableEntry {
  const parsed = stored === undefined ? null : parseArticle(stored);
  if (!parsed && summary.kind === 'article') tellDamaged(summary.id);
  return {
    summary,
    article: parsed && trustArticle(parsed, summary.url),
    images: new Map(images.map((image) => [image.url, image])),
  };
}

/** The images of an entry that are kept offline, with their bytes. */
export async function imagesOf(
  list: Pick<ExportedList, 'images' | 'image'>,
  id: ArticleId,
): Promise<readonly WholeImage[]> {
  const images: WholeImage[] = [];
  for (const { url, hash } of await orFail(list.images(id))) {
    const image = await orFail(list.image(hash));
    if (image) images.push({ url, type: image.type, bytes: image.bytes });
  }
  return images;
}

function* batches<T>(all: readonly T[], size: number): Iterable<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

async function orFail<T>(asked: LibraryResult<T>): Promise<T> {
  const result = await asked;
  if (result.ok) return result.value;
  throw new ExportFailure('failed', result.error.details || result.error.kind);
}
