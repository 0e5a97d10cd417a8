// @vitest-environment node
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { previewFiles } from '../../../../utils/library/transfer/import/preview.ts';
import { importFiles } from '../../../../utils/library/transfer/import/run.ts';
import type { Library } from '../../../../utils/library/verbs.ts';
import { aLibrary, expectOk, freshDisk } from '../../a-library.ts';
import { fileOf, zipOf } from './read.ts';
import { ownWords } from './words.ts';

const POCKET = 'title,url,time_added,tags,status\n';
const QUIET = { tell: () => {}, isCancelled: () => false };

const WORDS = ownWords();

async function run(library: Library, ...files: readonly File[]) {
  const report = await importFiles(files, library, WORDS, QUIET);
  return { ...report, table: await report.table.text() };
}

/** All that the list holds but for the marks of when it was written. */
async function everything(library: Library) {
  const summaries = expectOk(await library.list());
  const bodies = expectOk(await library.bodies(summaries.map(({ id }) => id)));
  return { summaries, bodies };
}

describe('an import', () => {
  let library: Library;
  beforeEach(async () => {
    freshDisk();
    library = await aLibrary();
  });

  it('takes in what a file says, row by row, and reports each', async () => {
    const report = await run(
      library,
      fileOf(
        `${POCKET}A,https://a.example/?utm_source=x#top,1700000000,boats|Fähre,archive\n` +
          'B,javascript:alert(1),1,,unread\nA again,https://a.example/,1600000000,tea,unread\nC,,1,,unread\n',
        'pocket.csv',
      ),
    );
    expect(report.counts).toEqual({ added: 1, merged: 1, unchanged: 0, skipped: 2 });
    expect(report.rows.map(({ row, result, remarks }) => [row, result, remarks])).toEqual([
      [2, 'added', []],
      [3, 'skipped', [{ about: 'row', reason: 'not-web' }]],
      [4, 'merged', []],
      [5, 'skipped', [{ about: 'row', reason: 'no-link' }]],
    ]);
    expect((await everything(library)).summaries).toMatchObject([
      {
        url: 'https://a.example/',
        title: 'A',
        kind: 'link',
        state: 'archived',
        tags: ['boats', 'Fähre', 'tea'],
        savedAt: 1_600_000_000_000,
      },
    ]);
  });

  it('keeps texts as articles', async () => {
    const report = await run(
      library,
      fileOf(
        JSON.stringify([
          {
            is_archived: 0,
            is_starred: 1,
            url: 'https://a.example/',
            given_url: 'https://a.example/',
            title: 'A',
            content: '<p>Slow boats.<script>alert(1)</script></p>',
            created_at: '2016-09-08T11:55:58+0200',
            tags: [],
          },
          {
            is_archived: 0,
            url: 'https://b.example/',
            title: 'B',
            content: '<div>'.repeat(10_000),
            created_at: '2016-09-08T11:55:58+0200',
          },
        ]),
      ),
    );
    expect(report).toMatchObject({ counts: { added: 2 }, withBody: 1, remarked: 1 });
    const { summaries, bodies } = await everything(library);
    const byTitle = new Map(summaries.map((summary) => [summary.title, summary]));
    expect(byTitle.get('A')).toMatchObject({ kind: 'article', isFavourite: true, excerpt: 'Slow boats.' });
    expect(byTitle.get('B')).toMatchObject({ kind: 'link' });
    expect(bodies).toMatchObject([{ article: { html: '<p>Slow boats.</p>' } }]);
    expect(report.rows[1]?.remarks).toEqual([{ about: 'body', reason: 'too-deep' }]);
  });

  it('of several files at once names each in its table', async () => {
    const { table, flaws } = await run(
      library,
      fileOf(`${POCKET}=HYPERLINK(1),https://a.example/,1,,unread\n`, 'one.csv'),
      zipOf({ 'part.csv': `${POCKET}"B, ""b""",https://b.example/,1,,unread\n` }, 'two.zip'),
      fileOf('Dear reader,', 'three.txt'),
    );
    expect(flaws).toEqual([{ file: 'three.txt', row: null, problem: 'unknown' }]);
    expect(table.replace('\ufeff', '').trimEnd().split('\r\n')).toEqual([
      'File,Row,Title,Link,Result,Remark',
      `one.csv,2,"'=HYPERLINK(1)",https://a.example/,added,`,
      'two.zip/part.csv,2,"B, ""b""",https://b.example/,added,',
      'three.txt,,,,problem,unknown',
    ]);
  });

  it('leaves out what a format leaves out, and says why', async () => {
    const report = await run(
      library,
      fileOf(
        'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n' +
          'A,https://a.example/,1,[],2026-03-14 23:55:23+00:00,0,feed,False\n',
      ),
    );
    expect(report.rows).toMatchObject([
      { result: 'skipped', remarks: [{ about: 'row', reason: 'feed' }], url: 'https://a.example/' },
    ]);
    expect(expectOk(await library.count())).toBe(0);
  });

  it('keeps the link of a text that is damaged, and says so', async () => {
    const item = {
      slug: 'a',
      title: 'A',
      url: 'https://a.example/',
      state: 'Active',
      labels: [],
      savedAt: '2024-01-02T03:04:05Z',
    };
    const bytes = new Uint8Array(
      await zipOf({
        'metadata_0_to_1.json': JSON.stringify([item]),
        'content/a.html': `<p>${Array.from({ length: 900 }, (_, index) => index * 7919).join(' ')}</p>`,
      }).arrayBuffer(),
    );
    const start = new TextDecoder('latin1').decode(bytes).indexOf('content/a.html') + 14;
    bytes.fill(0xff, start + 20, start + 60);
    const report = await run(library, fileOf(bytes));
    expect(report.rows).toMatchObject([{ result: 'added', remarks: [{ about: 'body', reason: 'damaged' }] }]);
    expect((await everything(library)).summaries).toMatchObject([{ kind: 'link', title: 'A' }]);
  });

  it('that is stopped keeps what was written', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => `T,https://a.example/${index},1,,unread`);
    let told = 0;
    const report = await importFiles([fileOf(POCKET + rows.join('\n'))], library, WORDS, {
      tell: () => {
        told += 1;
      },
      isCancelled: () => told >= 700,
    });
    expect(report).toMatchObject({ isCancelled: true, error: null, counts: { added: 500 } });
    expect(expectOk(await library.count())).toBe(500);
  });

  it('that fails says why and keeps what was written before', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => `T,https://a.example/${index},1,,unread`);
    let batches = 0;
    const full: Pick<Library, 'importItems'> = {
      importItems: async (items) => {
        batches += 1;
        if (batches > 1) return { ok: false, error: { kind: 'disk-full', details: '' } };
        return library.importItems(items);
      },
    };
    const report = await importFiles([fileOf(POCKET + rows.join('\n'))], full, WORDS, QUIET);
    expect(report).toMatchObject({
      error: { kind: 'disk-full' },
      isCancelled: false,
      counts: { added: 500 },
    });
    expect(expectOk(await library.count())).toBe(500);
  });

  it('shows no more rows than a screen can hold, and has all in its table', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => `T,https://a.example/${index},1,,unread`);
    const report = await run(library, fileOf(POCKET + rows.join('\n')));
    expect(report.counts.added).toBe(2_500);
    expect(report.rows).toHaveLength(200);
    expect(report.table.trimEnd().split('\r\n')).toHaveLength(2_501);
  });
});

describe('a preview', () => {
  it('tells what would become of each row and writes nothing', async () => {
    freshDisk();
    const library = await aLibrary();
    await run(library, fileOf(`${POCKET}A,https://a.example/,1,,unread\n`));
    const before = await everything(library);
    const preview = expectOk(
      await previewFiles(
        [
          fileOf(
            `${POCKET}A,https://a.example/#x,1,t,archive\nB,https://b.example/,1,,unread\n` +
              'B,https://b.example/,2,,unread\nC,mailto:x@y.example,1,,unread\n',
            'p.csv',
          ),
          fileOf('Dear reader,', 'letter.txt'),
        ],
        library,
        QUIET,
      ),
    );
    expect(preview?.files).toMatchObject([
      {
        name: 'p.csv',
        kinds: ['pocket-csv'],
        items: 4,
        toAdd: 1,
        toMerge: 2,
        withBody: 0,
        skipped: [{ reason: 'not-web', count: 1 }],
        flaws: [],
      },
      { name: 'letter.txt', kinds: [], items: 0, flaws: [{ problem: 'unknown' }] },
    ]);
    expect(preview?.files[0]?.rows.map(({ fate, state }) => [fate, state])).toEqual([
      ['merge', 'archived'],
      ['add', 'unread'],
      ['merge', 'unread'],
      ['not-web', 'unread'],
    ]);
    expect(await everything(library)).toEqual(before);
  });

  it('can be stopped', async () => {
    freshDisk();
    const library = await aLibrary();
    const stopped = await previewFiles([fileOf(`${POCKET}A,https://a.example/,1,,unread\n`)], library, {
      tell: () => {},
      isCancelled: () => true,
    });
    expect(expectOk(stopped)).toBeNull();
  });
});

describe('importing twice', () => {
  const address = fc.integer({ min: 0, max: 5 }).map((number) => `https://a.example/${number}`);
  const words = fc.constantFrom('', 'boats', 'slow travel', '猫', 'Fähre', '#x', 'a,b', '"quoted"', ' ');
  const wallabagItem = fc.record({
    is_archived: fc.boolean(),
    is_starred: fc.constantFrom(0, 1),
    url: fc.oneof(address, fc.constantFrom('', 'javascript:alert(1)', 'https://a.example/0?utm_source=x')),
    given_url: address,
    title: words,
    content: fc.constantFrom('', '<p>Slow boats.</p>', '<script>x</script>', '<p>Other <b>text</b></p>'),
    created_at: fc.constantFrom('2016-09-08T11:55:58+0200', '2020-09-08T11:55:58+02:00', '', null),
    updated_at: fc.constantFrom('2021-09-08T11:55:58+0200', null),
    tags: fc.array(words, { maxLength: 3 }),
    annotations: fc.array(fc.record({ quote: words, text: words }), { maxLength: 2 }),
  });
  const pocketRow = fc
    .tuple(
      words,
      address,
      fc.integer({ min: 0, max: 2_000_000_000 }),
      words,
      fc.constantFrom('unread', 'archive'),
    )
    .map((cells) => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','));

  it('is importing once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(wallabagItem, { maxLength: 6 }),
        fc.array(pocketRow, { maxLength: 6 }),
        async (items, rows) => {
          freshDisk();
          const library = await aLibrary();
          const files = () => [
            fileOf(JSON.stringify([{ is_archived: 0, is_starred: 0, url: '', given_url: '' }, ...items])),
            fileOf(POCKET + rows.join('\n')),
          ];
          await run(library, ...files());
          const once = await everything(library);
          const again = await run(library, ...files());
          expect(again.counts).toMatchObject({ added: 0, merged: 0 });
          expect(await everything(library)).toEqual(once);
          library.close();
        },
      ),
      { numRuns: 40 },
    );
  });
});
