// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleId } from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import { aLibrary, expectOk, freshDisk } from './a-library.ts';
import { anArticle, aRequest } from './an-article.ts';

const NOBODY = '0'.repeat(32) as ArticleId;

let time: number;
let library: Library;
beforeEach(async () => {
  freshDisk();
  time = 1_000;
  library = await aLibrary({ now: () => time });
});

async function saved(page: string): Promise<ArticleId> {
  return expectOk(await library.save(aRequest(page))).summary.id;
}

describe('the newest', () => {
  it('come a page at a time, also where many were saved at the same moment', async () => {
    for (let index = 0; index < 25; index++) {
      time = 1_000 + Math.floor(index / 10);
      await saved(`post-${index}`);
    }
    const shown: ArticleId[] = [];
    for (;;) {
      const last = shown.at(-1);
      const [before] = last ? expectOk(await library.summaries([last])) : [];
      const page = expectOk(await library.newest({}, 4, before));
      shown.push(...page.map(({ id }) => id));
      if (page.length < 4) break;
    }
    expect(shown).toEqual(expectOk(await library.list()).map(({ id }) => id));
    expect(shown).toHaveLength(25);
  });

  it('of one state leave out the others', async () => {
    const ids = [];
    for (const page of ['one', 'two', 'three', 'four']) {
      time += 1;
      ids.push(await saved(page));
    }
    const [one, , three] = ids as [ArticleId, ArticleId, ArticleId];
    expectOk(await library.change([one, three], { state: 'archived' }));
    const archived = expectOk(await library.newest({ state: 'archived' }, 10));
    expect(archived.map(({ id }) => id)).toEqual([three, one]);
    const behind = expectOk(await library.newest({ state: 'archived' }, 10, archived[0]));
    expect(behind.map(({ id }) => id)).toEqual([one]);
    expect(expectOk(await library.newest({}, 0))).toEqual([]);
  });

  it('never load a body', async () => {
    await saved('tea');
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
    expectOk(await library.newest({}, 10));
    expect(opened.mock.calls.map(([stores]) => stores)).toEqual(['summaries']);
    opened.mockRestore();
  });
});

describe('many at once', () => {
  it('come in the order asked, without those that are gone', async () => {
    const [one, two, gone] = [await saved('one'), await saved('two'), await saved('gone')];
    const { id: link } = expectOk(
      await library.saveLink({ url: 'https://blog.example/link', title: 'Link', incognito: false }),
    ).summary;
    expectOk(await library.remove(gone));
    const asked = [two, NOBODY, link, gone, one];
    expect(expectOk(await library.summaries(asked)).map(({ id }) => id)).toEqual([two, link, one]);
    expect(expectOk(await library.bodies(asked))).toEqual([
      { id: two, article: anArticle('two') },
      { id: one, article: anArticle('one') },
    ]);
  });
});

describe('what became different', () => {
  it('is told from a revision on, also what was removed and what came back', async () => {
    const [one, two] = [await saved('one'), await saved('two')];
    const first = expectOk(await library.changedSince(0, 10));
    expect(first.changed.map(({ id }) => id)).toEqual([one, two]);
    expect(first).toMatchObject({ removed: [], isMore: false });

    expectOk(await library.change([one], { note: 'new' }));
    expectOk(await library.remove(two));
    const second = expectOk(await library.changedSince(first.revision, 10));
    expect(second.changed.map(({ id }) => id)).toEqual([one]);
    expect(second.removed).toEqual([two]);
    expect(second.identity).toBe(first.identity);

    expectOk(await library.restore(two));
    const third = expectOk(await library.changedSince(second.revision, 10));
    expect(third.changed.map(({ id }) => id)).toEqual([two]);
    expect(third.removed).toEqual([]);
    const none = expectOk(await library.changedSince(third.revision, 10));
    expect(none).toMatchObject({ changed: [], removed: [], revision: third.revision, isMore: false });
  });

  it('comes in parts that leave nothing out', async () => {
    const ids: ArticleId[] = [];
    for (let index = 0; index < 7; index++) ids.push(await saved(`post-${index}`));
    const removed = ids.filter((_, index) => index % 3 === 0);
    expectOk(await library.removeAll(removed));
    const told = { changed: [] as ArticleId[], removed: [] as ArticleId[] };
    for (let revision = 0, isMore = true; isMore; ) {
      const part = expectOk(await library.changedSince(revision, 2));
      expect(part.changed.length + part.removed.length).toBeLessThanOrEqual(2);
      told.changed.push(...part.changed.map(({ id }) => id));
      told.removed.push(...part.removed);
      ({ revision, isMore } = part);
    }
    expect(told.changed).toEqual(ids.filter((id) => !removed.includes(id)));
    expect(told.removed).toEqual(removed);
  });

  it('is counted anew in another database', async () => {
    const { identity } = expectOk(await library.changedSince(0, 10));
    freshDisk();
    const other = await aLibrary();
    expect(expectOk(await other.changedSince(0, 10)).identity).not.toBe(identity);
  });
});
