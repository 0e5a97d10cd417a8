import type { View } from '../../scripts/lib/driver.ts';

/** What lies in the reading list's database, read past our own code. */
export interface LibraryDisk {
  readonly version: number;
  /** The addresses of its entries, in the order of the alphabet. */
  readonly urls: readonly string[];
  /** How many of them have a body. */
  readonly bodies: number;
  /** How many entries it says it has. */
  readonly articles: number;
}

/** Reads the disk in a page of the extension. */
export function readLibrary(own: View): Promise<LibraryDisk> {
  return own.run(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const opening = indexedDB.open('library');
    // Before anything was saved there is none, and looking must not make one.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    const database = await done(opening).catch(() => null);
    if (!database) return { version: 0, urls: [], bodies: 0, articles: 0 };
    const stores = database.transaction(['summaries', 'bodies', 'facts']);
    const [summaries, ids, articles] = await Promise.all([
      done<{ id: string; url: string }[]>(stores.objectStore('summaries').getAll()),
      done(stores.objectStore('bodies').getAllKeys()),
      done<number>(stores.objectStore('facts').get('articles')),
    ]);
    const { version } = database;
    database.close();
    return {
      version,
      urls: summaries.map(({ url }) => url).sort(),
      bodies: summaries.filter(({ id }) => ids.includes(id)).length,
      articles,
    };
  }, null);
}

/** Writes the database as a later version of the program would: everything stays, and its number grows. */
export function writeNewerVersion(own: View, version: number): Promise<void> {
  return own.run(
    (number) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('library', number);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('fromTheFuture').put('kept', 'key');
        };
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    version,
  );
}
