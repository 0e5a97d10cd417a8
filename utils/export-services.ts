import type { ExportOffer, ExportOrder } from '../components/export/offer.ts';
import type { Shown } from '../components/state/session.ts';
import type { AbsoluteUrl } from './extraction/types/source.ts';
import { articleIdOf } from './library/article-id.ts';
import { newReaderFields, summarise } from './library/summary.ts';
import { ARTICLE_FORMATS, EXPORT_FORMATS } from './library/transfer/export/format-names.ts';
import type { ExportSource } from './library/transfer/export/source.ts';
import type { ExportError, ExportedFile } from './library/transfer/export/types.ts';
import type { ArticleId, SavedSummary } from './library/types.ts';
import type { LibraryReader } from './library/verbs.ts';
import { withLibrary } from './library/with-library.ts';
import { ok, type Result } from './result.ts';
import { normaliseUrl } from './text/urls.ts';

/**
 * Entries of the reading list: what was chosen, or all of it.
 *
 * @param ids null for everything, newest first
 * @param title what a file of several is called, such as their tag; null for the reading list as such
 */
export function exportOfList(ids: readonly ArticleId[] | null, title: string | null = null): ExportOffer {
  return {
    formats: EXPORT_FORMATS,
    async count() {
      if (ids) return ids.length;
      const counted = await withLibrary((library) => library.count());
      return counted.ok ? counted.value : null;
    },
    async run(order) {
      const { entriesOfList } = await import('./library/transfer/export/source.ts');
      const result = await withLibrary(async (library) => {
        const chosen = ids ?? (await allIds(library));
        return ok(await write(entriesOfList(library, chosen), title ?? order.t('exportAll'), order));
      });
      return result.ok
        ? result.value
        : { ok: false, error: { kind: 'failed', details: result.error.details } };
    },
  };
}

/** The article on the screen, with the reader's note and the images where it is saved. */
export function exportOfShown(shown: Shown): ExportOffer {
  return {
    formats: ARTICLE_FORMATS,
    count: async () => 1,
    async run(order) {
      const { entryAlone, imagesOf } = await import('./library/transfer/export/source.ts');
      const { article } = shown;
      const saved = await withLibrary(async (library) => {
        const found = await library.find(shown.origin.url);
        if (!found.ok || !found.value) return ok(null);
        return ok({ summary: found.value, images: await imagesOf(library, found.value.id) });
      });
      // A private window opens no list: what is on the screen can be written all the same.
      const known = saved.ok ? saved.value : null;
      const entry = {
        summary: known?.summary ?? (await summaryOf(shown)),
        article,
        images: known?.images ?? [],
      };
      return write(entryAlone(entry), article.meta.title, order);
    },
  };
}

async function write(source: ExportSource, title: string, order: ExportOrder) {
  const [{ exportArticles }, { pageImageTools }, { download }] = await Promise.all([
    import('./library/transfer/export/export-articles.ts'),
    import('./library/transfer/export/image-tools.ts'),
    import('./library/transfer/export/collect-blob.ts'),
  ]);
  const { format, choices, t, language, signal, tell } = order;
  const means = { t, language, signal, tell, now: Date.now(), images: pageImageTools };
  const result: Result<ExportedFile, ExportError> = await exportArticles(
    { format, source, title, choices },
    means,
  );
  if (!result.ok) return result;
  download(result.value);
  return ok({ name: result.value.name, damaged: result.value.damaged.length });
}

/** So many entries are looked up at a time. */
const LISTED_AT_ONCE = 1_000;

async function allIds(library: LibraryReader): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for (let last: SavedSummary | undefined; ; ) {
    const listed = await library.newest({}, LISTED_AT_ONCE, last);
    if (!listed.ok) throw new Error(listed.error.details || listed.error.kind);
    ids.push(...listed.value.map(({ id }) => id));
    last = listed.value.at(-1);
    if (listed.value.length < LISTED_AT_ONCE) return ids;
  }
}

/** What a list would say of an article that is in none. */
async function summaryOf({ article, origin }: Shown): Promise<SavedSummary> {
  // A file on disk has no address that anybody else could follow.
  const url = normaliseUrl(article.meta.url ?? origin.url) ?? ('' as AbsoluteUrl);
  return {
    ...newReaderFields(article.meta.tags),
    ...summarise(article, url),
    id: await articleIdOf(url),
    savedAt: origin.readAt,
    readAt: origin.readAt,
    updatedAt: origin.readAt,
    revision: 0,
  };
}
