// @vitest-environment node
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MIGRATIONS, type Migration } from '../../utils/library/migrations.ts';
import { openLibrary } from '../../utils/library/open.ts';
import type { ArticleId } from '../../utils/library/types.ts';
import { aLibrary, errorOf, expectOk, freshDisk, memoryCanary } from './a-library.ts';
import { anArticle, aRequest } from './an-article.ts';

beforeEach(freshDisk);

const idOf = (digit: string) => digit.repeat(32) as ArticleId;

/** Entries as version 1 wrote them: written out, so that no later change can alter them. */
function entryOf1(digit: string, savedAt: number) {
  return {
    id: idOf(digit),
    url: `https://blog.example/${digit}`,
    title: `Kept since the first version: ${digit}`,
    author: null,
    siteName: null,
    published: null,
    lang: 'ja',
    dir: 'ltr',
    tags: ['茶'],
    excerpt: 'kept',
    readingMinutes: 1,
    comments: 0,
    savedAt,
    readAt: 9,
    updatedAt: 10,
  };
}

const ADDED_BY_2 = {
  kind: 'article',
  state: 'unread',
  isFavourite: false,
  place: null,
  note: '',
  imageBytes: 0,
};

/** Version 1 as it was when readers began to fill it, with two articles and a removed one. */
async function fillVersion1(): Promise<void> {
  const database = await openDB('library', 1, {
    upgrade(created) {
      created.createObjectStore('summaries', { keyPath: 'id' }).createIndex('by-savedAt', 'savedAt');
      created.createObjectStore('bodies', { keyPath: 'id' });
      created.createObjectStore('removed', { keyPath: 'id' }).createIndex('by-removedAt', 'removedAt');
      created.createObjectStore('tombstones', { keyPath: 'id' });
      created.createObjectStore('facts');
    },
  });
  for (const [digit, savedAt] of [
    ['a', 10],
    ['b', 20],
  ] as const) {
    await database.put('summaries', entryOf1(digit, savedAt));
    await database.put('bodies', { id: idOf(digit), article: anArticle(digit) });
  }
  await database.put('removed', {
    id: idOf('c'),
    removedAt: Date.now(),
    summary: entryOf1('c', 30),
    article: anArticle('c'),
  });
  await database.put('tombstones', { id: idOf('c'), updatedAt: 40 });
  await database.put('tombstones', { id: idOf('d'), updatedAt: 41 });
  await database.put('facts', 'the-first', 'identity');
  database.close();
}

/** Stands for what a later version may change. */
const addsAnIndex: Migration = (_database, upgrade) => {
  upgrade.objectStore('tombstones').createIndex('by-updatedAt' as never, 'updatedAt');
  return undefined;
};

describe.each([
  ['this version', MIGRATIONS],
  ['the next version', [...MIGRATIONS, addsAnIndex]],
])('a list of version 1, opened by %s', (_version, migrations) => {
  it('has all that it held, unread and with revisions', async () => {
    await fillVersion1();
    const library = await aLibrary({ migrations });
    const list = expectOk(await library.list());
    expect(list.map(({ revision: _, ...rest }) => rest)).toEqual([
      { ...entryOf1('b', 20), ...ADDED_BY_2 },
      { ...entryOf1('a', 10), ...ADDED_BY_2 },
    ]);
    expect(expectOk(await library.count())).toBe(2);
    expect(expectOk(await library.get(idOf('a'))).article).toEqual(anArticle('a'));

    const since = expectOk(await library.changedSince(0, 100));
    expect(since.identity).toBe('the-first');
    expect(since.changed.map(({ id }) => id).sort()).toEqual([idOf('a'), idOf('b')]);
    expect(since.removed.toSorted()).toEqual([idOf('c'), idOf('d')]);
    expect(new Set(since.changed.map(({ revision }) => revision)).size).toBe(2);
    expect(expectOk(await library.newest({ state: 'unread' }, 1)).map(({ id }) => id)).toEqual([idOf('b')]);
  });

  it('gives back what had been removed', async () => {
    await fillVersion1();
    const library = await aLibrary({ migrations });
    expectOk(await library.restore(idOf('c')));
    expect(expectOk(await library.get(idOf('c')))).toMatchObject({
      summary: { ...entryOf1('c', 30), ...ADDED_BY_2, updatedAt: expect.any(Number) },
      article: anArticle('c'),
    });
    expect(expectOk(await library.count())).toBe(3);
  });

  it('goes on counting its revisions', async () => {
    await fillVersion1();
    const library = await aLibrary({ migrations });
    const { revision } = expectOk(await library.changedSince(0, 100));
    const { summary } = expectOk(await library.save(aRequest('tea')));
    expect(summary.revision).toBeGreaterThan(revision);
    expect(expectOk(await library.count())).toBe(3);
  });
});

const NOTE = 'Written in version 2.';

/** Version 2 as it was: with a link, an article that was changed, what undoing needs, and an image. */
async function fillVersion2(): Promise<void> {
  const database = await openDB('library', 2, {
    upgrade(created) {
      const summaries = created.createObjectStore('summaries', { keyPath: 'id' });
      summaries.createIndex('by-savedAt', 'savedAt');
      summaries.createIndex('by-revision', 'revision');
      summaries.createIndex('by-state-savedAt', ['state', 'savedAt']);
      summaries.createIndex('by-tag', 'tags', { multiEntry: true });
      created.createObjectStore('bodies', { keyPath: 'id' });
      created.createObjectStore('removed', { keyPath: 'id' }).createIndex('by-removedAt', 'removedAt');
      created.createObjectStore('tombstones', { keyPath: 'id' }).createIndex('by-revision', 'revision');
      created.createObjectStore('changes', { keyPath: 'key' }).createIndex('by-madeAt', 'madeAt');
      created.createObjectStore('facts');
      created.createObjectStore('images', { keyPath: 'hash' });
      const uses = created.createObjectStore('imageUses', { keyPath: ['id', 'url'] });
      uses.createIndex('by-id', 'id');
      uses.createIndex('by-hash', 'hash');
    },
  });
  await database.put('summaries', entryOf2('a', { note: NOTE, imageBytes: 3, revision: 4 }));
  await database.put('summaries', entryOf2('b', { kind: 'link', tags: [], revision: 2 }));
  await database.put('bodies', { id: idOf('a'), article: anArticle('a') });
  await database.put('bodies', { id: idOf('c'), article: anArticle('c') });
  await database.put('removed', {
    id: idOf('c'),
    removedAt: Date.now(),
    summary: entryOf2('c', { revision: 1 }),
  });
  await database.put('tombstones', { id: idOf('c'), updatedAt: 40, revision: 3 });
  await database.put('changes', {
    key: 'the-change',
    madeAt: Date.now(),
    entries: [{ id: idOf('a'), before: { note: '' }, after: { note: NOTE } }],
    isUndone: false,
  });
  await database.put('images', {
    hash: 'f'.repeat(64),
    type: 'image/png',
    bytes: new ArrayBuffer(3),
    size: 3,
  });
  await database.put('imageUses', { id: idOf('a'), url: 'https://img.example/a.png', hash: 'f'.repeat(64) });
  await database.put('facts', 'the-second', 'identity');
  await database.put('facts', 4, 'revision');
  await database.put('facts', 2, 'articles');
  database.close();
}

function entryOf2(digit: string, given: object) {
  return { ...entryOf1(digit, 10), ...ADDED_BY_2, ...given };
}

describe('a list of version 2', () => {
  it('has all that it held, and goes on from there', async () => {
    await fillVersion2();
    const library = await aLibrary();
    expect(expectOk(await library.summaries([idOf('a'), idOf('b')]))).toEqual([
      entryOf2('a', { note: NOTE, imageBytes: 3, revision: 4 }),
      entryOf2('b', { kind: 'link', tags: [], revision: 2 }),
    ]);
    expect(expectOk(await library.images(idOf('a')))).toMatchObject([
      { url: 'https://img.example/a.png', size: 3 },
    ]);
    expect(expectOk(await library.changedSince(0, 10))).toMatchObject({
      identity: 'the-second',
      revision: 4,
      removed: [idOf('c')],
    });
    expectOk(await library.undo('the-change'));
    expectOk(await library.restore(idOf('c')));
    expect(expectOk(await library.get(idOf('a'))).summary).toMatchObject({ note: '', revision: 5 });
    expect(expectOk(await library.get(idOf('c'))).article).toEqual(anArticle('c'));
    expect(expectOk(await library.count())).toBe(3);
  });
});

it('leaves version 1 as it was when the way to version 2 fails half way', async () => {
  await fillVersion1();
  const fails: Migration = async (_database, upgrade) => {
    await upgrade.objectStore('summaries').clear();
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  const migrations = [...MIGRATIONS.slice(0, 1), fails];
  const opened = await openLibrary({ canary: memoryCanary(), isPrivate: false, migrations });
  expect(errorOf(opened)).toBe('disk-full');

  const database = await openDB('library');
  expect(database.version).toBe(1);
  expect(await database.count('summaries')).toBe(2);
  database.close();
  expect(expectOk(await (await aLibrary()).count())).toBe(2);
});

it('makes a new list of nothing', async () => {
  const made = vi.spyOn(IDBDatabase.prototype, 'createObjectStore');
  const library = await aLibrary();
  expect(made).toHaveBeenCalled();
  expect(expectOk(await library.changedSince(0, 10))).toMatchObject({
    changed: [],
    removed: [],
    revision: 0,
  });
  expect(expectOk(await library.count())).toBe(0);
  made.mockRestore();
});
