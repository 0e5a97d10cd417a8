import { type ReadonlySignal, signal } from '@preact/signals';
import type { SavedHit } from '../../../utils/library/finder/types.ts';
import type { ArticleId, SavedSummary } from '../../../utils/library/types.ts';

/** So many rows are kept beside those on the screen: enough to scroll back without waiting. */
const KEPT = 1_000;

/** Loads what a list of ids stands for, as far as it comes on the screen. */
export interface RowCache {
  /** Undefined until it was loaded. Reading it follows the cache. */
  row(id: ArticleId): SavedSummary | undefined;
  /** Where a search found it, one hit a place, titles first; empty until known. */
  hits(id: ArticleId): readonly SavedHit[];
  /** Puts rows in that are known already. */
  put(rows: readonly SavedSummary[]): void;
  /** Says which rows are on the screen; those that are missing or outdated are loaded. */
  need(ids: readonly ArticleId[]): void;
  /** The rows may have changed: what is shown stays until it was loaded again. */
  outdate(): void;
  /** Another search: its hits are other ones, and are looked up for the rows on the screen. */
  forgetHits(): void;
  readonly version: ReadonlySignal<number>;
}

export interface RowSources {
  /** Those that are gone are left out; null when they could not be had. */
  readonly summaries: (ids: readonly ArticleId[]) => Promise<readonly SavedSummary[] | null>;
  /** Null where they could not be had. */
  readonly hits: (ids: readonly ArticleId[]) => Promise<readonly SavedHit[] | null>;
}

export function createRowCache(sources: RowSources): RowCache {
  const rows = new Map<ArticleId, SavedSummary>();
  const hits = new Map<ArticleId, SavedHit[]>();
  const version = signal(0);
  const asked = { rows: new Set<ArticleId>(), hits: new Set<ArticleId>() };
  let needed: readonly ArticleId[] = [];
  let searches = 0;

  function put(given: readonly SavedSummary[]): void {
    for (const row of given) {
      rows.delete(row.id);
      rows.set(row.id, row);
    }
    prune();
    version.value += 1;
  }

  /** The map keeps the order of arrival: what came first goes first. */
  function prune(): void {
    if (rows.size <= KEPT + needed.length) return;
    const shown = new Set(needed);
    for (const id of rows.keys()) {
      if (rows.size <= KEPT) break;
      if (!shown.has(id)) {
        rows.delete(id);
        asked.rows.delete(id);
      }
    }
  }

  async function loadRows(): Promise<void> {
    const missing = needed.filter((id) => !asked.rows.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asked.rows.add(id);
    const loaded = await sources.summaries(missing);
    if (loaded) put(loaded);
    else for (const id of missing) asked.rows.delete(id);
  }

  async function loadHits(): Promise<void> {
    const missing = needed.filter((id) => !asked.hits.has(id));
    if (missing.length === 0) return;
    const search = searches;
    for (const id of missing) asked.hits.add(id);
    const loaded = await sources.hits(missing);
    if (search !== searches) return;
    for (const id of missing) {
      if (loaded)
        hits.set(
          id,
          loaded.filter((hit) => hit.id === id),
        );
      else asked.hits.delete(id);
    }
    version.value += 1;
  }

  function need(ids: readonly ArticleId[]): void {
    needed = ids;
    void loadRows();
    void loadHits();
  }

  return {
    version,
    row: (id) => (version.value >= 0 ? rows.get(id) : undefined),
    hits: (id) => (version.value >= 0 && hits.get(id)) || [],
    put(given) {
      put(given);
      for (const { id } of given) asked.rows.add(id);
    },
    need,
    outdate() {
      asked.rows.clear();
      asked.hits.clear();
      need(needed);
    },
    forgetHits() {
      searches += 1;
      hits.clear();
      asked.hits.clear();
      version.value += 1;
      void loadHits();
    },
  };
}
