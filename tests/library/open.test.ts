// @vitest-environment node
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, type Migration } from '../../utils/library/migrations.ts';
import { openLibrary } from '../../utils/library/open.ts';
import { DATABASE_NAME } from '../../utils/library/schema.ts';
import { aLibrary, errorOf, expectOk, freshDisk, memoryCanary } from './a-library.ts';
import { aRequest } from './an-article.ts';
import { EVERY_VERB, NOTHING_KNOWN } from './every-verb.ts';

/** Stands for what a later version may change. */
const addsAnIndex: Migration = (_database, upgrade) => {
  upgrade.objectStore('tombstones').createIndex('by-updatedAt' as never, 'updatedAt');
  return undefined;
};
const NEXT = [...MIGRATIONS, addsAnIndex];

const open = (given = {}) => openLibrary({ canary: memoryCanary(), isPrivate: false, ...given });

beforeEach(freshDisk);

describe('opening', () => {
  it('refuses in a private window', async () => {
    expect(errorOf(await open({ isPrivate: true }))).toBe('private-window');
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('leaves alone what a newer version wrote', async () => {
    const newer = await openDB(DATABASE_NAME, 99, {
      upgrade: (created) => void created.createObjectStore('other'),
    });
    await newer.put('other', 'kept', 'key');
    newer.close();
    expect(errorOf(await open())).toBe('newer-version');

    const again = await openDB(DATABASE_NAME);
    expect(again.version).toBe(99);
    expect(await again.get('other', 'key')).toBe('kept');
    again.close();
  });

  it('says when another page blocks the upgrade, and works once that page is gone', async () => {
    const first = await aLibrary();
    expectOk(await first.save(aRequest('tea')));
    first.close();
    const stubborn = await openDB(DATABASE_NAME);
    expect(errorOf(await open({ migrations: NEXT }))).toBe('blocked');
    stubborn.close();
    const library = await aLibrary({ migrations: NEXT });
    expect(expectOk(await library.count())).toBe(1);
  });

  it('gives way to a newer version and says afterwards that it is outdated', async () => {
    const old = await aLibrary();
    expectOk(await old.save(aRequest('tea')));
    const library = await aLibrary({ migrations: NEXT });
    expect(expectOk(await library.count())).toBe(1);
    for (const [verb, call] of Object.entries(EVERY_VERB)) {
      expect([verb, errorOf(await call(old, NOTHING_KNOWN))]).toEqual([verb, 'outdated']);
    }
    expect(expectOk(await library.list()).map(({ url }) => url)).toEqual(['https://blog.example/tea']);
  });
});

describe('a database that was lost', () => {
  it('is noticed, told of until the reader has taken note, and then forgotten', async () => {
    const canary = memoryCanary();
    let time = 1_000;
    const given = { canary, now: () => time };
    const before = await aLibrary(given);
    for (const page of ['one', 'two', 'three']) expectOk(await before.save(aRequest(page)));
    expect(expectOk(await before.loss())).toBeNull();

    freshDisk();
    time = 2_000;
    const after = await aLibrary(given);
    expect(expectOk(await after.loss())).toEqual({ articles: 3, noticedAt: 2_000 });
    expectOk(await after.save(aRequest('four')));
    time = 3_000;
    expect(expectOk(await after.loss())).toEqual({ articles: 3, noticedAt: 2_000 });

    expectOk(await after.dismissLoss());
    expect(expectOk(await after.loss())).toBeNull();
    expectOk(await after.save(aRequest('five')));
    expect(expectOk(await after.loss())).toBeNull();
  });

  it('is noticed when only what was written last is gone, and no loss when others wrote in between', async () => {
    const canary = memoryCanary();
    const library = await aLibrary({ canary, now: () => 5 });
    for (const page of ['one', 'two', 'three']) expectOk(await library.save(aRequest(page)));
    const told = await canary.read();
    if (!told) throw new Error('the canary was not told');
    // A canary that was written late by another page.
    await canary.write({ ...told, articles: 9, revision: told.revision - 1 });
    expect(expectOk(await library.loss())).toBeNull();
    // The database as it was before the last three writes, two of which had saved something.
    await canary.write({ ...told, articles: 5, revision: told.revision + 3 });
    expect(expectOk(await library.loss())).toEqual({ articles: 2, noticedAt: 5 });
    expectOk(await library.save(aRequest('four')));
    expect(expectOk(await library.loss())).toEqual({ articles: 2, noticedAt: 5 });
    expectOk(await library.dismissLoss());
    expect(expectOk(await library.loss())).toBeNull();
  });

  it('is no loss when the reader had emptied it, or never filled it', async () => {
    const canary = memoryCanary();
    const before = await aLibrary({ canary });
    expect(expectOk(await before.loss())).toBeNull();
    const { id } = expectOk(await before.save(aRequest('one'))).summary;
    expectOk(await before.remove(id));
    expect(expectOk(await before.loss())).toBeNull();
    freshDisk();
    expect(expectOk(await (await aLibrary({ canary })).loss())).toBeNull();
  });

  it('keeps saving when the canary itself can not be written', async () => {
    const canary = { read: async () => null, write: async () => Promise.reject(new Error('no storage')) };
    const library = await aLibrary({ canary });
    expectOk(await library.save(aRequest('tea')));
    expect(expectOk(await library.count())).toBe(1);
  });
});
