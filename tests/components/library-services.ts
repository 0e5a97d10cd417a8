import type { LibraryScreenServices } from '../../components/library/state/screen.ts';
import type { BlogMemory } from '../../components/state/learning.ts';
import type { LibraryServices } from '../../components/state/reading-list.ts';
import type { PageServices } from '../../components/state/session.ts';
import { newChangeKey } from '../../utils/library/change-key.ts';
import type {
  ArticleId,
  ChangeKey,
  ChangeReceipt,
  LibraryError,
  LibraryErrorKind,
  SavedSummary,
} from '../../utils/library/types.ts';
import { err, ok, type Result } from '../../utils/result.ts';
import { normaliseUrl } from '../../utils/text/urls.ts';
import { url } from './articles.ts';
import { memoryFinder } from './memory-finder.ts';

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
export function memoryLibrary(start: readonly SavedSummary[] = [], failure: LibraryErrorKind | null = null) {
  const items = [...start];
  const removed = new Map<ArticleId, SavedSummary>();
  const before = new Map<ChangeKey, readonly SavedSummary[]>();
  const trouble = { kind: failure };
  const answer = async <T>(make: () => T): Promise<Result<T, LibraryError>> =>
    trouble.kind ? err({ kind: trouble.kind, details: 'said the browser' }) : ok(make());
  const watchers = new Set<() => void>();
  /** As the real list does, it lets all pages know that it was written to. */
  const wrote = async <T>(make: () => T): Promise<Result<T, LibraryError>> => {
    const written = await answer(make);
    for (const changed of watchers) queueMicrotask(changed);
    return written;
  };
  const newestFirst = () => items.toSorted((a, b) => b.savedAt - a.savedAt);
  const finder = memoryFinder(() => items);

  function take(id: ArticleId): SavedSummary[] {
    const index = items.findIndex((item) => item.id === id);
    const taken = index < 0 ? [] : items.splice(index, 1);
    for (const item of taken) removed.set(id, item);
    return taken;
  }
  function giveBack(id: ArticleId): SavedSummary {
    const item = removed.get(id) ?? summary('none');
    items.unshift(item);
    return item;
  }
  function write(changes: (item: SavedSummary) => SavedSummary | null): ChangeReceipt {
    const key = newChangeKey();
    before.set(key, [...items]);
    let changed = 0;
    for (const [index, item] of items.entries()) {
      const next = changes(item);
      if (next) {
        items[index] = next;
        changed += 1;
      }
    }
    return { key, changed };
  }

  const services: LibraryServices & LibraryScreenServices = {
    newest: ({ state }, limit) =>
      answer(() =>
        newestFirst()
          .filter((item) => !state || item.state === state)
          .slice(0, limit),
      ),
    summaries: (ids) => answer(() => ids.flatMap((id) => items.find((item) => item.id === id) ?? [])),
    count: () => answer(() => items.length),
    littleRoom: async () => null,
    find: (address) => answer(() => items.find((item) => item.url === normaliseUrl(address)) ?? null),
    loss: () => answer(() => null),
    dismissLoss: () => answer(() => null),
    save: (request) =>
      wrote(() => {
        const address = normaliseUrl(request.url) ?? url('https://none.example/');
        const saved = summary(request.article.meta.title, { url: address });
        const index = items.findIndex((item) => item.url === address);
        const [before] = index < 0 ? [] : items.splice(index, 1);
        items.unshift({ ...saved, tags: before?.tags ?? [], state: before?.state ?? 'unread' });
        return { summary: saved, isNew: !before, isFilled: before?.kind === 'link' };
      }),
    remove: (id) => wrote(() => take(id)[0] ?? summary('none')),
    restore: (id) => wrote(() => giveBack(id)),
    removeAll: (ids) => wrote(() => ids.flatMap(take).map(({ id }) => id)),
    restoreAll: (ids) => wrote(() => ids.map(giveBack).map(({ id }) => id)),
    change: (ids, { addTags = [], removeTags = [], ...rest }) =>
      wrote(() =>
        write((item) =>
          ids.includes(item.id)
            ? {
                ...item,
                ...rest,
                tags: [...item.tags.filter((tag) => !removeTags.includes(tag)), ...addTags],
              }
            : null,
        ),
      ),
    renameTag: (from, to) =>
      wrote(() =>
        write((item) =>
          item.tags.includes(from)
            ? { ...item, tags: [...new Set(item.tags.map((tag) => (tag === from ? to : tag)))] }
            : null,
        ),
      ),
    deleteTag: (tag) =>
      wrote(() =>
        write((item) =>
          item.tags.includes(tag) ? { ...item, tags: item.tags.filter((one) => one !== tag) } : null,
        ),
      ),
    undo: (key) =>
      wrote(() => {
        items.splice(0, items.length, ...(before.get(key) ?? []));
        return { key, changed: 1 };
      }),
    finder: () => finder,
  };
  const watch = (changed: () => void) => watchers.add(changed);
  return { services, items, trouble, watch };
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
