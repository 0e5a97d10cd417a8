import type { LibraryError } from '../../types.ts';
import { IndexDamage } from './bytes.ts';
import { type CatchUpEnd, catchUp, type IndexSource } from './catch-up.ts';
import { type IndexState, isOverwritten, loadIndex } from './state.ts';
import { clearIndex, type SearchDatabase } from './store.ts';

/** A search waits so long for the index to be brought up to date; milliseconds. */
const PATIENCE = 150;
/** So often is something tried anew before it counts as failed. */
const TRIES = 3;

export interface KeeperParts {
  readonly source: IndexSource;
  readonly openDatabase: () => Promise<SearchDatabase>;
  /** Runs something while no other worker runs such a thing. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called whenever more can be found. */
  readonly learned: () => void;
}

/** The index in use. */
export interface KnownIndex {
  readonly database: SearchDatabase;
  readonly state: IndexState;
  /** Whether all of the library is in it. */
  readonly isCurrent: boolean;
}

/** The library could not be read. */
export class SourceFailure extends Error {
  readonly error: LibraryError;

  constructor(error: LibraryError) {
    super(error.details);
    this.error = error;
  }
}

/** How bringing it up to date ended; `failed` where the index could not be written: what is known is still good. */
type UpdateEnd = 'current' | 'failed' | LibraryError;

/** Keeps the index open, up to date with the library, and whole. */
export function createKeeper({ source, openDatabase, alone, learned }: KeeperParts) {
  let opening: Promise<SearchDatabase> | null = null;
  let loading: Promise<IndexState> | null = null;
  let updating: Promise<UpdateEnd> | null = null;
  let isClosed = false;
  /** Whether anybody was answered before the index was current, and should ask again. */
  let isOwed = false;
  /** True while this worker is the one that writes: what it has in memory is ahead of the disk. */
  let isWriting = false;

  function open(): Promise<SearchDatabase> {
    opening ??= openDatabase();
    return opening;
  }

  function forget(thrown: unknown): void {
    // What is in memory is perhaps ahead of what is on disk.
    loading = null;
    // The browser closed the database: its data were cleared, or the disk went away for a moment.
    if (thrown instanceof Error && thrown.name === 'InvalidStateError') opening = null;
  }

  /** The index as it is on disk; empty where that is damaged. */
  function load(database: SearchDatabase): Promise<IndexState> {
    loading ??= loadIndex(database).catch((thrown: unknown) => {
      loading = null;
      if (!(thrown instanceof IndexDamage)) throw thrown;
      return clearIndex(database).then(() => loadIndex(database));
    });
    return loading;
  }

  /** The same, read again where another worker has written. */
  async function reload(database: SearchDatabase): Promise<IndexState> {
    const isOld = loading && !isWriting && (await isOverwritten(database, await loading));
    if (isOld && !isWriting) loading = null;
    return load(database);
  }

  async function clear(): Promise<void> {
    loading = null;
    await clearIndex(await open());
  }

  async function writeChanges(): Promise<CatchUpEnd> {
    const database = await open();
    // Somebody else may have written while we waited.
    const state = await reload(database);
    isWriting = true;
    try {
      return await catchUp({ source, database, state, learned, isStopped: () => isClosed });
    } finally {
      isWriting = false;
    }
  }

  /** Brings the index up to date, when no other worker does. Damage is mended by building it anew. */
  async function update(): Promise<UpdateEnd> {
    for (let tries = 0; tries < TRIES; tries++) {
      try {
        const end = await alone(writeChanges);
        if (typeof end === 'object' || end === 'current') return end;
        if (end === 'stopped') return 'failed';
        await alone(clear);
      } catch (thrown) {
        forget(thrown);
        if (!(thrown instanceof IndexDamage)) return 'failed';
        await alone(clear);
      }
    }
    return 'failed';
  }

  async function isBehind({ manifest, catalogue }: IndexState): Promise<boolean> {
    const answer = await source.changedSince(manifest.revision, 1);
    if (!answer.ok) throw new SourceFailure(answer.error);
    const { identity, revision } = answer.value;
    return identity !== manifest.identity || revision !== manifest.revision || catalogue.pending.size > 0;
  }

  /** The index, after it had a moment to catch up. */
  async function known(): Promise<KnownIndex> {
    const database = await open();
    const state = await reload(database);
    if (!updating && !(await isBehind(state))) return { database, state, isCurrent: true };
    updating ??= update().then((end) => {
      updating = null;
      if (end === 'current' && isOwed) learned();
      isOwed = false;
      return end;
    });
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, PATIENCE, 'late'));
    const end = await Promise.race([updating, late]);
    if (typeof end === 'object') throw new SourceFailure(end);
    if (end === 'late') isOwed = true;
    return { database: await open(), state: await reload(await open()), isCurrent: end === 'current' };
  }

  return {
    /** Does something with the index: again where that was replaced meanwhile, and with a new one where it is damaged. */
    async use<T>(work: (index: KnownIndex) => Promise<T>): Promise<T> {
      for (let tries = 1; ; tries++) {
        let index: KnownIndex | null = null;
        let segments: unknown = null;
        try {
          index = await known();
          ({ segments } = index.state);
          return await work(index);
        } catch (thrown) {
          if (thrown instanceof SourceFailure || tries > TRIES) throw thrown;
          const isReplaced =
            thrown instanceof IndexDamage &&
            index !== null &&
            (index.state.segments !== segments || (await isOverwritten(index.database, index.state)));
          if (isReplaced) continue;
          forget(thrown);
          if (thrown instanceof IndexDamage) await alone(clear);
          else if (opening) throw thrown;
        }
      }
    },
    close(): void {
      isClosed = true;
      void opening?.then((database) => database.close());
    },
  };
}
