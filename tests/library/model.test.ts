// @vitest-environment node
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleIdOf } from '../../utils/library/article-id.ts';
import type { ImportItem } from '../../utils/library/transfer-types.ts';
import type { ArticleId, Change, SavedSummary } from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import { normaliseUrl } from '../../utils/text/urls.ts';
import { aLibrary, errorOf, expectOk, freshDisk, memoryCanary } from './a-library.ts';
import { anArticle, aRequest } from './an-article.ts';
import { aChange, anItem, aPage, aTag, PAGES, type PageName, pageNames, urlOf } from './arbitrary.ts';
import { PlainList } from './plain-list.ts';

const IDS = new Map<PageName, ArticleId>();
for (const page of PAGES) {
  const url = normaliseUrl(urlOf(page));
  if (url) IDS.set(page, await articleIdOf(url));
}

function idOf(page: PageName): ArticleId {
  const id = IDS.get(page);
  if (!id) throw new Error(`${page} has no address`);
  return id;
}

function pageOf(url: string): PageName {
  const page = PAGES.find((name) => urlOf(name) === url);
  if (!page) throw new Error(`${url} is no page of this test`);
  return page;
}

/** One thing that a reader does; `take` does it to the list, `expect` to the plain one. */
interface Step {
  readonly take: (library: Library, now: number, number: number) => Promise<{ readonly ok: boolean }>;
  readonly expect: (list: PlainList, now: number) => void;
}

const tags = fc.array(aTag, { maxLength: 3 });
const keyOf = (number: number) => `change-${number}`;

function saveStep(page: PageName, text: string, age: number, tagsOfPage: readonly string[]): Step {
  const article = anArticle(text);
  const tagged = { ...article, meta: { ...article.meta, tags: tagsOfPage } };
  return {
    take: (library, now) => library.save(aRequest(page, { article: tagged, readAt: now - age })),
    expect: (list, now) => list.save(page, text, now - age, now, tagsOfPage),
  };
}

function linkStep(page: PageName): Step {
  return {
    take: (library) => library.saveLink({ url: urlOf(page), title: page, incognito: false }),
    expect: (list, now) => list.saveLink(page, now),
  };
}

function importStep(items: readonly ImportItem[]): Step {
  return {
    take: (library) => library.importItems(items),
    expect(list, now) {
      for (const item of items) list.import(pageOf(item.url), item, now);
    },
  };
}

function shelfStep(verb: 'removeAll' | 'restoreAll', pages: readonly PageName[]): Step {
  return {
    take: (library) => library[verb](pages.map(idOf)),
    expect: (list) => (verb === 'removeAll' ? list.remove(pages) : list.restore(pages)),
  };
}

function changeStep(pages: readonly PageName[], change: Change): Step {
  return {
    take: (library, _now, number) => library.change(pages.map(idOf), change, keyOf(number)),
    expect: (list) => list.change(pages, change),
  };
}

function tagStep(from: string, to: string | null): Step {
  return {
    take: (library, _now, number) =>
      to === null ? library.deleteTag(from, keyOf(number)) : library.renameTag(from, to, keyOf(number)),
    expect: (list) => (to === null ? list.deleteTag(from) : list.renameTag(from, to)),
  };
}

const wellFormed = aChange.map((change) =>
  change.note === undefined ? change : { ...change, note: change.note.toWellFormed() },
);

const step: fc.Arbitrary<Step | { readonly undo: number } | 'reopen'> = fc.oneof(
  fc.tuple(aPage, fc.string(), fc.nat(50), tags).map((given) => saveStep(...given)),
  aPage.map(linkStep),
  fc.array(anItem, { minLength: 1, maxLength: 3 }).map(importStep),
  fc
    .tuple(fc.constantFrom('removeAll' as const, 'restoreAll' as const), pageNames)
    .map((given) => shelfStep(...given)),
  fc.tuple(pageNames, wellFormed).map((given) => changeStep(...given)),
  fc.tuple(aTag, fc.option(aTag)).map((given) => tagStep(...given)),
  fc.record({ undo: fc.nat(2) }),
  fc.constant('reopen' as const),
);

/** As long as they may be: most of what can go wrong needs several steps. */
const manySteps = fc.array(fc.tuple(step, fc.boolean()), { minLength: 1, maxLength: 20, size: 'max' });

const shown = ({ url, savedAt, readAt, state, isFavourite, place, note, tags: kept }: SavedSummary) => ({
  page: pageOf(url),
  savedAt,
  readAt,
  state,
  isFavourite,
  place,
  note,
  tags: kept,
});

async function compare(library: Library, model: PlainList): Promise<void> {
  const list = expectOk(await library.list());
  const expected = [...model.live].map(([page, { text: _, tagsOfPage: __, ...entry }]) => ({
    page,
    ...entry,
  }));
  const byPage = <T extends { page: string }>(entries: readonly T[]) =>
    entries.toSorted((a, b) => a.page.localeCompare(b.page));
  expect(byPage(list.map(shown))).toEqual(byPage(expected));
  expect(list.map(({ savedAt }) => savedAt)).toEqual(
    list.map(({ savedAt }) => savedAt).toSorted((a, b) => b - a),
  );
  expect(expectOk(await library.count())).toBe(model.live.size);
  const bodies = expectOk(await library.bodies(PAGES.map(idOf)));
  const texts = PAGES.flatMap((page) => model.live.get(page)?.text ?? []);
  expect(bodies.map(({ article }) => (article as { text: string }).text)).toEqual(texts);
}

/** Whatever was changed has a revision after all earlier ones, and is told of; nothing else is. */
async function expectRevisions(
  library: Library,
  before: readonly SavedSummary[],
  last: number,
): Promise<number> {
  const after = expectOk(await library.list());
  const old = new Map(before.map((summary) => [summary.id, summary]));
  const changed = after.filter((summary) => JSON.stringify(old.get(summary.id)) !== JSON.stringify(summary));
  const told = expectOk(await library.changedSince(last, 100));
  expect(told.changed.map(({ id }) => id).sort()).toEqual(changed.map(({ id }) => id).sort());
  for (const { revision } of changed) expect(revision).toBeGreaterThan(last);
  const gone = before.filter(({ id }) => !after.some((summary) => summary.id === id));
  expect(told.removed.toSorted()).toEqual(gone.map(({ id }) => id).sort());
  expect(new Set(after.map(({ revision }) => revision)).size).toBe(after.length);
  return told.revision;
}

it('does what a plain list would do, for any sequence of verbs, undos and reopening, each asked once or twice', async () => {
  await fc.assert(
    fc.asyncProperty(manySteps, async (steps) => {
      freshDisk();
      let now = 1_000;
      const dependencies = { canary: memoryCanary(), now: () => now };
      const model = new PlainList();
      let library = await aLibrary(dependencies);
      let revision = 0;
      for (const [taken, isAskedTwice] of steps) {
        now += 60;
        const before = expectOk(await library.list());
        if (taken === 'reopen') {
          library.close();
          library = await aLibrary(dependencies);
        } else {
          const number = model.changes.length;
          const ask = () =>
            'undo' in taken ? library.undo(keyOf(taken.undo)) : taken.take(library, now, number);
          const answer = await ask();
          if ('undo' in taken) model.undo(taken.undo);
          else taken.expect(model, now);
          // A change of nothing is no change that could be undone.
          if (!answer.ok && model.changes.length > number) model.changes.pop();
          if (isAskedTwice) expect(errorOf((await ask()) as never)).toBe(errorOf(answer as never));
        }
        await compare(library, model);
        revision = await expectRevisions(library, before, revision);
      }
      expect(expectOk(await library.loss())).toBeNull();
      library.close();
    }),
    { numRuns: 200 },
  );
});

it('ends with one entry and the last reading, in whatever order saves of one page arrive', async () => {
  const readings = fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(readings, async (times) => {
      freshDisk();
      const library = await aLibrary({ now: () => 1_000 });
      await Promise.all(
        times.map((readAt) => library.save(aRequest('one', { readAt, text: `read at ${readAt}` }))),
      );
      const list = expectOk(await library.list());
      expect(list.map(({ excerpt }) => excerpt)).toEqual([`read at ${Math.max(...times)}`]);
      library.close();
    }),
    { numRuns: 40 },
  );
});

it('keeps every change that arrives at the same time, from several connections', async () => {
  const changes = fc.array(fc.tuple(fc.nat(2), aPage, aTag), { maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(changes, async (asked) => {
      freshDisk();
      const canary = memoryCanary();
      const connections = await Promise.all([0, 1, 2].map(() => aLibrary({ canary })));
      const [first] = connections as [Library];
      for (const page of PAGES) expectOk(await first.save(aRequest(page)));
      await Promise.all(
        asked.map(([connection, page, tag]) =>
          connections[connection]?.change([idOf(page)], { addTags: [tag] }),
        ),
      );
      const plain = new PlainList();
      for (const page of PAGES) plain.save(page, page, 1, 1, ['tea']);
      for (const [, page, tag] of asked) plain.change([page], { addTags: [tag] });
      const kept = expectOk(await first.summaries(PAGES.map(idOf)));
      const keys = (of: readonly string[]) => of.map((tag) => tag.normalize('NFKC').toLowerCase()).sort();
      expect(kept.map(({ tags: list }) => keys(list))).toEqual(
        PAGES.map((page) => keys(plain.live.get(page)?.tags ?? [])),
      );
      const revisions = kept.map(({ revision }) => revision);
      expect(new Set(revisions).size).toBe(PAGES.length);
      for (const connection of connections) connection.close();
    }),
    { numRuns: 40 },
  );
});
