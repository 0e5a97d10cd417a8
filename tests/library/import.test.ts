// @vitest-environment node
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportItem } from '../../utils/library/transfer-types.ts';
import type { ArticleId } from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import { aLibrary, expectOk, freshDisk } from './a-library.ts';
import { anArticle, aRequest } from './an-article.ts';
import { anItem as anyItem } from './arbitrary.ts';

const NOW = 1_000_000;

let library: Library;
beforeEach(async () => {
  freshDisk();
  library = await aLibrary({ now: () => NOW });
});

function anItem(page: string, given: Partial<ImportItem> = {}): ImportItem {
  return {
    url: `https://blog.example/${page}`,
    title: page,
    tags: [],
    note: '',
    savedAt: null,
    state: 'unread',
    isFavourite: false,
    ...given,
  };
}

const importing = async (...items: readonly ImportItem[]) => expectOk(await library.importItems(items));
const kindsOf = (outcomes: Awaited<ReturnType<typeof importing>>) => outcomes.map(({ kind }) => kind);
const onlyOne = async () => {
  const list = expectOk(await library.list());
  expect(list).toHaveLength(1);
  const [summary] = list;
  if (!summary) throw new Error('nothing was imported');
  return summary;
};

describe('an item', () => {
  it('becomes a link with all that its list says of it', async () => {
    await importing(
      anItem('tea', {
        title: ' Of\n tea ',
        author: 'Mika',
        siteName: 'Kitchen notes',
        published: '2020-02-03',
        lang: 'ja',
        tags: ['#茶', 'ＴＥＡ', 'tea', ' '],
        note: ' Mine.\r\nAll. ',
        savedAt: 5_000,
        state: 'archived',
        isFavourite: true,
        percent: 33.4,
        excerpt: 'It begins',
      }),
    );
    expect(await onlyOne()).toMatchObject({
      kind: 'link',
      url: 'https://blog.example/tea',
      title: 'Of tea',
      author: 'Mika',
      siteName: 'Kitchen notes',
      published: '2020-02-03',
      lang: 'ja',
      tags: ['茶', 'ＴＥＡ'],
      note: 'Mine.\nAll.',
      savedAt: 5_000,
      readAt: 0,
      state: 'archived',
      isFavourite: true,
      place: { percent: 33, block: 0 },
      excerpt: 'It begins',
      updatedAt: NOW,
    });
  });

  it('with a body becomes an article', async () => {
    const [outcome] = await importing(
      anItem('tea', { savedAt: 5_000, tags: ['mine'], article: anArticle('tea') }),
    );
    expect(outcome).toMatchObject({ kind: 'added', problems: [] });
    const summary = await onlyOne();
    expect(summary).toMatchObject({
      kind: 'article',
      title: 'About: tea',
      excerpt: 'tea',
      comments: 1,
      tags: ['mine', 'tea'],
      readAt: 5_000,
    });
    expect(expectOk(await library.get(summary.id)).article).toEqual(anArticle('tea'));
  });

  it.each([
    ['javascript:alert(1)'],
    ['instapaper-private://email/1'],
    ['mailto:mika@blog.example'],
    ['http://'],
    [''],
  ])('with the address %j is skipped, and the others are not', async (url) => {
    expect(await importing(anItem('tea', { url }), anItem('tea'))).toEqual([
      { kind: 'skipped', reason: 'no-address' },
      { kind: 'added', id: (await onlyOne()).id, problems: [] },
    ]);
  });

  it('with a body that is none is kept as a link, and says so', async () => {
    const [outcome] = await importing(anItem('tea', { article: { html: 1 } as never }));
    expect(outcome).toMatchObject({ kind: 'added', problems: ['article-refused'] });
    expect((await onlyOne()).kind).toBe('link');
  });

  it.each([
    ['in the future', NOW + 1],
    ['before time', -5],
    ['nowhere', Number.NaN],
  ])('saved %s was saved now', async (_when, savedAt) => {
    await importing(anItem('tea', { savedAt }));
    expect((await onlyOne()).savedAt).toBe(NOW);
  });
});

describe('items of a page that is in the list', () => {
  it('are merged: tags of both, the earliest date, notes joined, archived and favourite if either is', async () => {
    const { id } = expectOk(await library.save(aRequest('tea'))).summary;
    expectOk(
      await library.change([id], { note: 'Mine.', isFavourite: true, place: { percent: 9, block: 2 } }),
    );
    const before = expectOk(await library.get(id));
    const outcomes = await importing(
      anItem('tea?utm_source=x#top', {
        title: 'Other title',
        savedAt: 7,
        tags: ['TEA', 'new'],
        note: 'Theirs.',
        state: 'archived',
        percent: 80,
        article: anArticle('other'),
      }),
    );
    expect(outcomes).toEqual([{ kind: 'merged', id, problems: [] }]);
    const { summary, article } = expectOk(await library.get(id));
    expect(article).toEqual(before.article);
    expect(summary).toEqual({
      ...before.summary,
      tags: ['tea', 'new'],
      savedAt: 7,
      note: 'Mine.\n\nTheirs.',
      state: 'archived',
      updatedAt: summary.updatedAt,
      revision: summary.revision,
    });
    expect(summary.updatedAt).toBeGreaterThan(before.summary.updatedAt);
  });

  it('fill a link with their body', async () => {
    await importing(anItem('tea', { author: 'Jun', note: 'kept', savedAt: 3 }));
    expect(kindsOf(await importing(anItem('tea', { article: anArticle('tea'), savedAt: 9 })))).toEqual([
      'merged',
    ]);
    expect(await onlyOne()).toMatchObject({ kind: 'article', author: 'Mika', note: 'kept', savedAt: 3 });
  });

  it('take no title away, and give one where there was none but the address', async () => {
    const url = 'https://blog.example/tea';
    const untitled = { ...anArticle('tea'), meta: { ...anArticle('tea').meta, title: url } };
    await importing(anItem('tea', { title: url }));
    expect((await onlyOne()).title).toBe(url);
    await importing(anItem('tea', { title: 'Of tea' }));
    await importing(anItem('tea', { title: '', article: untitled }));
    expect(await onlyOne()).toMatchObject({ kind: 'article', title: 'Of tea' });
  });

  it('may stand in the list twice', async () => {
    const outcomes = await importing(
      anItem('tea', { tags: ['a'] }),
      anItem('tea#2', { tags: ['b'] }),
      anItem('tea#3', { tags: ['A'] }),
    );
    expect(kindsOf(outcomes)).toEqual(['added', 'merged', 'unchanged']);
    expect(expectOk(await library.count())).toBe(1);
    expect((await onlyOne()).tags).toEqual(['a', 'b']);
  });

  it('change nothing when they are imported again', async () => {
    const items = [
      anItem('one', { tags: ['a', 'b'], note: 'x\n\ny', savedAt: 5, percent: 12 }),
      anItem('two', { article: anArticle('two'), state: 'archived', note: 'n'.repeat(20_000) }),
      anItem('two', { note: 'more' }),
      anItem('three', { url: 'ftp://x/' }),
    ];
    await importing(...items);
    const before = expectOk(await library.list());
    expect(kindsOf(await importing(...items))).toEqual(['unchanged', 'unchanged', 'unchanged', 'skipped']);
    expect(expectOk(await library.list())).toEqual(before);
  });

  it('cut a note that would be too long, and say so', async () => {
    await importing(anItem('tea', { note: 'a'.repeat(19_999) }));
    const [outcome] = await importing(anItem('tea', { note: '🍵'.repeat(10) }));
    expect(outcome).toMatchObject({ problems: ['note-cut'] });
    expect((await onlyOne()).note.length).toBeLessThanOrEqual(20_000);
    expect((await onlyOne()).note.isWellFormed()).toBe(true);
  });

  it('begin anew where it had been removed', async () => {
    const { id } = expectOk(await library.save(aRequest('tea'))).summary;
    expectOk(await library.remove(id));
    expect(kindsOf(await importing(anItem('tea')))).toEqual(['added']);
    expect(expectOk(await library.get(id))).toMatchObject({ summary: { kind: 'link' }, article: undefined });
    expect(expectOk(await library.changedSince(0, 10)).removed).toEqual([]);
  });
});

it('changes nothing the second time, whatever the items say and whichever way they are batched', async () => {
  const batches = fc.array(fc.array(anyItem, { maxLength: 5 }), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(batches, async (given) => {
      freshDisk();
      let now = NOW;
      const list = await aLibrary({ now: () => now++ });
      for (const batch of given) expectOk(await list.importItems(batch));
      const before = expectOk(await list.list());
      for (const batch of [...given, given.flat()]) {
        const kinds = kindsOf(expectOk(await list.importItems(batch)));
        expect(kinds).toEqual(batch.map(() => 'unchanged'));
      }
      expect(expectOk(await list.list())).toEqual(before);
      list.close();
    }),
    { numRuns: 100 },
  );
});

describe('a batch', () => {
  it('is written in one strict transaction, whole or not at all', async () => {
    const items = Array.from({ length: 1_200 }, (_, index) => anItem(`post-${index}`));
    const ids = (await importing(...items)).map((outcome) => outcome.kind === 'added' && outcome.id);
    expect(new Set(ids).size).toBe(1_200);
    expect(expectOk(await library.count())).toBe(1_200);
    const { changed, isMore } = expectOk(await library.changedSince(0, 5_000));
    expect(isMore).toBe(false);
    expect(new Set(changed.map(({ revision }) => revision)).size).toBe(1_200);
    expect(changed.map(({ id }) => id as ArticleId | false)).toEqual(ids);
  });
});
