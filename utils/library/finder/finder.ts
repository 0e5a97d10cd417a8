import { ok } from '../../result.ts';
import { libraryError } from '../errors.ts';
import type { ArticleId, LibraryError, LibraryResult } from '../types.ts';
import { joinedIds } from './catalogue/ids.ts';
import { findHits } from './hits/find-hits.ts';
import { IndexDamage } from './index/bytes.ts';
import { type CatchUpEnd, catchUp, type IndexSource } from './index/catch-up.ts';
import { type IndexState, isOverwritten, loadIndex } from './index/state.ts';
import { clearIndex, openSearchDatabase, type SearchDatabase } from './index/store.ts';
import { type FoundWords, findWords } from './match/find-words.ts';
import { listRows } from './match/list-rows.ts';
import { rowSorter } from './match/order.ts';
import { termReader } from './match/read-terms.ts';
import { parseLine } from './query/parse-line.ts';
import type { ParsedLine } from './query/types.ts';
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

export interface FinderParts {
  readonly source: IndexSource;
  readonly openDatabase?: () => Promise<SearchDatabase>;
  /** Runs something while no other worker runs such a thing. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called whenever more can be found. */
  readonly learned: () => void;
}

/** A search waits so long for the index to be brought up to date; milliseconds. */
const PATIENCE = 150;
/** So often is the index read anew before it counts as damaged. */
const TRIES = 3;

export function createFinder({
  source,
  openDatabase = openSearchDatabase,
  alone,
  learned,
}: FinderParts): LocalFinder {
  let opening: Promise<SearchDatabase> | null = null;
  let loading: Promise<IndexState> | null = null;
  let catching: Promise<LibraryError | null> | null = null;
  let isClosed = false;
  /** True while this worker is the one that writes: what it has in memory is ahead of the disk. */
  let isWriting = false;
  const sorter = rowSorter();

  function database(): Promise<SearchDatabase> {
    opening ??= openDatabase();
    return opening;
  }

  /** The index as it is on disk; built anew from nothing where it is damaged. */
  async function index(): Promise<IndexState> {
    const opened = await database();
    const isOld = loading && !isWriting && (await isOverwritten(opened, await loading));
    if (isOld && !isWriting) loading = null;
    return load(opened);
  }

  function load(opened: SearchDatabase): Promise<IndexState> {
    loading ??= loadIndex(opened).catch((thrown: unknown) => {
      loading = null;
      if (!(thrown instanceof IndexDamage)) throw thrown;
      return clearIndex(opened).then(() => loadIndex(opened));
    });
    return loading;
  }

  /** Brings the index up to date, when no other worker does. Damage is mended by building it anew. */
  async function update(): Promise<LibraryError | null> {
    for (let tries = 0; tries < TRIES; tries++) {
      try {
        const end = await alone(writeChanges);
        if (typeof end === 'object') return end;
        if (end !== 'other-library') return null;
      } catch (thrown) {
        // What is in memory is perhaps ahead of what is on disk.
        loading = null;
        if (!(thrown instanceof IndexDamage)) return libraryError(thrown);
      }
      await alone(reset);
    }
    return { kind: 'damaged', details: 'search' };
  }

  async function writeChanges(): Promise<CatchUpEnd> {
    const opened = await database();
    isWriting = true;
    try {
      // Somebody else may have written while we waited.
      if (loading && (await isOverwritten(opened, await loading))) loading = null;
      const state = await load(opened);
      return await catchUp({ source, database: opened, state, learned, isStopped: () => isClosed });
    } finally {
      isWriting = false;
    }
  }

  async function reset(): Promise<void> {
    loading = null;
    await clearIndex(await database());
  }

  /** Waits a moment for the index to be current. */
  async function refreshed(): Promise<{ state: IndexState; isCurrent: boolean }> {
    const state = await index();
    if (!(await isBehind(state))) return { state, isCurrent: true };
    catching ??= update().then((error) => {
      catching = null;
      if (!error) learned();
      return error;
    });
    const ended = await Promise.race([
      catching,
      new Promise<'late'>((late) => setTimeout(late, PATIENCE, 'late')),
    ]);
    if (ended !== 'late' && ended !== null) throw new SourceFailure(ended);
    return { state: await index(), isCurrent: ended === null };
  }

  async function isBehind({ manifest, catalogue }: IndexState): Promise<boolean> {
    if (catching) return true;
    const answer = await source.changedSince(manifest.revision, 1);
    if (!answer.ok) throw new SourceFailure(answer.error);
    const { identity, revision } = answer.value;
    return identity !== manifest.identity || revision !== manifest.revision || catalogue.pending.size > 0;
  }

  /** What each of the words of a line is found in. */
  async function foundWords(line: ParsedLine, { catalogue, segments }: IndexState): Promise<FoundWords[]> {
    const terms = termReader(await database(), segments);
    return Promise.all(line.words.map((words) => findWords(words, catalogue, terms)));
  }

  /** Searches, once more where segments were replaced in the meantime; what stays unreadable is built anew. */
  async function searched<T>(work: (state: IndexState, isCurrent: boolean) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      const { state, isCurrent } = await refreshed();
      const { segments } = state;
      try {
        return await work(state, isCurrent);
      } catch (thrown) {
        if (!(thrown instanceof IndexDamage) || tries > TRIES) throw thrown;
        const isReplaced = state.segments !== segments || (await isOverwritten(await database(), state));
        if (!isReplaced) await alone(reset);
      }
    }
  }

  return {
    find: (query) =>
      attempt(async () => {
        const line = parseLine(query.text);
        return searched(async (state, isCurrent) => {
          const found = await foundWords(line, state);
          const { rows, facets } = listRows(query, line, found, state.catalogue, sorter);
          const ids = joinedIds(state.catalogue.columns.id, rows);
          return { ids, facets, isIndexCurrent: isCurrent, problems: line.problems };
        });
      }),
    hits: (query, ids) =>
      attempt(async () => {
        const line = parseLine(query.text);
        const wanted = line.words.filter(({ isNegated }) => !isNegated);
        if (wanted.length === 0) return [];
        const found = await searched((state) => foundWords({ ...line, words: wanted }, state));
        const [summaries, bodies] = await Promise.all([source.summaries(ids), source.bodies(ids)]);
        if (!summaries.ok) throw new SourceFailure(summaries.error);
        if (!bodies.ok) throw new SourceFailure(bodies.error);
        const sought = wanted.map((words, at) => ({ words, meant: found[at]?.meant ?? new Set<string>() }));
        return findHits(sought, summaries.value, bodies.value);
      }),
    close() {
      isClosed = true;
      void opening?.then((opened) => opened.close());
    },
  };
}

/** The library could not be read. */
class SourceFailure extends Error {
  readonly error: LibraryError;

  constructor(error: LibraryError) {
    super(error.details);
    this.error = error;
  }
}

async function attempt<T>(work: () => Promise<T>): LibraryResult<T> {
  try {
    return ok(await work());
  } catch (thrown) {
    return { ok: false, error: thrown instanceof SourceFailure ? thrown.error : libraryError(thrown) };
  }
}
