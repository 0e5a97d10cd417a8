import { openDB } from 'idb';
import { ok, type Result } from '../result.ts';
import type { CanaryStore } from './canary.ts';
import { type MeasureRoom, measureRoom, ROOM_TO_OPEN } from './disk-room.ts';
import { failure, LibraryFailure, libraryError } from './errors.ts';
import { createLibrary } from './library.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { DATABASE_NAME, type LibraryDatabase, type LibrarySchema, type Upgrade } from './schema.ts';
import { abort } from './transaction.ts';
import type { LibraryError } from './types.ts';
import type { Library } from './verbs.ts';

export interface LibraryDependencies {
  readonly name: string;
  readonly migrations: readonly Migration[];
  readonly canary: CanaryStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly room: MeasureRoom;
  /** True in a private window, where the reading list stays closed. */
  readonly isPrivate: boolean;
}

/**
 * Opens the reading list. The connection gives way when another page needs a newer form of the database, and
 * never touches one that a newer program wrote. Needs no API of the extension, so workers of a page can use it.
 * Never rejects.
 */
export async function openLibrary({
  name = DATABASE_NAME,
  migrations = MIGRATIONS,
  now = Date.now,
  room = measureRoom,
  canary,
  isPrivate,
}: Partial<LibraryDependencies> & Pick<LibraryDependencies, 'canary' | 'isPrivate'>): Promise<
  Result<Library, LibraryError>
> {
  if (isPrivate) return failure('private-window');
  try {
    if ((await room()) < ROOM_TO_OPEN) return failure('disk-full');
    const database = await openDatabase(name, migrations);
    return ok(createLibrary({ database, canary, now, room }));
  } catch (thrown) {
    return { ok: false, error: libraryError(thrown, 'unavailable') };
  }
}

/** A connection that gives way blocks until the work that it is doing is done. Milliseconds. */
const PATIENCE = 2_000;

function openDatabase(name: string, migrations: readonly Migration[]): Promise<LibraryDatabase> {
  return new Promise((resolve, reject) => {
    let gaveUp = false;
    const opening = openDB<LibrarySchema>(name, migrations.length, {
      upgrade(database, oldVersion, _newVersion, upgrade) {
        migrate(database, upgrade, migrations.slice(oldVersion)).catch((thrown: unknown) => {
          // What comes of the opening and of its transaction is only the echo of this.
          reject(thrown);
          upgrade.done.catch(() => undefined);
          abort(upgrade);
        });
      },
      blocked() {
        setTimeout(() => {
          gaveUp = true;
          reject(new LibraryFailure('blocked'));
        }, PATIENCE);
      },
      blocking(_version, _blockedVersion, event) {
        (event.target as IDBDatabase).close();
      },
    });
    opening.then((database) => {
      if (gaveUp) database.close();
      else resolve(database);
    }, reject);
  });
}

async function migrate(
  database: LibraryDatabase,
  upgrade: Upgrade,
  migrations: readonly Migration[],
): Promise<void> {
  for (const next of migrations) {
    const pending = next(database, upgrade);
    // Awaiting nothing would end the moment in which stores can be made.
    if (pending) await pending;
  }
}
