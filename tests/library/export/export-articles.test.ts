import 'fake-indexeddb/auto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { translator } from '../../../utils/i18n.ts';
import { exportArticles } from '../../../utils/library/transfer/export/export-articles.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../../utils/library/transfer/export/format-names.ts';
import { type ExportSource, entriesOfList } from '../../../utils/library/transfer/export/source.ts';
import type { ArticleId } from '../../../utils/library/types.ts';
import { aLibrary, expectOk, freshDisk } from '../a-library.ts';
import { aRequest } from '../an-article.ts';
import { aSummary, each, NO_IMAGES } from './entries.ts';

function means(signal = new AbortController().signal) {
  const told: number[] = [];
  const given = {
    t: translator('en'),
    language: 'en',
    now: Date.UTC(2024, 4, 6, 12),
    images: NO_IMAGES,
    signal,
    tell: (written: number) => {
      told.push(written);
    },
  };
  return { told, given };
}

const CHOICES = { withComments: true, isVertical: false };

async function exported(format: ExportFormat, source: ExportSource, signal?: AbortSignal) {
  const { told, given } = means(signal);
  const result = await exportArticles({ format, source, title: 'Garden / 2', choices: CHOICES }, given);
  return { result, told };
}

async function aFilledLibrary(count: number) {
  freshDisk();
  const library = await aLibrary();
  const ids: ArticleId[] = [];
  for (let index = 0; index < count; index += 1) {
    ids.push(expectOk(await library.save(aRequest(`page-${index}`))).summary.id);
  }
  return { library, ids };
}

describe.each(EXPORT_FORMATS)('a list as %s', (format) => {
  test('holds every entry and tells how far it is', async () => {
    const { library, ids } = await aFilledLibrary(23);
    const { result, told } = await exported(format, entriesOfList(library, ids));
    if (!result.ok) throw new Error(result.error.details);
    expect(result.value).toMatchObject({ written: 23, damaged: [] });
    expect(result.value.name).toMatch(/^Garden-2 2024-05-06\.(?:zip|epub|json|html|csv)$/u);
    expect(result.value.blob.size).toBeGreaterThan(500);
    expect(Math.max(...told)).toBe(23);
    library.close();
  });
});

test('one article is named by its title', async () => {
  const { library, ids } = await aFilledLibrary(1);
  const names: string[] = [];
  for (const format of ['markdown', 'html', 'epub'] as const) {
    const { result } = await exported(format, entriesOfList(library, ids));
    names.push(result.ok ? result.value.name : '');
  }
  expect(names).toEqual(
    ['About- page-0.md', 'About- page-0.html', 'About- page-0.epub'].map((name) => name.replace('- ', '-')),
  );
  library.close();
});

test('an entry that is gone since is left out; nothing at all is an error', async () => {
  const { library, ids } = await aFilledLibrary(3);
  expectOk(await library.remove(ids[1] as ArticleId));
  const some = await exported('markdown', entriesOfList(library, ids));
  expect(some.result.ok && some.result.value.written).toBe(2);
  expectOk(await library.removeAll(ids));
  const none = await exported('csv', entriesOfList(library, ids));
  expect(none.result).toMatchObject({ ok: false, error: { kind: 'nothing' } });
  library.close();
});

test('an article that cannot be read any more is named, with its title and link', async () => {
  const damaged = { summary: aSummary(), article: { not: 'an article' }, images: [] };
  const source: ExportSource = {
    count: 2,
    summaries: () => each([]),
    entries: () => each([damaged, { summary: aSummary({ kind: 'link' }), article: undefined, images: [] }]),
  };
  const { result } = await exported('markdown', source);
  if (!result.ok) throw new Error(result.error.details);
  expect(result.value.damaged).toEqual([damaged.summary.id]);
  const files = unzipSync(new Uint8Array(await result.value.blob.arrayBuffer()));
  expect(Object.keys(files)).toHaveLength(2);
});

test('stops when nobody wants it any more', async () => {
  const controller = new AbortController();
  const source: ExportSource = {
    count: 3,
    summaries: () => each([]),
    async *entries() {
      yield { summary: aSummary(), article: undefined, images: [] };
      controller.abort();
      yield { summary: aSummary(), article: undefined, images: [] };
    },
  };
  const { result, told } = await exported('markdown', source, controller.signal);
  expect(result).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  expect(told).toEqual([1]);
});

test('a list that cannot be read is an error with its cause', async () => {
  const { library, ids } = await aFilledLibrary(1);
  library.close();
  const { result } = await exported('html', entriesOfList(library, ids));
  expect(result).toMatchObject({ ok: false, error: { kind: 'failed' } });
});
