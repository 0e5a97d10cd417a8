// @vitest-environment node
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileOf, read, zipOf } from './read.ts';

const POCKET = 'title,url,time_added,tags,status\n';

/** An archive as services stream it: sizes follow the data. */
function streamedZip(
  contents: readonly (readonly [string, string])[],
  { isPacked }: { readonly isPacked: boolean } = { isPacked: true },
): File {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((_error, part) => parts.push(part as Uint8Array<ArrayBuffer>));
  for (const [name, text] of contents) {
    const file = isPacked ? new ZipDeflate(name) : new ZipPassThrough(name);
    zip.add(file);
    file.push(new TextEncoder().encode(text), true);
  }
  zip.end();
  return new File(parts, 'download');
}

function omnivoreItem(slug: string, more: Record<string, unknown> = {}) {
  return {
    id: slug,
    slug,
    title: `Title of ${slug}`,
    description: '',
    author: null,
    url: `https://boats.example/${slug}`,
    state: 'Active',
    readingProgress: 0,
    labels: [],
    savedAt: '2024-01-02T03:04:05.678Z',
    updatedAt: '2024-01-02T03:04:05.678Z',
    publishedAt: null,
    ...more,
  };
}

describe('archives', () => {
  it('of Pocket: all parts, highlights and collections, each row with its file', async () => {
    const { kinds, entries, files, flaws } = await read(
      zipOf(
        {
          'part_000000.csv': `${POCKET}A,https://a.example/,1,,unread\n`,
          'part_000001.csv': `${POCKET}B,https://b.example/,2,,archive\n`,
          'annotations/part_000000.json': JSON.stringify([
            { url: 'https://a.example/', title: 'A', highlights: [{ quote: 'q', created_at: 3 }] },
          ]),
          'collections/boats.json': JSON.stringify({
            slug: 'boats',
            title: 'Boats',
            createdAt: '2024-01-02T03:04:05Z',
            items: [{ url: 'https://b.example/', title: 'B', excerpt: '', note: '' }],
          }),
        },
        'pocket.zip',
      ),
    );
    expect(kinds).toEqual(['pocket-csv', 'pocket-highlights', 'pocket-collection']);
    expect(flaws).toEqual([]);
    expect(entries).toHaveLength(4);
    expect(files).toEqual([
      'pocket.zip/part_000000.csv',
      'pocket.zip/part_000001.csv',
      'pocket.zip/annotations/part_000000.json',
      'pocket.zip/collections/boats.json',
    ]);
  });

  it.each([
    [
      'with texts after their list',
      (texts: [string, string][], list: [string, string][]) => [...list, ...texts],
    ],
    [
      'with texts before their list',
      (texts: [string, string][], list: [string, string][]) => [...texts, ...list],
    ],
  ])('of Omnivore, streamed, %s', async (_name, order) => {
    const { entries, flaws } = await read(
      streamedZip(
        order(
          [
            ['content/a.html', '<div><p>Text of a.</p></div>'],
            ['content/a.html', '<div><p>Text of a.</p></div>'],
            ['content/b.html', '<dl><dt><a href="https://elsewhere.example/">a list of links</a></dl>'],
          ],
          [
            ['metadata_0_to_20.json', JSON.stringify([omnivoreItem('a'), omnivoreItem('b')])],
            ['metadata_20_to_21.json', JSON.stringify([omnivoreItem('c')])],
            ['highlights/a.md', '> marked'],
          ],
        ),
      ),
    );
    expect(flaws).toEqual([]);
    expect(entries.map(({ bodyKey, html, note }) => ({ bodyKey, html, note }))).toEqual([
      { bodyKey: 'a', html: '<div><p>Text of a.</p></div>', note: '> marked' },
      {
        bodyKey: 'b',
        html: '<dl><dt><a href="https://elsewhere.example/">a list of links</a></dl>',
        note: '',
      },
      { bodyKey: 'c', html: null, note: '' },
    ]);
  });

  it('of Matter: texts by the name of their file, rows without one', async () => {
    const { kinds, entries } = await read(
      zipOf({
        'Archive/_matter_history.csv':
          'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction Date,File Id\n' +
          'A,,,https://a.example/,,1,True,False,False,0,,file-1\n' +
          'B,,,https://b.example/,,1,True,False,False,0,,\n',
        'Archive/file-1.html': '<html><body><p>Text.</p></body></html>',
      }),
    );
    expect(kinds).toEqual(['matter']);
    expect(entries.map(({ title, html }) => [title, html])).toEqual([
      ['A', '<html><body><p>Text.</p></body></html>'],
      ['B', null],
    ]);
  });

  it('streamed, with the mark of a file within the data of one, are read by their index', async () => {
    const mark = 'PK\x03\x04'.padEnd(60, '\x01');
    const text = `<p>before ${mark} after</p>`;
    const whole = streamedZip(
      [
        ['content/a.html', text],
        ['metadata_0_to_1.json', JSON.stringify([omnivoreItem('a')])],
      ],
      { isPacked: false },
    );
    const { entries, flaws } = await read(whole);
    expect(flaws).toEqual([]);
    expect(entries.map(({ html }) => html)).toEqual([text]);
  });

  it('keep the link where the text is damaged', async () => {
    const bytes = new Uint8Array(
      await zipOf({
        'metadata_0_to_2.json': JSON.stringify([omnivoreItem('a'), omnivoreItem('b')]),
        'content/a.html': `<p>${Array.from({ length: 900 }, (_, index) => index * 7919).join(' ')}</p>`,
        'content/b.html': '<p>Text of b.</p>',
      }).arrayBuffer(),
    );
    const start = new TextDecoder('latin1').decode(bytes).indexOf('content/a.html') + 14;
    bytes.fill(0xff, start + 20, start + 60);
    const { entries, flaws } = await read(fileOf(bytes, 'o.zip'));
    expect(entries.map(({ bodyKey, html, lostBody }) => [bodyKey, html, lostBody])).toEqual([
      ['a', null, 'damaged'],
      ['b', '<p>Text of b.</p>', null],
    ]);
    expect(flaws).toEqual([]);
  });

  it('whose index is wrong are read as they come', async () => {
    const bytes = new Uint8Array(
      await zipOf({ 'a.csv': `${POCKET}A,https://a.example/,1,,unread\n` }).arrayBuffer(),
    );
    // Where the index begins, as the end of the archive has it.
    new DataView(bytes.buffer).setUint32(bytes.length - 6, 7, true);
    expect((await read(fileOf(bytes))).entries).toHaveLength(1);
  });

  it('whose index names one file again and again have it once', async () => {
    const bytes = new Uint8Array(
      await zipOf({ 'a.csv': `${POCKET}A,https://a.example/,1,,unread\n` }).arrayBuffer(),
    );
    const view = new DataView(bytes.buffer);
    const end = bytes.length - 22;
    const index = bytes.slice(view.getUint32(end + 16, true), end);
    view.setUint16(end + 10, 50, true);
    view.setUint32(end + 12, index.length * 50, true);
    const parts = [bytes.slice(0, end), ...Array.from({ length: 49 }, () => index), bytes.slice(end)];
    const { entries } = await read(new File(parts, 'again.zip'));
    expect(entries).toHaveLength(1);
  });

  it('with names that would lead out or hide something are read like any other', async () => {
    const { entries, flaws } = await read(
      streamedZip([
        ['../../etc/part.csv', `${POCKET}A,https://a.example/,1,,unread\n`],
        ['__proto__', `${POCKET}B,https://b.example/,1,,unread\n`],
        ['constructor', `${POCKET}C,https://c.example/,1,,unread\n`],
        ['/absolute.csv', `${POCKET}D,https://d.example/,1,,unread\n`],
        ['__MACOSX/._part.csv', 'clutter'],
      ]),
    );
    expect(entries.map(({ title }) => title)).toEqual(['A', 'B', 'C', 'D']);
    expect(flaws).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('name what in them is of no kind that is known', async () => {
    const { entries, flaws } = await read(
      zipOf(
        {
          'good.csv': `${POCKET}A,https://a.example/,1,,unread\n`,
          'other.csv': 'x,y\n1,2\n',
          'photo.jpg': '\xff\xd8',
        },
        'all.zip',
      ),
    );
    expect(entries).toHaveLength(1);
    expect(flaws).toEqual([{ file: 'all.zip/other.csv', row: null, problem: 'unknown' }]);
  });

  it('with nothing of use say so', async () => {
    expect((await read(zipOf({ 'photo.jpg': '\xff\xd8' }, 'a.zip'))).flaws).toEqual([
      { file: 'a.zip', row: null, problem: 'nothing-inside' },
    ]);
    expect((await read(zipOf({}, 'a.zip'))).flaws).toMatchObject([{ problem: 'nothing-inside' }]);
  });
});
