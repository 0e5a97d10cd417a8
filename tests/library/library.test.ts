// @vitest-environment node
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AbsoluteUrl } from '../../utils/extraction/types/source.ts';
import { articleIdOf, toArticleId } from '../../utils/library/article-id.ts';
import { DATABASE_NAME } from '../../utils/library/schema.ts';
import type { ArticleId } from '../../utils/library/types.ts';
import { aLibrary, errorOf, expectOk, freshDisk, memoryCanary } from './a-library.ts';
import { anArticle, aRequest } from './an-article.ts';

const NOBODY = '0'.repeat(32) as ArticleId;

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

/** How many records a store of the database holds. */
async function keptFor(store: string): Promise<number> {
  const database = await openDB(DATABASE_NAME);
  const records = await database.count(store);
  database.close();
  return records;
}

beforeEach(freshDisk);
afterEach(() => {
  vi.restoreAllMocks();
});

describe('saving', () => {
  it('gives back all that was saved', async () => {
    const library = await aLibrary();
    const request = aRequest('tea', { readAt: 5 });
    const { summary, isNew } = expectOk(await library.save(request));

    expect(isNew).toBe(true);
    expect(expectOk(await library.get(summary.id))).toEqual({ summary, article: request.article });
    expect(summary).toMatchObject({
      url: 'https://blog.example/tea',
      title: 'About: tea',
      author: 'Mika',
      siteName: 'Kitchen notes',
      tags: ['tea'],
      excerpt: 'tea',
      comments: 1,
      readAt: 5,
    });
  });

  it('leaves what it was given as it is', async () => {
    const request = deepFreeze(aRequest('tea'));
    const before = structuredClone(request);
    expectOk(await (await aLibrary()).save(request));
    expect(request).toEqual(before);
  });

  it('finds the entry whatever fragment or tracking parameters its address has', async () => {
    const library = await aLibrary();
    const { summary } = expectOk(await library.save(aRequest('tea?utm_source=mail#comments')));
    expect(expectOk(await library.find('https://blog.example/tea?fbclid=1'))).toEqual(summary);
    expect(expectOk(await library.find('https://blog.example/coffee'))).toBeNull();
    expect(expectOk(await library.find('about:blank'))).toBeNull();
  });

  it('merges two saves of one page at the same time, from two connections', async () => {
    const canary = memoryCanary();
    const [one, other] = [await aLibrary({ canary }), await aLibrary({ canary })];
    const receipts = await Promise.all([
      one.save(aRequest('tea', { readAt: 1, text: 'old' })),
      other.save(aRequest('tea#top', { readAt: 2, text: 'new' })),
    ]);
    const list = expectOk(await one.list());
    expect(list).toHaveLength(1);
    expect(list[0]?.excerpt).toBe('new');
    expect(receipts.map((receipt) => expectOk(receipt).isNew).toSorted()).toEqual([false, true]);
  });

  it('keeps the first date and the last content when a page is saved again', async () => {
    let time = 1_000;
    const library = await aLibrary({ now: () => time });
    const first = expectOk(await library.save(aRequest('tea', { readAt: 900, text: 'old' }))).summary;
    time = 2_000;
    const second = expectOk(await library.save(aRequest('tea', { readAt: 1_900, text: 'new' }))).summary;
    expect(second).toMatchObject({
      id: first.id,
      savedAt: 1_000,
      readAt: 1_900,
      updatedAt: 2_000,
      excerpt: 'new',
    });
  });

  it('changes nothing when the same request arrives twice', async () => {
    let time = 1_000;
    const library = await aLibrary({ now: () => time });
    const request = aRequest('tea', { readAt: 900 });
    const first = expectOk(await library.save(request)).summary;
    time = 1_001;
    expect(expectOk(await library.save(request))).toEqual({ summary: first, isNew: false, isFilled: false });
  });

  it('takes a new reading although the last was dated by a clock that ran ahead', async () => {
    let time = 9_000;
    const library = await aLibrary({ now: () => time });
    const first = expectOk(await library.save(aRequest('tea', { readAt: 8_999, text: 'old' }))).summary;
    time = 1_000;
    const second = expectOk(await library.save(aRequest('tea', { readAt: 999, text: 'new' }))).summary;
    expect(second.excerpt).toBe('new');
    expect(second.savedAt).toBe(1_000);
    expect(second.updatedAt).toBeGreaterThan(first.updatedAt);
  });

  it.each([
    ['from a private window', { incognito: true }, 'private-window'],
    ['without a web address', { url: 'file:///home/mika/tea.html' }, 'no-address'],
    ['that is no article', { article: { html: 'x' } as never }, 'bad-article'],
    ['larger than any article', { article: { ...anArticle(), text: 'x'.repeat(10_000_001) } }, 'bad-article'],
    ['read at no time', { readAt: Number.NaN }, 'bad-article'],
  ])('refuses a page %s and keeps nothing', async (_what, given, kind) => {
    const library = await aLibrary();
    expect(errorOf(await library.save(aRequest('tea', given)))).toBe(kind);
    expect(expectOk(await library.count())).toBe(0);
  });
});

describe('the list', () => {
  it('is newest first and counts', async () => {
    let time = 0;
    const library = await aLibrary({ now: () => (time += 10) });
    for (const page of ['one', 'two', 'three']) expectOk(await library.save(aRequest(page)));
    expect(expectOk(await library.list()).map(({ excerpt }) => excerpt)).toEqual(['three', 'two', 'one']);
    expect(expectOk(await library.count())).toBe(3);
  });

  it('never loads a body', async () => {
    const library = await aLibrary();
    expectOk(await library.save(aRequest('tea')));
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
    expectOk(await library.list());
    expect(opened).toHaveBeenCalled();
    expect(
      opened.mock.calls.flatMap(([stores]) => [...(typeof stores === 'string' ? [stores] : stores)]),
    ).not.toContain('bodies');
  });
});

describe('removing', () => {
  it('takes the entry away and restores it exactly, with a newer change date', async () => {
    let time = 1_000;
    const library = await aLibrary({ now: () => time });
    const { id } = expectOk(await library.save(aRequest('tea'))).summary;
    const before = expectOk(await library.get(id));
    time = 2_000;
    expectOk(await library.remove(id));
    expect(errorOf(await library.get(id))).toBe('not-found');
    expect(expectOk(await library.list())).toEqual([]);

    const restored = expectOk(await library.restore(id));
    const after = expectOk(await library.get(id));
    expect(after.article).toEqual(before.article);
    const { updatedAt, revision } = restored;
    expect(after.summary).toEqual({ ...before.summary, updatedAt, revision });
    expect(revision).toBeGreaterThan(before.summary.revision);
    expect(restored.updatedAt).toBeGreaterThan(2_000);
    expect(await keptFor('removed')).toBe(0);
    expect(await keptFor('tombstones')).toBe(0);
  });

  it('can be asked for twice, and so can undoing it', async () => {
    const library = await aLibrary();
    const { id } = expectOk(await library.save(aRequest('tea'))).summary;
    expect(expectOk(await library.remove(id))).toEqual(expectOk(await library.remove(id)));
    expect(expectOk(await library.restore(id))).toEqual(expectOk(await library.restore(id)));
    expect(expectOk(await library.count())).toBe(1);
  });

  it('does not undo what was saved since', async () => {
    let time = 1_000;
    const library = await aLibrary({ now: () => time });
    const { id } = expectOk(await library.save(aRequest('tea', { readAt: 900, text: 'old' }))).summary;
    expectOk(await library.remove(id));
    time = 2_000;
    const again = expectOk(await library.save(aRequest('tea', { readAt: 900, text: 'new' })));
    expect(again).toMatchObject({ isNew: true, summary: { savedAt: 2_000 } });
    expect(expectOk(await library.restore(id))).toEqual(again.summary);
  });

  it('says so when there is nothing to remove or to restore', async () => {
    const library = await aLibrary();
    expect(errorOf(await library.remove(NOBODY))).toBe('not-found');
    expect(errorOf(await library.restore(NOBODY))).toBe('not-found');
  });

  it('forgets for good an hour later, not before', async () => {
    let time = 0;
    const library = await aLibrary({ now: () => time });
    const { id } = expectOk(await library.save(aRequest('tea', { readAt: 0 }))).summary;
    expectOk(await library.remove(id));
    time = 59 * 60_000;
    expectOk(await library.forgetRemoved());
    expectOk(await library.restore(id));
    expectOk(await library.remove(id));
    time += 60 * 60_000;
    expectOk(await library.forgetRemoved());
    expect(errorOf(await library.restore(id))).toBe('not-found');
  });
});

describe('writing', () => {
  it('asks for strict durability every time', async () => {
    const library = await aLibrary();
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const { id } = expectOk(await library.save(aRequest('tea'))).summary;
    expectOk(await library.remove(id));
    expectOk(await library.restore(id));
    expectOk(await library.forgetRemoved());
    const writes = opened.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toHaveLength(4);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  });

  it('answers only after the transaction has completed', async () => {
    const library = await aLibrary();
    const original = IDBDatabase.prototype.transaction;
    let completed = 0;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const transaction = original.apply(this, args);
      transaction.addEventListener('complete', () => {
        completed += transaction.mode === 'readwrite' ? 1 : 0;
      });
      return transaction;
    });
    expectOk(await library.save(aRequest('tea')));
    expect(completed).toBe(1);
  });

  it('says that the disk is full and keeps what was there', async () => {
    const library = await aLibrary();
    expectOk(await library.save(aRequest('tea')));
    const original = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'bodies')
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      return original.apply(this, args);
    });
    expect(errorOf(await library.save(aRequest('coffee')))).toBe('disk-full');
    expect(expectOk(await library.list()).map(({ excerpt }) => excerpt)).toEqual(['tea']);
  });
});

describe('two that write at once', () => {
  it('both count, and the canary ends with what is on disk', async () => {
    const canary = memoryCanary();
    const [one, other] = [await aLibrary({ canary }), await aLibrary({ canary })];
    const saved = await Promise.all(
      ['tea', 'milk', 'jam', 'rye'].map((name, index) => (index % 2 ? one : other).save(aRequest(name))),
    );
    const revisions = saved.map((answer) => expectOk(answer).summary.revision);
    expect(revisions.toSorted()).toEqual([1, 2, 3, 4]);
    expect(expectOk(await one.count())).toBe(4);
    expect(await canary.read()).toMatchObject({ revision: 4, articles: 4, loss: null });
  });

  it('are no loss to each other, however late the canary answers', async () => {
    const canary = memoryCanary();
    const other = await aLibrary({ canary });
    const slow = await aLibrary({
      canary: {
        ...canary,
        async read() {
          expectOk(await other.save(aRequest('milk')));
          return canary.read();
        },
      },
    });
    expectOk(await slow.save(aRequest('tea')));
    expect(await canary.read()).toMatchObject({ revision: 2, articles: 2, loss: null });
  });
});

describe('saving what is new', () => {
  it('looks for the page, and for nothing that only an older entry can have left', async () => {
    const library = await aLibrary();
    expectOk(await library.save(aRequest('tea')));
    const looks = vi.spyOn(IDBObjectStore.prototype, 'get');
    const adds = vi.spyOn(IDBObjectStore.prototype, 'add');
    expectOk(await library.save(aRequest('milk')));
    const stores = looks.mock.contexts.map((store) => (store as IDBObjectStore).name);
    expect(stores.filter((name) => name !== 'facts').toSorted()).toEqual(['summaries', 'tombstones']);
    expect(adds).not.toHaveBeenCalled();
  });
});

describe('ids', () => {
  it('are the same for the same address and differ for others', async () => {
    const url = 'https://blog.example/tea' as AbsoluteUrl;
    expect(await articleIdOf(url)).toBe(await articleIdOf(url));
    expect(await articleIdOf(url)).not.toBe(await articleIdOf(`${url}/` as AbsoluteUrl));
    expect(toArticleId(await articleIdOf(url))).toBe(await articleIdOf(url));
  });

  it.each([null, 7, '', 'ABCDEF', `${'0'.repeat(32)}0`, '../../../etc', 'g'.repeat(32)])(
    'are not %j',
    (value) => {
      expect(toArticleId(value)).toBeNull();
    },
  );
});
