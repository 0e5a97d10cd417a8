import { parseArticle } from '../reading/schema.ts';
import { ok } from '../result.ts';
import { normaliseUrl } from '../text/urls.ts';
import { articleIdOf } from './article-id.ts';
import { type CanaryStore, lossSince } from './canary.ts';
import { failure, LibraryFailure, libraryError } from './errors.ts';
import type { LibraryDatabase } from './schema.ts';
import { searchBodies } from './search.ts';
import { commit } from './transaction.ts';
import type { Library, LibraryResult } from './types.ts';
import { forgetRemoved, removeEntry, restoreEntry, saveEntry, type Writing } from './writes.ts';

export interface LibraryParts {
  readonly database: LibraryDatabase;
  readonly canary: CanaryStore;
  readonly now: () => number;
}

/** The verbs of an open reading list. None of them rejects. */
export function createLibrary(parts: LibraryParts): Library {
  const { database, canary, now } = parts;
  const write = <T>(work: (writing: Writing, now: number) => Promise<T>) =>
    attempt(async () => {
      const time = now();
      const result = await commit(database, (writing) => work(writing, time));
      // What was asked is on disk by now. A canary that could not be told of it only warns less well.
      await tellCanary(parts, lossSince).catch(() => undefined);
      return result;
    });

  return {
    async save({ article: given, url: address, readAt, incognito }) {
      if (incognito) return failure('private-window');
      const url = normaliseUrl(address);
      if (!url) return failure('no-address');
      const article = parseArticle(given);
      if (!article || !Number.isFinite(readAt)) return failure('bad-article');
      const id = await articleIdOf(url);
      return write((writing, time) => saveEntry(writing, { id, url, article, readAt }, time));
    },
    remove: (id) => write((writing, time) => removeEntry(writing, id, time)),
    restore: (id) => write((writing, time) => restoreEntry(writing, id, time)),
    forgetRemoved: () => write((writing, time) => forgetRemoved(writing, time)),
    dismissLoss: () => attempt(() => tellCanary(parts, () => null)),

    get: (id) =>
      attempt(async () => {
        const reading = database.transaction(['summaries', 'bodies']);
        const [summary, body] = await Promise.all([
          reading.objectStore('summaries').get(id),
          reading.objectStore('bodies').get(id),
        ]);
        if (!summary) throw new LibraryFailure('not-found');
        return { summary, article: body?.article };
      }),
    find: (address) =>
      attempt(async () => {
        const url = normaliseUrl(address);
        return (url && (await database.get('summaries', await articleIdOf(url)))) ?? null;
      }),
    list: () => attempt(async () => (await database.getAllFromIndex('summaries', 'by-savedAt')).reverse()),
    search: (query) => attempt(() => searchBodies(database, query)),
    count: () => attempt(() => database.count('summaries')),
    loss: () => attempt(async () => lossSince(await canary.read(), await identityOf(database), now())),
    close: () => database.close(),
  };
}

/** Runs what may throw, and names what it threw. */
async function attempt<T>(work: () => Promise<T>): LibraryResult<T> {
  try {
    return ok(await work());
  } catch (thrown) {
    return { ok: false, error: libraryError(thrown) };
  }
}

/** Lets the canary know the database as it is now, with the loss that the reader is still to be told of. */
async function tellCanary({ database, canary, now }: LibraryParts, lossOf: typeof lossSince): Promise<null> {
  const [before, identity] = await Promise.all([canary.read(), identityOf(database)]);
  const time = now();
  await canary.write({
    identity,
    articles: await database.count('summaries'),
    updatedAt: Math.max(time, (before?.updatedAt ?? 0) + 1),
    loss: lossOf(before, identity, time),
  });
  return null;
}

async function identityOf(database: LibraryDatabase): Promise<string> {
  return (await database.get('facts', 'identity')) ?? '';
}
