import { ok } from '../../result.ts';
import { libraryError } from '../errors.ts';
import type { ArticleId, LibraryResult } from '../types.ts';
import { joinedIds } from './catalogue/ids.ts';
import { findHits } from './hits/find-hits.ts';
import { createBlockCache } from './index/block-cache.ts';
import type { IndexSource } from './index/catch-up.ts';
import { createKeeper, type KeeperParts, type KnownIndex, SourceFailure } from './index/keeper.ts';
import { openSearchDatabase } from './index/store.ts';
import { type FoundWords, findWords } from './match/find-words.ts';
import { listRows } from './match/list-rows.ts';
import { rowSorter } from './match/order.ts';
import { termReader } from './match/read-terms.ts';
import { parseLine } from './query/parse-line.ts';
import type { Words } from './query/types.ts';
import type { Listed, ListQuery, SavedHit } from './types.ts';

/** What is found, with the ids as one run of digits: see `joinedIds`. */
export interface FoundList extends Omit<Listed, 'ids'> {
  readonly ids: Uint8Array<ArrayBuffer>;
}

/** Finding as it is done in the worker; the pages' side of it is a `Finder`. */
export interface LocalFinder {
  find(query: ListQuery): LibraryResult<FoundList>;
  hits(query: ListQuery, ids: readonly ArticleId[]): LibraryResult<readonly SavedHit[]>;
  close(): void;
}

export type FinderParts = Omit<KeeperParts, 'openDatabase'> & Partial<KeeperParts>;

export function createFinder(parts: FinderParts): LocalFinder {
  const keeper = createKeeper({ openDatabase: openSearchDatabase, ...parts });
  const sorter = rowSorter();
  const cache = createBlockCache();
  /** What each of some words is found in. */
  function foundWords(words: readonly Words[], { database, state }: KnownIndex): Promise<FoundWords[]> {
    const terms = termReader(database, state.segments, cache);
    return Promise.all(words.map((one) => findWords(one, state.catalogue, terms)));
  }
  return {
    find: (query) =>
      attempt(async () => {
        const line = parseLine(query.text);
        return keeper.use(async (index) => {
          const found = await foundWords(line.words, index);
          const { catalogue } = index.state;
          const { rows, facets } = listRows(query, line, found, catalogue, sorter);
          const ids = joinedIds(catalogue.columns.id, rows);
          return { ids, facets, isIndexCurrent: index.isCurrent, problems: line.problems };
        });
      }),
    hits: (query, ids) =>
      attempt(async () => {
        const wanted = parseLine(query.text).words.filter(({ isNegated }) => !isNegated);
        if (wanted.length === 0) return [];
        const found = await keeper.use((index) => foundWords(wanted, index));
        return hitsIn(parts.source, wanted, found, ids);
      }),
    close: keeper.close,
  };
}

async function hitsIn(
  source: IndexSource,
  wanted: readonly Words[],
  found: readonly FoundWords[],
  ids: readonly ArticleId[],
): Promise<readonly SavedHit[]> {
  const [summaries, bodies] = await Promise.all([source.summaries(ids), source.bodies(ids)]);
  if (!summaries.ok) throw new SourceFailure(summaries.error);
  if (!bodies.ok) throw new SourceFailure(bodies.error);
  const sought = wanted.map((words, at) => ({ words, meant: found[at]?.meant ?? new Set<string>() }));
  return findHits(sought, summaries.value, bodies.value);
}

async function attempt<T>(work: () => Promise<T>): LibraryResult<T> {
  try {
    return ok(await work());
  } catch (thrown) {
    return { ok: false, error: thrown instanceof SourceFailure ? thrown.error : libraryError(thrown) };
  }
}
