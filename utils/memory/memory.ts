import { ok, type Result } from '../result.ts';
import { type MemoryError, memoryError } from './errors.ts';
import { hashesOf } from './hash.ts';
import { learnPost, seenElsewhere } from './learn-post.ts';
import type { ChoiceKind, KeptChoice, LearnedBlog, MemoryDatabase } from './schema.ts';

const MOST_CHOICES = 2_000;
const MOST_BLOGS = 300;

/** A choice as it is made: what it is about in plain words, of which only a hash is kept. */
export interface Choice extends Pick<KeptChoice, 'kind' | 'reason'> {
  readonly key: string;
}

/** Choices of a blog to keep, and keys of those to forget. */
export interface ChoiceChanges {
  readonly host: string;
  readonly choices: readonly Choice[];
  readonly forgotten: readonly string[];
}

/** A post as it was read: its address, and the keys of the blocks that may stand in other posts as well. */
export interface ReadPost {
  readonly host: string;
  readonly url: string;
  readonly blocks: readonly string[];
}

/** What was chosen for one blog. */
export interface ChoiceSummary {
  readonly hash: string;
  readonly kind: ChoiceKind;
  readonly reason: KeptChoice['reason'];
  readonly at: number;
}

/** What was learned about one blog. */
export interface BlogSummary {
  readonly host: string;
  readonly readAt: number;
  readonly posts: number;
  /** Blocks that two of its posts or more have. */
  readonly shared: number;
}

/** What forgetting took, for undoing it. */
export interface Forgotten {
  readonly choices?: readonly KeptChoice[];
  readonly blogs?: readonly LearnedBlog[];
}

export type MemoryResult<T> = Promise<Result<T, MemoryError>>;

/** What is remembered of blogs. Nothing is looked up or kept across hosts. Verbs never reject. */
export interface Memory {
  /** Those of the choices' keys that are kept for the host. */
  recall(host: string, keys: readonly string[]): MemoryResult<ReadonlySet<string>>;
  /** Keeps choices and forgets others, at once. */
  keep(changes: ChoiceChanges): MemoryResult<null>;
  /** The blocks of a post that other posts of the host have too; with `learns`, the post is known from then on. */
  meet(post: ReadPost, learns: boolean): MemoryResult<ReadonlySet<string>>;
  choices(): MemoryResult<ReadonlyMap<string, readonly ChoiceSummary[]>>;
  blogs(): MemoryResult<readonly BlogSummary[]>;
  /** Forgets one choice, all of a host, or all of them; gives what was forgotten. */
  forgetChoices(host?: string, hash?: string): MemoryResult<readonly KeptChoice[]>;
  /** Forgets what was learned of a host, or of all; gives what was forgotten. */
  forgetBlogs(host?: string): MemoryResult<readonly LearnedBlog[]>;
  /** Keeps again what was forgotten a moment ago. */
  restore(forgotten: Forgotten): MemoryResult<null>;
}

/** @param withDatabase lends the database for as long as the work takes */
export function createMemory(
  withDatabase: <T>(work: (database: MemoryDatabase) => Promise<T>) => Promise<T>,
  now: () => number = Date.now,
): Memory {
  const attempt = async <T>(work: (database: MemoryDatabase) => Promise<T>): MemoryResult<T> => {
    try {
      return ok(await withDatabase(work));
    } catch (thrown) {
      return { ok: false, error: memoryError(thrown) };
    }
  };
  return {
    recall: (host, keys) =>
      attempt(async (database) => {
        const hashes = await hashesOf(keys);
        const kept = new Set((await database.getAll('choices', ofHost(host))).map(({ hash }) => hash));
        return new Set(keys.filter((_, index) => kept.has(hashes[index] ?? '')));
      }),
    keep: ({ host, choices, forgotten }) =>
      attempt(async (database) => {
        const [hashes, gone] = await Promise.all([
          hashesOf(choices.map(({ key }) => key)),
          hashesOf(forgotten),
        ]);
        const at = now();
        const kept = choices.map(({ kind, reason }, index) => ({
          host,
          hash: hashes[index] ?? '',
          kind,
          reason,
          at,
        }));
        return keepChoices(
          database,
          kept,
          gone.map((hash): [string, string] => [host, hash]),
        );
      }),
    meet: ({ host, url, blocks }, learns) =>
      attempt(async (database) => {
        const [post = '', ...hashes] = await hashesOf([url, ...blocks]);
        const seen = learns
          ? await learn(database, { host, post, blocks: hashes, readAt: now() })
          : seenElsewhere(await database.get('blogs', host), post, hashes);
        return new Set(blocks.filter((_, index) => seen?.has(hashes[index] ?? '')));
      }),
    choices: () =>
      attempt(async (database) => {
        const all = await database.getAllFromIndex('choices', 'by-at');
        return Map.groupBy(all.reverse(), ({ host }) => host);
      }),
    blogs: () =>
      attempt(async (database) =>
        (await database.getAllFromIndex('blogs', 'by-readAt')).reverse().map(summarise),
      ),
    forgetChoices: (host, hash) => attempt((database) => forgetChoices(database, host, hash)),
    forgetBlogs: (host) =>
      attempt(async (database) => {
        const writing = database.transaction('blogs', 'readwrite', { durability: 'strict' });
        const gone = await writing.store.getAll(host);
        await Promise.all(gone.map((blog) => writing.store.delete(blog.host)));
        await writing.done;
        return gone;
      }),
    restore: ({ choices = [], blogs = [] }) =>
      attempt(async (database) => {
        const writing = database.transaction(['choices', 'blogs'], 'readwrite', { durability: 'strict' });
        await Promise.all([
          ...choices.map((choice) => writing.objectStore('choices').put(choice)),
          ...blogs.map((blog) => writing.objectStore('blogs').put(blog)),
        ]);
        await writing.done;
        return null;
      }),
  };
}

/** Every key that begins with the host. */
function ofHost(host: string): IDBKeyRange {
  return IDBKeyRange.bound([host], [host, []]);
}

async function keepChoices(
  database: MemoryDatabase,
  kept: readonly KeptChoice[],
  gone: readonly [string, string][],
): Promise<null> {
  const writing = database.transaction('choices', 'readwrite', { durability: 'strict' });
  const { store } = writing;
  await Promise.all([...gone.map((key) => store.delete(key)), ...kept.map((choice) => store.put(choice))]);
  await dropOldest(store.index('by-at'), (await store.count()) - MOST_CHOICES);
  await writing.done;
  return null;
}

async function forgetChoices(database: MemoryDatabase, host?: string, hash?: string): Promise<KeptChoice[]> {
  const writing = database.transaction('choices', 'readwrite', { durability: 'strict' });
  const { store } = writing;
  const ofBlog = await store.getAll(host === undefined ? undefined : ofHost(host));
  const gone = ofBlog.filter((choice) => hash === undefined || choice.hash === hash);
  await Promise.all(gone.map((choice) => store.delete([choice.host, choice.hash])));
  await writing.done;
  return gone;
}

async function learn(
  database: MemoryDatabase,
  post: Parameters<typeof learnPost>[1],
): Promise<ReadonlySet<string>> {
  const writing = database.transaction('blogs', 'readwrite');
  const { store } = writing;
  const { blog, seen } = learnPost(await store.get(post.host), post);
  await store.put(blog);
  await dropOldest(store.index('by-readAt'), (await store.count()) - MOST_BLOGS);
  await writing.done;
  return seen;
}

interface Oldest {
  openCursor(): Promise<{ delete(): Promise<void>; continue(): Promise<unknown> } | null>;
}

/** Deletes the first so many of an index. */
async function dropOldest(index: Oldest, count: number): Promise<void> {
  let cursor = count > 0 ? await index.openCursor() : null;
  for (let left = count; cursor && left > 0; left -= 1) {
    await cursor.delete();
    cursor = (await cursor.continue()) as typeof cursor;
  }
}

function summarise({ host, readAt, posts, blocks }: LearnedBlog): BlogSummary {
  const shared = blocks.filter(([, post]) => post === '').length;
  return { host, readAt, posts: posts.length, shared };
}
