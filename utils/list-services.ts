import type { LibraryScreenServices } from '../components/library/state/screen.ts';
import type { Notices } from '../components/state/notices.ts';
import { messageKey } from './i18n.ts';
import { openFinder } from './library/finder/open-finder.ts';
import type { Finder } from './library/finder/types.ts';
import type { ArticleId, SavedSummary } from './library/types.ts';
import { readerPath } from './reading/reader-address.ts';
import { pageLibrary } from './screen-services.ts';

/** What a page that shows the reading list works with; the finder's worker starts when it is first asked. */
export function listServices(): ReturnType<typeof pageLibrary> & LibraryScreenServices {
  let finder: Finder | null = null;
  return {
    ...pageLibrary(),
    finder() {
      finder ??= openFinder();
      return finder;
    },
  };
}

/** Where an entry opens: an article in the reader, a link at its page, since there is nothing to read of it yet. */
export function hrefOfEntry({ kind, id, url }: SavedSummary): string {
  return kind === 'link' ? url : readerPath({ kind: 'saved', id });
}

/** Puts the links of entries into the clipboard, with their titles, and says how it went. */
export async function copyLinks(
  { summaries }: Pick<LibraryScreenServices, 'summaries'>,
  notices: Notices,
  ids: readonly ArticleId[],
): Promise<void> {
  const loaded = await summaries(ids);
  if (!loaded.ok) return notices.show(messageKey('libraryError', loaded.error.kind), { isError: true });
  try {
    await navigator.clipboard.writeText(
      loaded.value.map(({ title, url }) => `${title}\n${url}`).join('\n\n'),
    );
    notices.show('listCopied', { values: { count: loaded.value.length } });
  } catch {
    notices.show('noticeCopyFailed', { isError: true });
  }
}
