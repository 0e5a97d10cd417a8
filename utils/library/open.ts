import { openDB } from 'idb';
import { browser } from 'wxt/browser';
import { ok, type Result } from '../result.ts';
import { type CanaryStore, localCanary } from './canary.ts';
import { failure, LibraryFailure, libraryError } from './errors.ts';
import { createLibrary } from './library.ts';
import {
  DATABASE_NAME,
  type LibraryDatabase,
  type LibrarySchema,
  MIGRATIONS,
  type Migration,
} from './schema.ts';
import type { Library, LibraryError } from './types.ts';

export interface LibraryDependencies {
  readonly name: string;
  readonly migrations: readonly Migration[];
  readonly canary: CanaryStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** True in a private window, where the reading list stays closed. */
  readonly isPrivate: boolean;
}

/**
 * Opens the reading list. The connection gives way when another page needs a newer form of the database, and
 * never touches one that a newer program wrote. Never rejects.
 */
export async function openLibrary(
  given: Partial<LibraryDependencies> = {},
): Promise<Result<Library, LibraryError>> {
  const { name, migrations, canary, now, isPrivate }: LibraryDependencies = {
    name: DATABASE_NAME,
    migrations: MIGRATIONS,
    canary: localCanary,
    now: Date.now,
    isPrivate: given.isPrivate ?? browser.extension.inIncognitoContext,
    ...given,
  };
  if (isPrivate) return failure('private-window');
  try {
    const database = await openDatabase(name, migrations);
    return ok(createLibrary({ database, canary, now }));
  } catch (thrown) {
    return { ok: false, error: libraryError(thrown, 'unavailable') };
  }
}

function openDatabase(name: string, migrations: readonly Migration[]): Promise<LibraryDatabase> {
  return new Promise((resolve, reject) => {
    let gaveUp = false;
    const opening = openDB<LibrarySchema>(name, migrations.length, {
      upgrade(database, oldVersion, _newVersion, upgrade) {
        for (const migrate of migrations.slice(oldVersion)) migrate(database, upgrade);
      },
      blocked() {
        gaveUp = true;
        reject(new LibraryFailure('blocked'));
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
