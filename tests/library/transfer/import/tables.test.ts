// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { pythonTexts } from '../../../../utils/library/transfer/import/formats/readwise.ts';
import { at, read } from './read.ts';

describe('Pocket CSV', () => {
  const HEADING = 'title,url,time_added,tags,status';

  it('reads every column by its name', async () => {
    const { kinds, entries, flaws } = await read(
      `${HEADING}\nOn ferries,https://boats.example/ferries,1700000000,boats|slow travel|Fähre,unread\n` +
        'Tea,https://tea.example/,1600000001,,archive\n',
    );
    expect(kinds).toEqual(['pocket-csv']);
    expect(flaws).toEqual([]);
    expect(entries).toMatchObject([
      {
        row: 2,
        title: 'On ferries',
        url: 'https://boats.example/ferries',
        savedAt: 1_700_000_000_000,
        tags: ['boats', 'slow travel', 'Fähre'],
        state: 'unread',
      },
      { row: 3, savedAt: 1_600_000_001_000, tags: [], state: 'archived' },
    ]);
  });

  it('takes the older form, whose cursor is no date', async () => {
    const { entries } = await read(
      'title,url,time_added,cursor,tags,status\nA,https://a.example/,1700000000,17,x,archive\n',
    );
    expect(entries).toMatchObject([{ savedAt: 1_700_000_000_000, tags: ['x'], state: 'archived' }]);
  });

  it('keeps line breaks and quotes within titles, and goes on after them', async () => {
    const { entries } = await read(
      `${HEADING}\r\n"Two\nlines, ""quoted""",https://a.example/,1,,unread\r\nB,https://b.example/,2,,archive\r\n`,
    );
    expect(entries.map(({ title }) => title)).toEqual(['Two\nlines, "quoted"', 'B']);
    expect(entries[1]).toMatchObject({ row: 3, state: 'archived' });
  });

  it('reads on past bytes that are no UTF-8', async () => {
    const bytes = new TextEncoder().encode(
      `${HEADING}\n日本の船とその歴史について,https://a.example/,1,,unread\nB?,https://b.example/,2,タグ,unread\n`,
    );
    bytes[bytes.lastIndexOf('?'.charCodeAt(0))] = 0xff;
    const { entries, flaws } = await read(bytes);
    expect(flaws).toEqual([]);
    expect(entries.map(({ title }) => title)).toEqual(['日本の船とその歴史について', 'B\ufffd']);
    expect(entries[1]?.tags).toEqual(['タグ']);
  });

  it('is known whatever the order and the case of its columns', async () => {
    const { kinds, entries } = await read(
      '\ufeffStatus,Tags,URL,Time_Added,Title\narchive,a,https://a.example/,1,T\n',
    );
    expect(kinds).toEqual(['pocket-csv']);
    expect(entries).toMatchObject([{ title: 'T', state: 'archived', tags: ['a'] }]);
  });

  it('takes rows that are too short or too long', async () => {
    const { entries } = await read(
      `${HEADING}\nT,https://a.example/\nU,https://b.example/,1,,archive,more,and more\n`,
    );
    expect(entries).toMatchObject([
      { title: 'T', savedAt: null, state: 'unread' },
      { title: 'U', state: 'archived' },
    ]);
  });

  it('takes line breaks of old Macs', async () => {
    const { entries } = await read(
      `${HEADING}\rT,https://a.example/,1,,unread\rU,https://b.example/,1,,unread\r`,
    );
    expect(entries.map(({ url }) => url)).toEqual(['https://a.example/', 'https://b.example/']);
  });

  it('says which row lacks the end of a quote, and reads those behind it', async () => {
    const { entries } = await read(
      `${HEADING}\nA,https://a.example/,1,,unread\n"B,https://b.example/,1,,unread\nC,https://c.example/,1,,unread\n`,
    );
    expect(entries.map(({ row, url, skip }) => ({ row, url, skip }))).toEqual([
      { row: 2, url: 'https://a.example/', skip: null },
      { row: 3, url: '', skip: 'damaged-row' },
      { row: 4, url: 'https://c.example/', skip: null },
    ]);
  });

  it('never takes rows for the title of another, where a quote is never closed', async () => {
    const { entries } = await read(
      `${HEADING}\n"A,https://a.example/,1,,unread\nB,https://b.example/,1,,unread\n"C, c",https://c.example/,1,,unread\nD,https://d.example/,1,,unread\n`,
    );
    expect(entries.map(({ title, skip }) => [title, skip])).toEqual([
      ['', 'damaged-row'],
      ['B', null],
      ['C, c', null],
      ['D', null],
    ]);
  });

  it('takes stray quotes within a line as they are', async () => {
    const { entries } = await read(
      `${HEADING}\n"He said "hi" there",https://a.example/,1,,unread\n5" disks,https://b.example/,1,,unread\n`,
    );
    expect(entries.map(({ title }) => title)).toEqual(['He said "hi" there', '5" disks']);
  });

  it('reads rows across the pieces in which a file is read', async () => {
    const rows = Array.from(
      { length: 9_000 },
      (_, index) => `"T, ${index}",https://a.example/${index},1,,unread`,
    );
    const { entries } = await read([HEADING, ...rows].join('\r\n'));
    expect(entries.map(({ url }) => url)).toEqual(rows.map((_, index) => `https://a.example/${index}`));
    expect(entries.at(-1)).toMatchObject({ row: 9_001, title: 'T, 8999' });
  });
});

describe('Instapaper', () => {
  it('tells states from folders, and takes others for tags', async () => {
    const { kinds, entries } = await read(
      'URL,Title,Selection,Folder,Timestamp,Tags\n' +
        'https://a.example/,A,,Unread,1700000000,[]\n' +
        'https://b.example/,B,,Archive,1700000001,"[""x"", ""two words""]"\n' +
        'https://c.example/,C,,Starred,1700000002,\n' +
        'https://d.example/,D,A marked passage,Recipes,1700000003,not a list\n',
    );
    expect(kinds).toEqual(['instapaper']);
    expect(entries).toMatchObject([
      { state: 'unread', isFavourite: false, tags: [], savedAt: 1_700_000_000_000 },
      { state: 'archived', tags: ['x', 'two words'] },
      { state: 'unread', isFavourite: true },
      { state: 'unread', tags: ['Recipes'], note: 'A marked passage' },
    ]);
  });

  it('takes the forms without tags and without dates', async () => {
    expect((await read('URL,Title,Selection,Folder\nhttps://a.example/,A,,Archive\n')).entries).toMatchObject(
      [{ state: 'archived', savedAt: null }],
    );
    expect(
      (await read('URL,Title,Selection,Folder,Timestamp\nhttps://a.example/,A,,Unread,5\n')).entries,
    ).toMatchObject([{ savedAt: 5_000 }]);
  });
});

describe('Readwise Reader', () => {
  const HEADING = 'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen';

  it('reads tags as Python writes them, dates with and without fraction, and the place', async () => {
    const { kinds, entries } = await read(
      `${HEADING}\n` +
        `A,https://a.example/,1,"['b', ""it's""]",2026-03-14 23:55:23.291000+00:00,0.42,later,True\n` +
        'B,https://b.example/,2,[],2026-03-14 23:55:23+09:00,0,archive,True\n' +
        'C,https://c.example/,3,,2026-03-14 23:55:23+00:00,0,feed,False\n' +
        'D,mailto:someone@d.example,4,,,0,shortlist,False\n',
    );
    expect(kinds).toEqual(['readwise']);
    expect(entries).toMatchObject([
      {
        tags: ['b', "it's"],
        savedAt: at('2026-03-14T23:55:23.291Z'),
        percent: 42,
        state: 'reading',
        skip: null,
      },
      { tags: [], savedAt: at('2026-03-14T14:55:23Z'), state: 'archived', percent: null },
      { skip: 'feed' },
      { state: 'unread', skip: null },
    ]);
  });

  it.each([
    ["['a', 'b']", ['a', 'b']],
    [`["it's", 'say "so"']`, ["it's", 'say "so"']],
    [
      String.raw`['a\'b', 'back\\slash', 'l\nb', '\u732b', '\x41']`,
      ["a'b", 'back\\slash', 'l\nb', '猫', 'A'],
    ],
    ['[]', []],
    ['', []],
    ["['never closed", []],
  ])('%s', (literal, texts) => {
    expect(pythonTexts(literal)).toEqual(texts);
  });
});

describe('Raindrop', () => {
  it('takes folders for tags and keeps notes of several lines', async () => {
    const { kinds, entries } = await read(
      'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n' +
        '1,A,"first\nsecond",What it says,https://a.example/,Boats/Ferries,"x, y z",2024-01-02T03:04:05.678Z,,,true\n' +
        '2,B,,,https://b.example/,Unsorted,,2024-01-02T03:04:05.678Z,,Marked,false\n',
    );
    expect(kinds).toEqual(['raindrop']);
    expect(entries).toMatchObject([
      {
        note: 'first\nsecond',
        excerpt: 'What it says',
        tags: ['Boats', 'Ferries', 'x', ' y z'],
        savedAt: at('2024-01-02T03:04:05.678Z'),
        isFavourite: true,
      },
      { note: 'Marked', tags: [], isFavourite: false },
    ]);
  });
});

describe('Matter', () => {
  it('reads the current form', async () => {
    const { kinds, entries } = await read(
      'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction Date,File Id\n' +
        'A,Ann,Boats,https://a.example/,x;y z,100,True,True,False,0,2024-05-06 07:08:09,f1\n' +
        'B,,,,,0,False,False,True,0,,\n',
    );
    expect(kinds).toEqual(['matter']);
    expect(entries).toMatchObject([
      {
        author: 'Ann',
        siteName: 'Boats',
        tags: ['x', 'y z'],
        state: 'unread',
        isFavourite: true,
        savedAt: at('2024-05-06T07:08:09Z'),
        bodyKey: 'f1',
      },
      { url: '', state: 'archived', author: null, bodyKey: null },
    ]);
  });

  it('reads the older form without tags', async () => {
    const { kinds, entries } = await read(
      'Title,Author,Publisher,URL,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,File Id\n' +
        'A,Ann,Boats,https://a.example/,100,False,False,False,0,2024-05-06 07:08:09,f1\n',
    );
    expect(kinds).toEqual(['matter']);
    expect(entries).toMatchObject([{ tags: [], state: 'archived' }]);
  });
});
