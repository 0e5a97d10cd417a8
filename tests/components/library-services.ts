import type { BlogMemory } from '../../components/state/learning.ts';
import type { LibraryServices } from '../../components/state/reading-list.ts';
import type { PageServices } from '../../components/state/session.ts';
import type {
  ArticleId,
  LibraryError,
  LibraryErrorKind,
  SavedHit,
  SavedSummary,
} from '../../utils/library/types.ts';
import { err, ok, type Result } from '../../utils/result.ts';
import { normaliseUrl } from '../../utils/text/urls.ts';
import { url } from './articles.ts';

export function summary(title: string, given: Partial<SavedSummary> = {}): SavedSummary {
  return {
    id: title as ArticleId,
    url: url(`https://blog.example/${encodeURIComponent(title)}`),
    title,
    author: null,
    siteName: 'The Slow Allotment',
    published: null,
    lang: 'en',
    dir: 'ltr',
    kind: 'article',
    state: 'unread',
    isFavourite: false,
    place: null,
    note: '',
    imageBytes: 0,
    revision: 1,
    tags: [],
    excerpt: '',
    readingMinutes: 3,
    comments: 0,
    savedAt: Date.UTC(2024, 2, 9, 12),
    readAt: Date.UTC(2024, 2, 9, 12),
    updatedAt: Date.UTC(2024, 2, 9, 12),
    ...given,
  };
}

/** A reading list in memory that answers as the real one does; `failure` makes every verb fail. */
export function memoryLibrary(
  start: readonly SavedSummary[] = [],
  failure: LibraryErrorKind | null = null,
  hits: readonly SavedHit[] = [],
) {
  const items = [...start];
  const removed = new Map<ArticleId, SavedSummary>();
  const answer = async <T>(make: () => T): Promise<Result<T, LibraryError>> =>
    failure ? err({ kind: failure, details: 'said the browser' }) : ok(make());
  const services: LibraryServices = {
    list: () => answer(() => [...items]),
    search: (query) =>
      answer(() => hits.filter(({ quote }) => quote.toLowerCase().includes(query.toLowerCase()))),
    loss: () => answer(() => null),
    dismissLoss: () => answer(() => null),
    save: (request) =>
      answer(() => {
        const address = normaliseUrl(request.url) ?? url('https://none.example/');
        const saved = summary(request.article.meta.title, { url: address });
        items.unshift(saved);
        return { summary: saved, isNew: true };
      }),
    remove: (id) =>
      answer(() => {
        const index = items.findIndex((item) => item.id === id);
        const [item = summary('none')] = items.splice(index, 1);
        removed.set(id, item);
        return item;
      }),
    restore: (id) =>
      answer(() => {
        const item = removed.get(id) ?? summary('none');
        items.unshift(item);
        return item;
      }),
  };
  return { services, items };
}

const unasked = () => Promise.reject(new Error('nobody asked'));

/** For articles on one page with all of their comments. */
export const NOTHING_MORE: PageServices = { loadPages: unasked, loadComments: unasked };

/** For blogs of which nothing is remembered. */
export const NO_MEMORY: BlogMemory = {
  recall: async () => ok(new Set()),
  keep: async () => ok(null),
  meet: async () => ok(new Set()),
};
