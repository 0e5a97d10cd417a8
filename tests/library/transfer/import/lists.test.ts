// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { at, read } from './read.ts';

describe('Omnivore metadata', () => {
  const ITEM = {
    id: '1',
    slug: 'on-ferries-1',
    title: 'On ferries',
    description: 'They are slow.',
    author: 'Ann',
    url: 'https://boats.example/ferries',
    state: 'Active',
    readingProgress: 37.5,
    thumbnail: null,
    labels: ['boats', 'slow travel'],
    savedAt: '2024-01-02T03:04:05.678Z',
    updatedAt: '2024-02-02T03:04:05.678Z',
    publishedAt: '2023-12-31T22:00:00.000Z',
  };

  it('reads what it says of an article', async () => {
    const { kinds, entries } = await read(
      JSON.stringify([
        ITEM,
        { ...ITEM, slug: 'b', state: 'Archived', readingProgress: 100, publishedAt: null, labels: [] },
      ]),
    );
    expect(kinds).toEqual(['omnivore']);
    expect(entries).toMatchObject([
      {
        row: 1,
        title: 'On ferries',
        excerpt: 'They are slow.',
        author: 'Ann',
        state: 'reading',
        percent: 38,
        tags: ['boats', 'slow travel'],
        savedAt: at('2024-01-02T03:04:05.678Z'),
        updatedAt: at('2024-02-02T03:04:05.678Z'),
        published: '2023-12-31',
        bodyKey: 'on-ferries-1',
      },
      { state: 'archived', published: null, tags: [] },
    ]);
  });

  it('leaves out addresses that were made up for newsletters', async () => {
    const { entries } = await read(
      JSON.stringify([{ ...ITEM, url: 'https://omnivore.example/no_url?q=5f3c' }]),
    );
    expect(entries).toMatchObject([{ skip: 'made-up-link' }]);
  });
});

describe('Wallabag', () => {
  const ITEM = {
    is_archived: 1,
    is_starred: 0,
    tags: ['boats'],
    is_public: false,
    id: 7,
    title: 'On ferries',
    url: 'https://boats.example/ferries',
    given_url: 'https://short.example/x',
    origin_url: null,
    content: '<p>They are slow.</p>',
    created_at: '2016-09-08T11:55:58+0200',
    updated_at: '2016-09-09T11:55:58+02:00',
    published_at: '2016-09-01T00:00:00+0200',
    published_by: ['Ann', 'Bob'],
    annotations: [{ text: 'my word', quote: 'slow' }],
    language: 'de_DE',
    reading_time: 1,
  };

  it('reads both forms of dates and of truth', async () => {
    const { kinds, entries } = await read(
      JSON.stringify([
        ITEM,
        { ...ITEM, is_archived: false, is_starred: true, tags: [{ label: 'x y', slug: 'x-y' }] },
      ]),
    );
    expect(kinds).toEqual(['wallabag']);
    expect(entries).toMatchObject([
      {
        state: 'archived',
        isFavourite: false,
        html: '<p>They are slow.</p>',
        savedAt: at('2016-09-08T09:55:58Z'),
        updatedAt: at('2016-09-09T09:55:58Z'),
        published: '2016-09-01',
        author: 'Ann, Bob',
        lang: 'de-DE',
        note: 'slow\n\nmy word',
        tags: ['boats'],
      },
      { state: 'unread', isFavourite: true, tags: ['x y'] },
    ]);
  });

  it('reads dates west of Greenwich', async () => {
    const { entries } = await read(JSON.stringify([{ ...ITEM, created_at: '2016-09-08T20:00:00-0530' }]));
    expect(entries).toMatchObject([{ savedAt: at('2016-09-09T01:30:00Z') }]);
  });

  it.each([
    "wallabag can't retrieve contents for this article. Please troubleshoot this issue.",
    "<p>wallabag can't retrieve contents for this article.</p>",
    'wallabag can&#039;t retrieve contents',
  ])('takes no excuse for a text: %s', async (content) => {
    expect((await read(JSON.stringify([{ ...ITEM, content }]))).entries).toMatchObject([{ html: null }]);
  });

  it('reads escaped slashes and characters', async () => {
    const text = JSON.stringify([{ ...ITEM, title: 'TITLE' }])
      .replaceAll('/', '\\/')
      .replace('TITLE', '\\u732b\\ud83d\\ude00');
    expect((await read(text)).entries).toMatchObject([
      { title: '猫😀', url: 'https://boats.example/ferries' },
    ]);
  });
});

describe('Karakeep', () => {
  it('reads links, and names of lists that come after them', async () => {
    const { kinds, entries } = await read(
      JSON.stringify({
        bookmarks: [
          {
            createdAt: 1_700_000_000,
            title: 'A',
            tags: ['x'],
            lists: ['l1'],
            content: { type: 'link', url: 'https://a.example/' },
            note: 'mine\n---\nmore',
            archived: true,
          },
          {
            createdAt: 1_700_000_001,
            title: null,
            tags: [],
            content: { type: 'text', text: 'just words' },
            note: null,
          },
          { createdAt: 1_700_000_002, title: null, tags: [], content: null, note: null },
        ],
        lists: [{ id: 'l1', name: 'Boats' }],
      }),
    );
    expect(kinds).toEqual(['karakeep']);
    const byRow = new Map(entries.map((entry) => [entry.row, entry]));
    expect(byRow.get(1)).toMatchObject({
      url: 'https://a.example/',
      tags: ['Boats', 'x'],
      state: 'archived',
      note: 'mine\n---\nmore',
      savedAt: 1_700_000_000_000,
    });
    expect(byRow.get(2)).toMatchObject({ url: '', title: '' });
    expect(byRow.get(3)).toMatchObject({ url: '' });
  });
});

describe('Pocket highlights and collections', () => {
  it('reads highlights as notes', async () => {
    const { kinds, entries } = await read(
      JSON.stringify([
        {
          url: 'https://a.example/',
          title: 'A',
          highlights: [
            { quote: 'one', created_at: 1_700_000_100 },
            { quote: 'two', created_at: 1_700_000_000 },
          ],
        },
      ]),
    );
    expect(kinds).toEqual(['pocket-highlights']);
    expect(entries).toMatchObject([{ note: 'one\n\ntwo', savedAt: 1_700_000_000_000 }]);
  });

  it('reads a collection, whose title is a tag', async () => {
    const { kinds, entries } = await read(
      JSON.stringify({
        slug: 'boats',
        title: 'Boats',
        description: '',
        createdAt: '2024-01-02T03:04:05Z',
        items: [{ url: 'https://a.example/', title: 'A', excerpt: 'says', note: 'mine' }],
      }),
    );
    expect(kinds).toEqual(['pocket-collection']);
    expect(entries).toMatchObject([{ tags: ['Boats'], note: 'mine', excerpt: 'says', title: 'A' }]);
  });
});
