// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { at, read } from './read.ts';

const NETSCAPE = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>`;

describe('Netscape bookmarks', () => {
  it('of Firefox: folders are tags but for its own, descriptions are notes', async () => {
    const { kinds, entries } = await read(`${NETSCAPE}
<DL><p>
    <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks Toolbar</H3>
    <DD>A folder's description is no note.
    <DL><p>
        <DT><A HREF="https://a.example/?x=1&copy=2" ADD_DATE="1700000000" LAST_MODIFIED="1700000001" TAGS="x,two words" ICON="data:image/png;base64,AAAA">A &amp; B</A>
        <DD>First line<br>second &lt;line&gt;
        <DT><H3>Boats</H3>
        <DL><p>
            <DT><H3>Ferries</H3>
            <DL><p>
                <DT><A HREF="https://b.example/" ADD_DATE="1700000002000">B</A>
            </DL><p>
            <DT><A HREF="https://c.example/" ADD_DATE="1700000003000000">C</A>
        </DL><p>
    </DL><p>
    <HR>
    <DT><A HREF="place:sort=8" ADD_DATE="1">Most visited</A>
</DL>`);
    expect(kinds).toEqual(['bookmarks']);
    expect(entries).toMatchObject([
      {
        url: 'https://a.example/?x=1&copy=2',
        title: 'A & B',
        note: 'First line\nsecond <line>',
        tags: ['x', 'two words'],
        savedAt: 1_700_000_000_000,
        updatedAt: 1_700_000_001_000,
        state: 'unread',
      },
      { url: 'https://b.example/', tags: ['Boats', 'Ferries'], savedAt: 1_700_000_002_000, note: '' },
      { url: 'https://c.example/', tags: ['Boats'], savedAt: 1_700_000_003_000 },
      { url: 'place:sort=8', tags: [] },
    ]);
  });

  it('of Safari: a reading list without dates, without an outer list and without a doctype', async () => {
    const { kinds, entries } = await read(`<HTML><Title>Bookmarks</Title>
<DT><H3 id="com.apple.ReadingList">Reading List</H3>
<DL><p>
  <DT><A HREF="https://a.example/">A</A>
  <DT><A HREF="https://b.example/">B</A>
</DL><p></HTML>`);
    expect(kinds).toEqual(['bookmarks']);
    expect(entries).toMatchObject([
      { url: 'https://a.example/', tags: [], savedAt: null, state: 'unread' },
      { url: 'https://b.example/', tags: [], savedAt: null },
    ]);
  });

  it('of Pinboard: what is still to be read, and what was', async () => {
    const { entries } = await read(`${NETSCAPE}<DL><p>
<DT><A HREF="https://a.example/" ADD_DATE="1700000000" PRIVATE="0" TOREAD="1" TAGS="">A</A>
<DT><A HREF="https://b.example/" ADD_DATE="1700000000" PRIVATE="1" TOREAD="0" TAGS="x">B</A>
</DL></p>`);
    expect(entries.map(({ state }) => state)).toEqual(['unread', 'archived']);
  });

  it('of linkding: notes within the description, the archive as a tag, links that are not escaped', async () => {
    const { entries } = await read(`${NETSCAPE}<DL><p>
<DT><A HREF="https://a.example/?a=1&lt=2&b" ADD_DATE="1700000000" TOREAD="1" TAGS="x,linkding:bookmarks.archived">A</A>
<DD>Said[linkding-notes]My
notes[/linkding-notes]
<DT><A HREF="https://b.example/" ADD_DATE="1700000000" TOREAD="1" TAGS="">B</A>
</DL><p>`);
    expect(entries).toMatchObject([
      { url: 'https://a.example/?a=1&lt=2&b', tags: ['x'], state: 'archived', note: 'Said\n\nMy\nnotes' },
      { url: 'https://b.example/', state: 'unread', note: '' },
    ]);
  });

  it('with notes before their links', async () => {
    const { entries } = await read(`${NETSCAPE}<DL><p>
<DD>of A
<DT><A HREF="https://a.example/">A</A>
<DT><A HREF="https://b.example/">B</A>
<DD>of C
<DT><A HREF="https://c.example/">C</A></DL>`);
    expect(entries.map(({ title, note }) => [title, note])).toEqual([
      ['A', 'of A'],
      ['B', ''],
      ['C', 'of C'],
    ]);
  });

  it('of Hatena in lower case, with closed tags', async () => {
    const { entries } = await read(`<!doctype netscape-bookmark-file-1><dl><p>
<dt><a href="https://a.example/" add_date="1700000000" tags="猫,船" private="0">記事</a></dt><dd>ひとこと</dd></p></dl>`);
    expect(entries).toMatchObject([{ title: '記事', tags: ['猫', '船'], note: 'ひとこと' }]);
  });

  it('cut off in the middle gives what was there', async () => {
    const { entries } = await read(
      `${NETSCAPE}<DL><p><DT><A HREF="https://a.example/">A</A><DT><A HREF="https://b.ex`,
    );
    expect(entries.map(({ url }) => url)).toEqual(['https://a.example/']);
  });

  it('in folders within folders', async () => {
    const { entries } = await read(
      `${NETSCAPE}${'<DL><p><DT><H3>f</H3>'.repeat(1_000)}<DL><DT><A HREF="https://a.example/">A</A>`,
    );
    expect(entries.map(({ url }) => url)).toEqual(['https://a.example/']);
    expect(entries[0]?.tags.length).toBeLessThan(200);
  });

  it('in folders without end are told', async () => {
    const { entries, flaws } = await read(
      `${NETSCAPE}<DL><DT><A HREF="https://a.example/">A</A>${'<DL><p><DT><H3>f</H3>'.repeat(100_000)}`,
    );
    expect(entries.map(({ url }) => url)).toEqual(['https://a.example/']);
    expect(flaws).toMatchObject([{ problem: 'too-deep' }]);
  });
});

describe('Pocket HTML', () => {
  it('knows the state by the heading alone', async () => {
    const { kinds, entries } =
      await read(`<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul>
<li><a href="https://a.example/?a=1&b=2" time_added="1700000000" tags="x,two words">It\\'s A</a></li>
<li><a href="https://b.example/" time_added="1700000001" tags="">https://b.example/</a></li>
</ul><h1>Read Archive</h1><ul>
<li><a href="https://c.example/" time_added="1700000002" tags="">C</a></li></ul></body></html>`);
    expect(kinds).toEqual(['pocket-html']);
    expect(entries).toMatchObject([
      {
        url: 'https://a.example/?a=1&b=2',
        title: "It's A",
        tags: ['x', 'two words'],
        state: 'unread',
        savedAt: 1_700_000_000_000,
      },
      { state: 'unread', tags: [] },
      { url: 'https://c.example/', state: 'archived' },
    ]);
  });

  it('is known although nothing is left unread', async () => {
    const { kinds, entries } = await read(
      '<h1>Unread</h1><ul></ul><h1>Read Archive</h1><ul><li><a href="https://a.example/" time_added="1">A</a></ul>',
    );
    expect(kinds).toEqual(['pocket-html']);
    expect(entries).toMatchObject([{ state: 'archived' }]);
  });
});

describe('lists of lines', () => {
  it('of OneTab', async () => {
    const { kinds, entries } = await read(
      'https://a.example/ | A | with a bar\r\n\r\nchrome://settings/ | Settings\r\nhttps://b.example/ | B',
    );
    expect(kinds).toEqual(['onetab']);
    expect(entries).toMatchObject([
      { row: 1, url: 'https://a.example/', title: 'A | with a bar' },
      { row: 3, url: 'chrome://settings/' },
      { row: 4, url: 'https://b.example/', title: 'B' },
    ]);
  });

  it('of addresses', async () => {
    const { kinds, entries } = await read(
      '# kept in March\nhttps://a.example/\n\n  https://b.example/ B and more  \njust words\njavascript:alert(1)\n',
    );
    expect(kinds).toEqual(['addresses']);
    expect(entries).toMatchObject([
      { row: 2, url: 'https://a.example/', title: '' },
      { row: 4, url: 'https://b.example/', title: 'B and more' },
      { row: 5, url: '' },
      { row: 6, url: 'javascript:alert(1)' },
    ]);
  });

  it('that merely mention links are none', async () => {
    const { entries, flaws } = await read(
      `${'Words about boats and nothing else.\n'.repeat(20)}https://a.example/\n`,
    );
    expect(entries).toEqual([]);
    expect(flaws).toMatchObject([{ problem: 'unknown' }]);
  });

  it('with a line longer than any', async () => {
    const { entries } = await read(
      `https://a.example/\nhttps://b.example/${'x'.repeat(700_000)}\nhttps://c.example/\n`,
    );
    expect(entries.map(({ row, url, skip }) => [row, url, skip])).toEqual([
      [1, 'https://a.example/', null],
      [2, '', 'damaged-row'],
      [3, 'https://c.example/', null],
    ]);
  });
});

it('reads dates of one moment in all forms alike', async () => {
  const rows = ['1700000000', '1700000000000', '1700000000000000'].map(
    (date) => `<DT><A HREF="https://a.example/" ADD_DATE="${date}">A</A>`,
  );
  const { entries } = await read(`${NETSCAPE}<DL>${rows.join('')}</DL>`);
  expect(entries.map(({ savedAt }) => savedAt)).toEqual(rows.map(() => at('2023-11-14T22:13:20Z')));
});
