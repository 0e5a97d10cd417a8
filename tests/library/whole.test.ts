// @vitest-environment node
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_NAME, type LibrarySchema } from '../../utils/library/schema.ts';
import type { WholeEntry, WholeImage } from '../../utils/library/transfer-types.ts';
import type { SavedSummary } from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import { aLibrary, expectOk, freshDisk } from './a-library.ts';
import { anArticle, aRequest } from './an-article.ts';
import { aChange, anItem } from './arbitrary.ts';

let time: number;
let library: Library;
beforeEach(async () => {
  freshDisk();
  time = 1_000;
  library = await aLibrary({ now: () => time });
});

/** All that a list holds, as a file keeps it: text that is parsed again. */
async function wholeList(of: Library): Promise<WholeEntry[]> {
  const entries: WholeEntry[] = [];
  for (const summary of expectOk(await of.list())) {
    const { article } = expectOk(await of.get(summary.id));
    entries.push({ summary, ...(article === undefined ? {} : { article }) });
  }
  return JSON.parse(JSON.stringify(entries));
}

const plain = (entries: readonly WholeEntry[]) =>
  entries.map(({ summary, ...rest }) => ({ ...rest, summary: { ...(summary as object), revision: null } }));

const kindsOf = (outcomes: readonly { readonly kind: string }[]) => outcomes.map(({ kind }) => kind);

async function filled(): Promise<WholeEntry[]> {
  const { id } = expectOk(await library.save(aRequest('tea'))).summary;
  expectOk(await library.change([id], { note: 'Mine.', addTags: ['a'], state: 'archived' }));
  expectOk(await library.saveLink({ url: 'https://blog.example/link', title: 'Link', incognito: false }));
  return wholeList(library);
}

describe('whole entries', () => {
  it('give an identical list, on an empty disk and after everything was removed', async () => {
    const entries = await filled();
    expectOk(await library.removeAll(expectOk(await library.list()).map(({ id }) => id)));
    expect(kindsOf(expectOk(await library.putWhole(entries)))).toEqual(['added', 'added']);
    expect(plain(await wholeList(library))).toEqual(plain(entries));
    expect(expectOk(await library.changedSince(0, 10)).removed).toEqual([]);

    freshDisk();
    const other = await aLibrary();
    expect(kindsOf(expectOk(await other.putWhole(entries)))).toEqual(['added', 'added']);
    expect(plain(await wholeList(other))).toEqual(plain(entries));
    expect(expectOk(await other.count())).toBe(2);
  });

  it('change nothing the second time, and nothing that is newer', async () => {
    const entries = await filled();
    const before = expectOk(await library.list());
    expect(kindsOf(expectOk(await library.putWhole(entries)))).toEqual(['unchanged', 'unchanged']);
    expect(expectOk(await library.list())).toEqual(before);

    time = 2_000;
    const [first] = before as [SavedSummary];
    expectOk(await library.change([first.id], { note: 'newer' }));
    expectOk(await library.putWhole(entries));
    expect(expectOk(await library.summaries([first.id]))[0]?.note).toBe('newer');
  });

  it('replace what is older, body and all', async () => {
    const entries = await filled();
    time = 3_000;
    const newer = await aLibrary({ now: () => time });
    expectOk(await newer.save(aRequest('tea', { readAt: 2_000, text: 'newer' })));
    const newest = await wholeList(newer);
    freshDisk();
    const other = await aLibrary();
    expectOk(await other.putWhole(entries));
    expect(kindsOf(expectOk(await other.putWhole(newest))).toSorted()).toEqual(['merged', 'unchanged']);
    expect(plain(await wholeList(other))).toEqual(plain(newest));
  });

  it('are what their address says, whatever else they claim', async () => {
    const [entry] = (await filled()).filter(({ article }) => article);
    const summary = entry?.summary as SavedSummary;
    freshDisk();
    const other = await aLibrary();
    const claimed = { ...summary, id: '0'.repeat(32), imageBytes: 1e9, revision: 1e9, onclick: 'alert(1)' };
    expectOk(await other.putWhole([{ ...entry, summary: claimed }]));
    expect(expectOk(await other.list())).toEqual([{ ...summary, revision: 1 }]);
  });

  it.each([
    ['nothing', null, 'bad-entry'],
    ['a link that runs', { url: 'javascript:alert(1)' }, 'bad-entry'],
    ['a time that is none', { savedAt: Number.NaN }, 'bad-entry'],
    ['a state that does not exist', { state: 'lost' }, 'bad-entry'],
    ['a note that is too long', { note: 'x'.repeat(20_001) }, 'bad-entry'],
  ])('are skipped when they are %s', async (_what, given, reason) => {
    const [entry] = await filled();
    const summary = given && { ...(entry?.summary as object), ...given };
    expect(expectOk(await library.putWhole([{ summary }]))).toEqual([{ kind: 'skipped', reason }]);
  });

  it('are skipped when their body is no article', async () => {
    const [entry] = await filled();
    const given = { summary: entry?.summary, article: { ...anArticle(), html: 7 } };
    expect(expectOk(await library.putWhole([given]))).toEqual([{ kind: 'skipped', reason: 'bad-article' }]);
  });
});

describe('images of whole entries', () => {
  const image = (name: string, byte: number): WholeImage => ({
    url: `https://img.example/${name}.png`,
    type: 'image/png',
    bytes: new Uint8Array([byte, byte, byte]).buffer,
  });

  async function kept() {
    const database = await openDB<LibrarySchema>(DATABASE_NAME);
    const [images, uses] = await Promise.all([database.getAll('images'), database.getAll('imageUses')]);
    database.close();
    return { images: images.map(({ size }) => size), uses: uses.map(({ url }) => url).sort() };
  }

  it('are kept once each, counted, and wiped with the last article that shows them', async () => {
    const entries = (await filled()).map((entry, index) => ({
      ...entry,
      images: index === 0 ? [image('a', 1), image('b', 2), image('same', 1)] : [image('a', 1)],
    }));
    freshDisk();
    const other = await aLibrary({ now: () => time });
    expectOk(await other.putWhole(entries));
    const [first, second] = entries.map(({ summary }) => summary as SavedSummary) as [
      SavedSummary,
      SavedSummary,
    ];
    const sizes = expectOk(await other.summaries([first.id, second.id])).map(({ imageBytes }) => imageBytes);
    expect(sizes).toEqual([6, 3]);
    expect((await kept()).images).toEqual([3, 3]);

    expectOk(await other.remove(first.id));
    expect((await kept()).images).toEqual([3, 3]);
    time += 60 * 60_000;
    expectOk(await other.forgetRemoved());
    expect(await kept()).toEqual({ images: [3], uses: ['https://img.example/a.png'] });
    expectOk(await other.remove(second.id));
    expectOk(await other.saveLink({ url: second.url, title: '', incognito: false }));
    expect(await kept()).toEqual({ images: [], uses: [] });
    expect(expectOk(await other.summaries([second.id]))[0]?.imageBytes).toBe(0);
  });

  it('are left out when they are none', async () => {
    const [entry] = await filled();
    freshDisk();
    const other = await aLibrary();
    const page = { ...image('page', 1), type: 'text/html' };
    expectOk(await other.putWhole([{ ...entry, summary: entry?.summary, images: [page] }]));
    expect(await kept()).toEqual({ images: [], uses: [] });
  });
});

it('come back identical, whatever was kept', async () => {
  const pages = fc.array(
    fc.record({
      text: fc.string({ unit: 'grapheme' }),
      item: anItem,
      change: aChange,
      isSaved: fc.boolean(),
    }),
    { maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(pages, async (given) => {
      freshDisk();
      let now = 1_000;
      const before = await aLibrary({ now: () => now });
      for (const { text, item, change, isSaved } of given) {
        now += 1_000;
        const { url } = item;
        if (isSaved) expectOk(await before.save(aRequest('', { url, text, readAt: now })));
        expectOk(await before.importItems([item]));
        const entry = expectOk(await before.find(url));
        if (entry) expectOk(await before.change([entry.id], change));
      }
      const entries = await wholeList(before);
      freshDisk();
      const after = await aLibrary();
      const outcomes = expectOk(await after.putWhole(entries));
      expect(outcomes.map(({ kind }) => kind)).toEqual(entries.map(() => 'added'));
      expect(plain(await wholeList(after))).toEqual(plain(entries));
    }),
    { numRuns: 60 },
  );
});
