// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId, Change } from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import { aLibrary, errorOf, expectOk, freshDisk } from './a-library.ts';
import { anArticle, aRequest } from './an-article.ts';

const NOBODY = '0'.repeat(32) as ArticleId;
const HOUR = 60 * 60_000;

let time: number;
let library: Library;
beforeEach(async () => {
  freshDisk();
  time = 1_000;
  library = await aLibrary({ now: () => time });
});

async function saved(page: string, tags: readonly string[] = []): Promise<ArticleId> {
  const { id } = expectOk(await library.save(aRequest(page))).summary;
  expectOk(await library.change([id], { removeTags: ['tea'], addTags: tags }));
  return id;
}

async function summaryOf(id: ArticleId) {
  return expectOk(await library.get(id)).summary;
}

const ALL: Change = {
  state: 'reading',
  isFavourite: true,
  place: { percent: 40, block: 7 },
  note: 'Ask Mika about the kettle.',
  addTags: ['#茶', 'green'],
  removeTags: ['ＴＥＡ'],
};

describe('changing what the reader adds', () => {
  it('changes what is named, leaves the rest, and is taken back by its receipt', async () => {
    const { id } = expectOk(await library.save(aRequest('tea'))).summary;
    const before = expectOk(await library.get(id));
    time = 2_000;
    const receipt = expectOk(await library.change([id], ALL));
    expect(receipt.changed).toBe(1);
    const { revision } = await summaryOf(id);
    expect(expectOk(await library.get(id))).toEqual({
      ...before,
      summary: {
        ...before.summary,
        state: 'reading',
        isFavourite: true,
        place: { percent: 40, block: 7 },
        note: 'Ask Mika about the kettle.',
        tags: ['茶', 'green'],
        updatedAt: 2_000,
        revision,
      },
    });
    expect(revision).toBeGreaterThan(before.summary.revision);

    time = 3_000;
    expectOk(await library.undo(receipt.key));
    const after = await summaryOf(id);
    expect(after).toEqual({ ...before.summary, updatedAt: 3_000, revision: after.revision });
    expect(after.revision).toBeGreaterThan(revision);
  });

  it('is made once when it is asked for twice, and its receipt still takes it back', async () => {
    const id = await saved('tea', ['one']);
    const before = await summaryOf(id);
    const first = expectOk(await library.change([id], { state: 'archived' }, 'the-key'));
    const changed = await summaryOf(id);
    expect(expectOk(await library.change([id], { state: 'archived' }, 'the-key'))).toEqual(first);
    expect(await summaryOf(id)).toEqual(changed);
    expectOk(await library.undo('the-key'));
    const undone = await summaryOf(id);
    expect(undone.state).toBe(before.state);
    expectOk(await library.undo('the-key'));
    expect(await summaryOf(id)).toEqual(undone);
  });

  it('changes nothing where all is so already', async () => {
    const id = await saved('tea', ['one']);
    const before = await summaryOf(id);
    expect(expectOk(await library.change([id], { state: 'unread', addTags: ['#ONE'] })).changed).toBe(0);
    expect(await summaryOf(id)).toEqual(before);
  });

  it('leaves out entries that are gone, and says so when none is there', async () => {
    const id = await saved('tea');
    expect(expectOk(await library.change([NOBODY, id, id], { isFavourite: true })).changed).toBe(1);
    expect(errorOf(await library.change([NOBODY], { isFavourite: true }))).toBe('not-found');
  });

  it.each([
    ['a note that is too long', { note: 'x'.repeat(20_001) }],
    ['a state that does not exist', { state: 'lost' }],
    ['a place beyond the end', { place: { percent: 101, block: 0 } }],
    ['half a block', { place: { percent: 1, block: 0.5 } }],
    ['an empty tag', { addTags: [' # '] }],
    ['a field of the page', { title: 'Other' }],
  ])('refuses %s and changes nothing', async (_what, change) => {
    const id = await saved('tea');
    const before = await summaryOf(id);
    expect(errorOf(await library.change([id], { isFavourite: true, ...change } as Change))).toBe(
      'bad-change',
    );
    expect(await summaryOf(id)).toEqual(before);
  });

  it('takes back only what was not changed again', async () => {
    const id = await saved('tea', ['one', 'two']);
    const { key } = expectOk(
      await library.change([id], {
        note: 'first',
        isFavourite: true,
        addTags: ['three'],
        removeTags: ['one'],
      }),
    );
    expectOk(await library.change([id], { note: 'second', addTags: ['four'] }));
    expectOk(await library.undo(key));
    expect(await summaryOf(id)).toMatchObject({
      note: 'second',
      isFavourite: false,
      tags: ['two', 'four', 'one'],
    });
  });

  it('can be taken back for an hour, not longer', async () => {
    const id = await saved('tea');
    const { key } = expectOk(await library.change([id], { isFavourite: true }));
    time += HOUR - 1;
    expectOk(await library.forgetRemoved());
    expectOk(await library.undo(key));
    time += HOUR;
    expectOk(await library.forgetRemoved());
    expect(errorOf(await library.undo(key))).toBe('too-late');
    expect(errorOf(await library.undo('never made'))).toBe('too-late');
  });
});

describe('tags', () => {
  const tagsOf = async (ids: readonly ArticleId[]) =>
    expectOk(await library.summaries(ids)).map(({ tags }) => tags);

  it('are renamed everywhere, whichever way they are written, and back', async () => {
    const ids = [
      await saved('one', ['a', 'Ｇreen Tea', 'b']),
      await saved('two', ['green tea']),
      await saved('three', ['black']),
    ];
    const { key, changed } = expectOk(await library.renameTag('#GREEN TEA', ' # sencha '));
    expect(changed).toBe(2);
    expect(await tagsOf(ids)).toEqual([['a', 'sencha', 'b'], ['sencha'], ['black']]);
    expect(expectOk(await library.tags())).toEqual(['a', 'b', 'black', 'sencha']);
    expectOk(await library.undo(key));
    expect(await tagsOf(ids)).toEqual([['a', 'Ｇreen Tea', 'b'], ['green tea'], ['black']]);
  });

  it('are merged where the other is there already, and parted again', async () => {
    const ids = [
      await saved('one', ['cha', 'x', 'Tea']),
      await saved('two', ['cha']),
      await saved('three', ['tea']),
    ];
    const { key } = expectOk(await library.renameTag('cha', 'tea'));
    expect(await tagsOf(ids)).toEqual([['x', 'Tea'], ['tea'], ['tea']]);
    expectOk(await library.undo(key));
    expect(await tagsOf(ids)).toEqual([['cha', 'x', 'Tea'], ['cha'], ['tea']]);
  });

  it('are written anew when only their letters change', async () => {
    const ids = [await saved('one', ['css', 'x'])];
    expectOk(await library.renameTag('css', 'CSS'));
    expect(await tagsOf(ids)).toEqual([['CSS', 'x']]);
  });

  it('are deleted everywhere, and brought back in their place', async () => {
    const ids = [await saved('one', ['a', 'cha', 'b']), await saved('two', ['CHA'])];
    const { key } = expectOk(await library.deleteTag('Cha'));
    expect(await tagsOf(ids)).toEqual([['a', 'b'], []]);
    expectOk(await library.undo(key));
    expect(await tagsOf(ids)).toEqual([['a', 'cha', 'b'], ['CHA']]);
  });

  it('of nobody change nothing; an empty one is refused', async () => {
    const id = await saved('one', ['a']);
    const before = await summaryOf(id);
    expect(expectOk(await library.renameTag('b', 'c')).changed).toBe(0);
    expect(errorOf(await library.renameTag('a', '#'))).toBe('bad-change');
    expect(await summaryOf(id)).toEqual(before);
  });
});

describe('saving a page again', () => {
  const withTags = (...tags: readonly string[]) => {
    const article = anArticle('tea');
    return { ...article, meta: { ...article.meta, tags } };
  };

  it('keeps what the reader added', async () => {
    const { id } = expectOk(await library.save(aRequest('tea', { readAt: 1 }))).summary;
    expectOk(await library.change([id], ALL));
    expectOk(await library.save(aRequest('tea', { readAt: 2, text: 'new' })));
    expect(await summaryOf(id)).toMatchObject({
      excerpt: 'new',
      state: 'reading',
      isFavourite: true,
      place: { percent: 40, block: 7 },
      note: 'Ask Mika about the kettle.',
      tags: ['茶', 'green'],
    });
  });

  it('adds the tags that the page did not have before, and no tag that the reader took away', async () => {
    const { id } = expectOk(
      await library.save(aRequest('tea', { readAt: 1, article: withTags('a', 'b') })),
    ).summary;
    expectOk(await library.change([id], { removeTags: ['a'], addTags: ['mine'] }));
    expectOk(await library.save(aRequest('tea', { readAt: 2, article: withTags('a', 'B', 'c') })));
    expect((await summaryOf(id)).tags).toEqual(['b', 'mine', 'c']);
  });
});

describe('a link', () => {
  const link = (page: string, given = {}) =>
    library.saveLink({ url: `https://blog.example/${page}`, title: 'To read', incognito: false, ...given });

  it('is kept without a body and becomes an article when its page is saved', async () => {
    const { summary, isNew } = expectOk(await link('tea#top'));
    expect(isNew).toBe(true);
    expect(summary).toMatchObject({
      kind: 'link',
      url: 'https://blog.example/tea',
      title: 'To read',
      readAt: 0,
      readingMinutes: 0,
      excerpt: '',
      tags: [],
      state: 'unread',
    });
    expect(expectOk(await library.get(summary.id)).article).toBeUndefined();

    expectOk(await library.change([summary.id], { state: 'reading', note: 'mine', addTags: ['x'] }));
    time = 5_000;
    const filled = expectOk(await library.save(aRequest('tea', { readAt: 4_000 })));
    expect(filled.isNew).toBe(false);
    expect(filled.summary).toMatchObject({
      id: summary.id,
      kind: 'article',
      title: 'About: tea',
      savedAt: 1_000,
      readAt: 4_000,
      state: 'reading',
      note: 'mine',
      tags: ['x', 'tea'],
    });
    expect(expectOk(await library.get(summary.id)).article).toEqual(anArticle('tea'));
    expect(expectOk(await library.count())).toBe(1);
  });

  it('leaves an article as it is', async () => {
    const { summary } = expectOk(await library.save(aRequest('tea')));
    expect(expectOk(await link('tea'))).toEqual({ summary, isNew: false, isFilled: false });
    expect(expectOk(await link('other')).isNew).toBe(true);
    expect(expectOk(await link('other')).isNew).toBe(false);
  });

  it('without a title is called by its address', async () => {
    expect(expectOk(await link('tea', { title: ' \n ' })).summary.title).toBe('https://blog.example/tea');
  });

  it('is refused from a private window and without a web address', async () => {
    expect(errorOf(await link('tea', { incognito: true }))).toBe('private-window');
    expect(errorOf(await link('tea', { url: 'javascript:alert(1)' }))).toBe('no-address');
    expect(expectOk(await library.count())).toBe(0);
  });

  it('to an article that was removed begins anew', async () => {
    const { id } = expectOk(await library.save(aRequest('tea'))).summary;
    expectOk(await library.remove(id));
    expect(expectOk(await link('tea')).summary.kind).toBe('link');
    expect(expectOk(await library.get(id)).article).toBeUndefined();
    expect(expectOk(await library.restore(id)).kind).toBe('link');
  });
});

describe('removing many', () => {
  it('takes them all away and brings them all back', async () => {
    const ids = [await saved('one', ['a']), await saved('two'), await saved('three')];
    const before = expectOk(await library.summaries(ids));
    const [first, second] = ids as [ArticleId, ArticleId];
    expect(expectOk(await library.removeAll([first, second, first, NOBODY]))).toEqual([first, second]);
    expect(expectOk(await library.count())).toBe(1);
    expect(expectOk(await library.removeAll([first, second]))).toEqual([first, second]);
    expect(expectOk(await library.restoreAll([first, second, NOBODY]))).toEqual([first, second]);
    const after = expectOk(await library.summaries(ids));
    const plain = (list: typeof after) => list.map(({ updatedAt: _, revision: __, ...rest }) => rest);
    expect(plain(after)).toEqual(plain(before));
    expect(expectOk(await library.get(first)).article).toEqual(anArticle('one'));
    expect(expectOk(await library.count())).toBe(3);
  });
});
