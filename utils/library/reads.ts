import { LibraryFailure } from './errors.ts';
import type { LibraryDatabase } from './schema.ts';
import { writtenTags } from './tag-index.ts';
import type {
  ArticleId,
  ChangedEntries,
  EntryRemoval,
  SavedState,
  SavedSummary,
  StoredArticle,
  StoredBody,
} from './types.ts';

/** The facts of a list: which database it is, its last revision, how many entries it has. */
export interface Facts {
  readonly identity: string;
  readonly revision: number;
  readonly articles: number;
}

export async function factsOf(database: LibraryDatabase): Promise<Facts> {
  const facts = database.transaction('facts').store;
  const [identity, revision, articles] = await Promise.all([
    facts.get('identity'),
    facts.get('revision'),
    facts.get('articles'),
  ]);
  return {
    identity: String(identity ?? ''),
    revision: Number(revision ?? 0),
    articles: Number(articles ?? 0),
  };
}

export async function getEntry(database: LibraryDatabase, id: ArticleId): Promise<StoredArticle> {
  const reading = database.transaction(['summaries', 'bodies']);
  const [summary, body] = await Promise.all([
    reading.objectStore('summaries').get(id),
    reading.objectStore('bodies').get(id),
  ]);
  if (!summary) throw new LibraryFailure('not-found');
  return { summary, article: body?.article };
}

/** The newest entries, newest first, going on behind one of them. */
export async function newestOf(
  database: LibraryDatabase,
  state: SavedState | undefined,
  limit: number,
  before: Pick<SavedSummary, 'id' | 'savedAt'> | undefined,
): Promise<SavedSummary[]> {
  const summaries = database.transaction('summaries').store;
  const latest = before?.savedAt ?? Number.MAX_VALUE;
  const entries = state
    ? summaries
        .index('by-state-savedAt')
        .iterate(IDBKeyRange.bound([state, -Number.MAX_VALUE], [state, latest]), 'prev')
    : summaries.index('by-savedAt').iterate(IDBKeyRange.upperBound(latest), 'prev');
  const found: SavedSummary[] = [];
  if (limit <= 0) return found;
  for await (const { value } of entries) {
    // Entries that were saved at the same time stand in the order of their ids.
    if (before && value.savedAt === before.savedAt && value.id >= before.id) continue;
    found.push(value);
    if (found.length === limit) break;
  }
  return found;
}

export async function summariesOf(
  database: LibraryDatabase,
  ids: readonly ArticleId[],
): Promise<SavedSummary[]> {
  const summaries = database.transaction('summaries').store;
  const found = await Promise.all(ids.map((id) => summaries.get(id)));
  return found.filter((summary) => summary !== undefined);
}

export async function bodiesOf(database: LibraryDatabase, ids: readonly ArticleId[]): Promise<StoredBody[]> {
  const reading = database.transaction(['summaries', 'bodies']);
  const found = await Promise.all(
    ids.map(async (id) => {
      const [key, body] = await Promise.all([
        reading.objectStore('summaries').getKey(id),
        reading.objectStore('bodies').get(id),
      ]);
      return key === undefined ? undefined : body;
    }),
  );
  return found.filter((body) => body !== undefined);
}

export async function tombstonesOf(
  database: LibraryDatabase,
  ids: readonly ArticleId[],
): Promise<EntryRemoval[]> {
  const tombstones = database.transaction('tombstones').store;
  const found = await Promise.all(ids.map((id) => tombstones.get(id)));
  return found.flatMap((tombstone) =>
    tombstone ? [{ id: tombstone.id, updatedAt: tombstone.updatedAt }] : [],
  );
}

export function tagsOf(database: LibraryDatabase): Promise<string[]> {
  return writtenTags(database.transaction('summaries').store);
}

/** What became different after a revision, as much as `limit` entries, oldest first. */
export async function changesSince(
  database: LibraryDatabase,
  revision: number,
  limit: number,
): Promise<ChangedEntries> {
  const reading = database.transaction(['summaries', 'tombstones', 'facts']);
  const later = IDBKeyRange.lowerBound(revision, true);
  const [summaries, tombstones, last, identity] = await Promise.all([
    reading
      .objectStore('summaries')
      .index('by-revision')
      .getAll(later, limit + 1),
    reading
      .objectStore('tombstones')
      .index('by-revision')
      .getAll(later, limit + 1),
    reading.objectStore('facts').get('revision'),
    reading.objectStore('facts').get('identity'),
  ]);
  const revisions = [...summaries, ...tombstones].map((entry) => entry.revision).sort((a, b) => a - b);
  const isMore = revisions.length > limit;
  const upTo = isMore ? (revisions[limit - 1] ?? revision) : Number(last ?? 0);
  const isIncluded = (entry: { readonly revision: number }) => entry.revision <= upTo;
  return {
    changed: summaries.filter(isIncluded),
    removed: tombstones.filter(isIncluded).map(({ id }) => id),
    revision: upTo,
    isMore,
    identity: String(identity ?? ''),
  };
}
