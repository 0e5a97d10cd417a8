// @vitest-environment node
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleIdOf } from '../../utils/library/article-id.ts';
import type { SavedSummary } from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import { normaliseUrl } from '../../utils/text/urls.ts';
import { aLibrary, errorOf, expectOk, freshDisk, memoryCanary } from './a-library.ts';
import { aRequest } from './an-article.ts';

const PAGES = ['one', 'two', 'three'] as const;
type PageName = (typeof PAGES)[number];

/** What a reader expects of the list, in the simplest words. */
interface Entry {
  readonly text: string;
  readonly readAt: number;
  readonly savedAt: number;
}
interface Model {
  readonly live: Map<PageName, Entry>;
  readonly removed: Map<PageName, Entry>;
}

type Step =
  | { readonly verb: 'save'; readonly page: PageName; readonly text: string; readonly age: number }
  | { readonly verb: 'remove' | 'restore'; readonly page: PageName }
  | { readonly verb: 'reopen' };

const page = fc.constantFrom(...PAGES);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ verb: fc.constant('save' as const), page, text: fc.string(), age: fc.nat(50) }),
  fc.record({ verb: fc.constantFrom('remove' as const, 'restore' as const), page }),
  fc.constant({ verb: 'reopen' as const }),
);

async function idOf(name: PageName) {
  const url = normaliseUrl(`https://blog.example/${name}`);
  if (!url) throw new Error('a page without an address');
  return articleIdOf(url);
}

function expectSave(model: Model, name: PageName, entry: Entry): void {
  const { live, removed } = model;
  removed.delete(name);
  const previous = live.get(name);
  if (!previous) live.set(name, entry);
  else if (entry.readAt > previous.readAt) live.set(name, { ...entry, savedAt: previous.savedAt });
}

async function take(library: Library, model: Model, taken: Step, now: number): Promise<void> {
  if (taken.verb === 'save') {
    const { page: name, text } = taken;
    const readAt = now - taken.age;
    expectSave(model, name, { text, readAt, savedAt: now });
    expectOk(await library.save(aRequest(name, { text, readAt })));
  } else if (taken.verb !== 'reopen') {
    const [from, to] = taken.verb === 'remove' ? [model.live, model.removed] : [model.removed, model.live];
    const entry = from.get(taken.page);
    const isDone = !entry && to.has(taken.page);
    const answer = await library[taken.verb](await idOf(taken.page));
    expect(errorOf(answer)).toBe(entry || isDone ? null : 'not-found');
    if (entry) {
      from.delete(taken.page);
      to.set(taken.page, entry);
    }
  }
}

function shown({ url, savedAt, readAt }: SavedSummary) {
  return { url, savedAt, readAt };
}

async function compare(library: Library, model: Model): Promise<void> {
  const expected = [...model.live].map(([name, { savedAt, readAt }]) => ({
    url: `https://blog.example/${name}`,
    savedAt,
    readAt,
  }));
  const newestFirst = expected.toSorted((a, b) => b.savedAt - a.savedAt);
  const list = expectOk(await library.list());
  expect(list.map(shown)).toEqual(newestFirst);
  expect(expectOk(await library.count())).toBe(model.live.size);
  for (const [name, { text }] of model.live) {
    const { article } = expectOk(await library.get(await idOf(name)));
    expect(article).toMatchObject({ text: text.toWellFormed() });
  }
}

it('does what a plain list would do, for any sequence of saving, removing, restoring and reopening', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      freshDisk();
      let now = 1_000;
      const dependencies = { canary: memoryCanary(), now: () => now };
      const model: Model = { live: new Map(), removed: new Map() };
      let library = await aLibrary(dependencies);
      for (const taken of steps) {
        now += 60;
        if (taken.verb === 'reopen') {
          library.close();
          library = await aLibrary(dependencies);
        }
        await take(library, model, taken, now);
        await compare(library, model);
      }
      expect(expectOk(await library.loss())).toBeNull();
      library.close();
    }),
    { numRuns: 60 },
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
