import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Article } from '../../utils/extraction/types/article.ts';
import { messageKey } from '../../utils/i18n.ts';
import {
  type LoadedPages,
  loadablePages,
  type PagedArticle,
  pagedArticle,
} from '../../utils/reading/paged-article.ts';
import type { Notices } from './notices.ts';
import type { Origin, Reading } from './reading.ts';

/** Loads the further pages of an article; tells the number of each before it asks for it. */
export type LoadPages = (
  paged: PagedArticle,
  origin: Origin,
  tell: (number: number) => void,
) => Promise<LoadedPages>;

/** The further pages of the article that a screen shows. */
export interface PageLoading {
  /** How many can be asked for now. */
  readonly loadable: ReadonlySignal<number>;
  /** The number of the page that is being asked for; null when none is. */
  readonly loading: ReadonlySignal<number | null>;
  /** Asks for them and shows all as one article. Never rejects. */
  load(): Promise<void>;
}

export function createPageLoading(
  reading: Signal<Reading>,
  loadPages: LoadPages,
  notices: Notices,
): PageLoading {
  const asking = signal<{ readonly of: Reading; readonly number: number } | null>(null);
  const loading = computed(() => (asking.value?.of === reading.value ? asking.value.number : null));
  // What a second click builds on: the pages apart, as they came.
  let kept: PagedArticle | null = null;
  const pagedOf = (article: Article) => (kept?.article === article ? kept : pagedArticle(article));
  const pages = computed(() => pagesIn(reading.value));

  return {
    loadable: computed(() => pages.value.length),
    loading,
    async load() {
      const current = reading.value;
      const [first] = pages.value;
      if (current.kind !== 'article' || !first || loading.value !== null) return;
      const paged = pagedOf(current.article);
      if (!paged) return;
      const tell = (number: number) => {
        if (reading.value === current) asking.value = { of: current, number };
      };
      tell(first.number);
      try {
        const loaded = await loadPages(paged, current.origin, tell);
        // Another page was read meanwhile: these pages are not its own.
        if (reading.value !== current) return;
        kept = loaded;
        const origin = { ...current.origin, readAt: Date.now() };
        reading.value = { ...current, article: loaded.article, origin };
        if (loaded.closed) notices.show(messageKey('cannotRead', loaded.closed), { isError: true });
      } catch {
        notices.show('noticePagesFailed', { isError: true });
      } finally {
        if (asking.value?.of === current) asking.value = null;
      }
    },
  };
}

function pagesIn(reading: Reading) {
  if (reading.kind !== 'article' || reading.origin.tabId === null) return [];
  const { pages } = reading.article.meta;
  return pages ? loadablePages(pages, reading.origin.url) : [];
}
