// @vitest-environment node
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLibrary } from '../../utils/library/open.ts';
import { DATABASE_NAME } from '../../utils/library/schema.ts';
import type { LibraryError } from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import type { Result } from '../../utils/result.ts';
import { aLibrary, errorOf, expectOk, freshDisk, memoryCanary } from './a-library.ts';
import { fill, type Known, WRITING } from './every-verb.ts';

const HOUR = 60 * 60_000;

let time: number;
beforeEach(() => {
  freshDisk();
  time = 1_000;
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** All that lies in the database. */
async function everything(): Promise<Record<string, unknown[]>> {
  const database = await openDB(DATABASE_NAME);
  const stores = [...database.objectStoreNames];
  const contents = await Promise.all(stores.map((store) => database.getAll(store)));
  database.close();
  return Object.fromEntries(stores.map((store, index) => [store, contents[index] ?? []]));
}

async function filledLibrary(): Promise<{ library: Library; known: Known }> {
  const library = await aLibrary({ now: () => time });
  const known = await fill(library);
  // Late enough that there is something to forget.
  time += HOUR;
  return { library, known };
}

const WRITES = ['put', 'add', 'delete'] as const;
const full = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError');

/** A request of the fake database that fails as a real one does: by an event, which undoes its transaction. */
function failingRequest(store: IDBObjectStore): IDBRequest {
  const transaction = store.transaction as unknown as {
    _execRequestAsync(request: { source: IDBObjectStore; operation(): never }): IDBRequest;
  };
  return transaction._execRequestAsync({
    source: store,
    operation() {
      throw full();
    },
  });
}

/** Counts the requests that write, and lets the disk be full at one of them. */
function fillDiskAt(failing: number): () => number {
  let requests = 0;
  for (const name of WRITES) {
    const original = IDBObjectStore.prototype[name] as (...given: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...given: unknown[]
    ) {
      requests += 1;
      return requests - 1 === failing ? failingRequest(this) : original.apply(this, given);
    } as never);
  }
  return () => requests;
}

const NEVER = -1;
// What the reader was told of is not in the database.
const { dismissLoss: _, ...written } = WRITING;

describe.each(Object.entries(written))('a full disk while the verb is %s', (_verb, call) => {
  it('is told, wherever it happens, and nothing is changed or lost', async () => {
    const { library, known } = await filledLibrary();
    const requests = fillDiskAt(NEVER);
    expectOk(await call(library, known));
    const needed = requests();
    expect(needed).toBeGreaterThan(0);
    for (let failing = 0; failing < needed; failing++) {
      vi.restoreAllMocks();
      freshDisk();
      time = 1_000;
      const again = await filledLibrary();
      const before = await everything();
      fillDiskAt(failing);
      const answer: Result<unknown, LibraryError> = await call(again.library, again.known);
      expect(errorOf(answer)).toBe('disk-full');
      vi.restoreAllMocks();
      expect(await everything()).toEqual(before);
      // With room on the disk the same request does its work.
      expectOk(await call(again.library, again.known));
    }
  });

  it('is told as well when it shows only at the end', async () => {
    const { library, known } = await filledLibrary();
    const before = await everything();
    const original = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
      const transaction = original.apply(this, given);
      if (transaction.mode === 'readwrite') failAtEnd(transaction);
      return transaction;
    });
    expect(errorOf(await call(library, known))).toBe('disk-full');
    vi.restoreAllMocks();
    expect(await everything()).toEqual(before);
  });
});

describe('a disk that is nearly full', () => {
  it('takes nothing more, but gives and changes what it holds', async () => {
    let room = Number.POSITIVE_INFINITY;
    const library = await aLibrary({ now: () => time, room: async () => room });
    const known = await fill(library);
    const before = await everything();
    room = 31_000_000;
    for (const verb of ['save', 'saveLink', 'importItems', 'putWhole', 'keepImage'] as const) {
      expect([verb, errorOf(await WRITING[verb](library, known))]).toEqual([verb, 'disk-full']);
    }
    expect(await everything()).toEqual(before);
    expectOk(await library.get(known.tea.id));
    expectOk(await library.change([known.tea.id], { note: 'Still.' }));
    expectOk(await library.removeAll([known.tea.id]));
    room = 33_000_000;
    expectOk(await WRITING.saveLink(library, known));
  });

  it('is not touched once opening the list would need the last of it', async () => {
    const opened = await openLibrary({
      canary: memoryCanary(),
      isPrivate: false,
      room: async () => 7_000_000,
    });
    expect(errorOf(opened)).toBe('disk-full');
    expect(await indexedDB.databases()).toEqual([]);
  });
});

/** Lets a transaction of the fake database fail in place of completing. */
function failAtEnd(transaction: IDBTransaction): void {
  const dispatch = transaction.dispatchEvent.bind(transaction);
  const fake = transaction as unknown as { _abort(name: string): void; _state: string };
  transaction.dispatchEvent = (event) => {
    if (event.type !== 'complete') return dispatch(event);
    fake._state = 'active';
    fake._abort('QuotaExceededError');
    return true;
  };
}
