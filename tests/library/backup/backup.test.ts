// @vitest-environment node
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { gzipSync, strToU8 } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { pngPicture } from '../../../scripts/lib/picture.ts';
import { BackupFailure } from '../../../utils/library/backup/errors.ts';
import { inspectBackup } from '../../../utils/library/backup/inspect-backup.ts';
import { type BackupMark, makeBackup } from '../../../utils/library/backup/make-backup.ts';
import { isBackupFile } from '../../../utils/library/backup/open-file.ts';
import { restoreBackup } from '../../../utils/library/backup/restore-backup.ts';
import { writeWhole } from '../../../utils/library/backup/write-whole.ts';
import { collectBlob } from '../../../utils/library/transfer/export/collect-blob.ts';
import { entriesOfList } from '../../../utils/library/transfer/export/source.ts';
import type { ArticleId, SavedSummary } from '../../../utils/library/types.ts';
import type { Library } from '../../../utils/library/verbs.ts';
import { aLibrary, expectOk, freshDisk } from '../a-library.ts';
import { aRequest } from '../an-article.ts';

const QUIET = { tell: () => {}, isCancelled: () => false };
const NOW = Date.UTC(2024, 4, 6, 12);

const backUp = (library: Library, since: BackupMark | null = null, passphrase = '') =>
  makeBackup(library, { since, passphrase, now: NOW }, QUIET);
const restore = (library: Library, file: Blob, passphrase = '', bringsBack = true) =>
  restoreBackup(library, { file, passphrase, bringsBack }, QUIET);
const inspect = (library: Library, file: Blob, passphrase = '') =>
  inspectBackup(library, file, passphrase, QUIET);
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (thrown: unknown) => (thrown instanceof BackupFailure ? thrown.kind : String(thrown)),
  );

/** Everything that a list holds, but the revisions. */
async function contentOf(library: Library) {
  const summaries = expectOk(await library.list());
  return Promise.all(
    [...summaries]
      .sort((one, other) => one.id.localeCompare(other.id))
      .map(async ({ revision: _, ...summary }) => {
        const { article } = expectOk(await library.get(summary.id));
        const images = expectOk(await library.images(summary.id));
        const bytes = await Promise.all(
          images.map(async ({ url, hash }) => {
            const image = expectOk(await library.image(hash));
            return {
              url,
              type: image?.type,
              bytes: Buffer.from(image?.bytes ?? new ArrayBuffer()).toString('base64'),
            };
          }),
        );
        return { summary, article, images: bytes };
      }),
  );
}

async function save(library: Library, page: string): Promise<SavedSummary> {
  return expectOk(await library.save(aRequest(page))).summary;
}

beforeEach(freshDisk);

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const aPage = fc.record({
  page: fc.stringMatching(/^[a-z0-9]{1,8}$/u),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
  isLink: fc.boolean(),
  tags: fc.array(
    text.filter((tag) => /[\p{L}\p{N}]/u.test(tag)),
    { maxLength: 3 },
  ),
  note: text,
  state: fc.constantFrom('unread' as const, 'reading' as const, 'archived' as const),
  isFavourite: fc.boolean(),
  place: fc.option(fc.record({ percent: fc.integer({ min: 0, max: 100 }), block: fc.nat(500) }), {
    nil: null,
  }),
  image: fc.option(fc.nat(5), { nil: null }),
});

type Page = typeof aPage extends fc.Arbitrary<infer Value> ? Value : never;

async function fill(library: Library, pages: readonly Page[]): Promise<void> {
  for (const { page, text, isLink, tags, note, state, isFavourite, place, image } of pages) {
    const { summary } = expectOk(
      isLink
        ? await library.saveLink({ url: `https://blog.example/${page}`, title: text, incognito: false })
        : await library.save(aRequest(page, { text })),
    );
    expectOk(await library.change([summary.id], { addTags: tags, note, state, isFavourite, place }));
    if (image === null || isLink) continue;
    const bytes = new Uint8Array(pngPicture(8, 8, image)).buffer;
    const url = `https://blog.example/${image}.png`;
    expectOk(await library.keepImage(summary.id, { url, type: 'image/png', bytes }));
    expectOk(await library.settleImages(summary.id, [url]));
  }
}

describe('nothing is lost', () => {
  test('from a list to a file to an empty list, as JSON and as a backup', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aPage, { maxLength: 6 }), async (pages) => {
        freshDisk();
        const library = await aLibrary();
        await fill(library, pages);
        const before = await contentOf(library);
        const ids = before.map(({ summary }) => summary.id);
        const json = await collectBlob(writeWhole(entriesOfList(library, ids).entries(), { now: NOW }), '');
        const { blob } = await backUp(library);
        library.close();
        for (const file of [json, blob]) {
          freshDisk();
          const empty = await aLibrary();
          await restore(empty, file);
          expect(await contentOf(empty)).toEqual(before);
          empty.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  test('also where all was removed in between, and twice is as good as once', async () => {
    const library = await aLibrary();
    for (const page of ['a', 'b', 'c']) await save(library, page);
    const before = await contentOf(library);
    const { blob } = await backUp(library);
    expectOk(await library.removeAll(before.map(({ summary }) => summary.id)));
    expect((await inspect(library, blob)).fates).toMatchObject({ 'removed-here': 3, new: 0 });
    expect(await restore(library, blob, '', false)).toMatchObject({ added: 0, unchanged: 3 });
    expect(await contentOf(library)).toEqual([]);
    expect(await restore(library, blob)).toMatchObject({ added: 3, updated: 0 });
    expect(await contentOf(library)).toEqual(before);
    expect(await restore(library, blob)).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
    library.close();
  });

  test('behind a passphrase', async () => {
    const library = await aLibrary();
    await save(library, 'a');
    const before = await contentOf(library);
    const { blob, name } = await backUp(library, null, 'open sesame');
    expect(name).toBe('seidoku-backup-2024-05-06.seidoku');
    expect(await failure(inspect(library, blob))).toBe('needs-passphrase');
    expect(await failure(inspect(library, blob, 'sesame'))).toBe('wrong-passphrase');
    library.close();
    freshDisk();
    const empty = await aLibrary();
    expect((await inspect(empty, blob, 'open sesame')).fates.new).toBe(1);
    await restore(empty, blob, 'open sesame');
    expect(await contentOf(empty)).toEqual(before);
    empty.close();
  });

  test('and a sealed file that was cut off says so', async () => {
    const library = await aLibrary();
    for (let page = 0; page < 3; page += 1) await save(library, String(page));
    const { blob } = await backUp(library, null, 'open sesame');
    expect(await failure(inspect(library, blob.slice(0, 60), 'open sesame'))).toBe('truncated');
    expect(await failure(inspect(library, blob.slice(0, blob.size - 30), 'open sesame'))).toBe('damaged');
    library.close();
  });

  test('by a whole backup and the changes after it', async () => {
    const library = await aLibrary();
    const [a, b, c] = [await save(library, 'a'), await save(library, 'b'), await save(library, 'c')];
    const first = await backUp(library);
    expectOk(await library.change([a.id], { note: 'later' }));
    expectOk(await library.remove(b.id));
    await save(library, 'd');
    const second = await backUp(library, first.mark);
    expect(second).toMatchObject({ entries: 2, name: 'seidoku-backup-2024-05-06-changes.json.gz' });
    const before = await contentOf(library);
    library.close();
    freshDisk();
    const empty = await aLibrary();
    await restore(empty, first.blob);
    const preview = await inspect(empty, second.blob);
    expect(preview).toMatchObject({ isPartial: true, toRemove: 1, fates: { new: 1, newer: 1 } });
    expect(await restore(empty, second.blob)).toMatchObject({ added: 1, updated: 1, removed: 1 });
    expect(await contentOf(empty)).toEqual(before);
    expect(expectOk(await empty.summaries([c.id]))).toHaveLength(1);
    empty.close();
  });

  test('a mark of another database is no beginning', async () => {
    const library = await aLibrary();
    await save(library, 'a');
    const made = await backUp(library, { identity: 'another', revision: 9, at: 0 });
    expect(made).toMatchObject({ entries: 1, name: 'seidoku-backup-2024-05-06.json.gz' });
    library.close();
  });

  test('what is newer in the list stays', async () => {
    const library = await aLibrary();
    const { id } = await save(library, 'a');
    const { blob } = await backUp(library);
    expectOk(await library.change([id], { note: 'mine, later' }));
    expect((await inspect(library, blob)).fates).toMatchObject({ older: 1 });
    expect(await restore(library, blob)).toMatchObject({ unchanged: 1 });
    expect(expectOk(await library.get(id)).summary.note).toBe('mine, later');
    library.close();
  });
});

describe('a file that is not whole, not ours or not of this time', () => {
  const gz = (text: string) => new Blob([new Uint8Array(gzipSync(strToU8(text)))]);
  const head = '{"format":"seidoku-reading-list","version":1,"exportedAt":"","since":0';

  test('says so and changes nothing', async () => {
    const library = await aLibrary();
    await save(library, 'kept');
    const { blob } = await backUp(library);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const before = await contentOf(library);
    const files: [Blob, string][] = [
      [new Blob([]), 'foreign'],
      [new Blob(['hello']), 'foreign'],
      [new Blob(['[1, 2]']), 'foreign'],
      [new Blob(['{"bookmarks": [{"url": "https://x.example"}], "removed": []}']), 'foreign'],
      [new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])]), 'foreign'],
      [new Blob([`${head.replace('"version":1', '"version":2')},"entries":[],"removed":[]}`]), 'newer'],
      [new Blob([`${head},"entries":[{"summary":{}}`]), 'truncated'],
      [new Blob([`${head},"entries":[nonsense]}`]), 'damaged'],
      [gz('hello'), 'foreign'],
      [new Blob([bytes.slice(0, bytes.length - 20)]), 'damaged'],
      [new Blob([bytes.slice(0, 40), new Uint8Array(40), bytes.slice(80)]), 'damaged'],
      [new Blob([new Uint8Array([0xff, 0xfe, 0x7b, 0x00])]), 'foreign'],
      [new Blob([head, new Uint8Array([0xff, 0xfe])]), 'damaged'],
    ];
    for (const [file, kind] of files) {
      expect([kind, await failure(inspect(library, file))]).toEqual([kind, kind]);
    }
    expect(await contentOf(library)).toEqual(before);
    library.close();
  });

  test('has its good entries taken all the same', async () => {
    const library = await aLibrary();
    const { id } = await save(library, 'a');
    const good = JSON.stringify(expectOk(await library.get(id)));
    const odd = [
      'null',
      '7',
      '{}',
      '{"summary":{"url":"javascript:x"}}',
      good.replace('"kind":"article"', '"kind":9'),
    ];
    const script = good.replace(/"html":"<p>a<\/p>"/u, '"html":"<script>alert(1)</script>"');
    const file = new Blob([
      `${head},"entries":[${[...odd, script].join(',')}],"removed":[{"id":"x","updatedAt":1}, 3]}`,
    ]);
    library.close();
    freshDisk();
    const empty = await aLibrary();
    expect((await inspect(empty, file)).fates).toMatchObject({ new: 1, odd: 7 });
    expect(await restore(empty, file)).toMatchObject({ added: 1, refused: 7 });
    expect(expectOk(await empty.count())).toBe(1);
    empty.close();
  });

  test('nested without end is refused, not followed', async () => {
    const library = await aLibrary();
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const file = new Blob([`${head},"entries":[{"summary":${deep}}],"removed":[]}`]);
    expect((await inspect(library, file)).fates).toMatchObject({ odd: 1 });
    library.close();
  });

  test('may be written by another program, as long as it says the same', async () => {
    const library = await aLibrary();
    const ids: ArticleId[] = [(await save(library, 'a')).id];
    const blob = await collectBlob(writeWhole(entriesOfList(library, ids).entries(), { now: NOW }), '');
    const spaced = new Blob([JSON.stringify(JSON.parse(await blob.text()), null, 2)]);
    expect((await inspect(library, spaced)).fates).toMatchObject({ same: 1 });
    library.close();
  });
});

test('a file of ours is told by its beginning, however large it is', async () => {
  const library = await aLibrary();
  for (let page = 0; page < 40; page += 1) await save(library, `page-${page}`);
  const ids = expectOk(await library.list()).map(({ id }) => id);
  const json = await collectBlob(writeWhole(entriesOfList(library, ids).entries(), { now: NOW }), '');
  const ours = [json, (await backUp(library)).blob, (await backUp(library, null, 'sesame')).blob];
  expect(await Promise.all(ours.map(isBackupFile))).toEqual([true, true, true]);
  const others = ['', '{"bookmarks":[]}', 'title,url', '\u001f\u008b'].map((text) => new Blob([text]));
  others.push(new Blob([new Uint8Array(gzipSync(strToU8('title,url')))]));
  expect(await Promise.all(others.map(isBackupFile))).toEqual(others.map(() => false));
  library.close();
});

test('stops when nobody wants it any more', async () => {
  const library = await aLibrary();
  await save(library, 'a');
  const { blob } = await backUp(library);
  const stopped = { tell: () => {}, isCancelled: () => true };
  const order = { since: null, passphrase: '', now: NOW };
  expect(await failure(makeBackup(library, order, stopped))).toBe('cancelled');
  expect(await failure(inspectBackup(library, blob, '', stopped))).toBe('cancelled');
  expect(
    await failure(restoreBackup(library, { file: blob, passphrase: '', bringsBack: true }, stopped)),
  ).toBe('cancelled');
  library.close();
});
