// @vitest-environment node
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { placesAmong } from '../../../utils/library/finder/hits/scan.ts';
import {
  commentTexts,
  passageTokens,
  readBody,
  shortTexts,
} from '../../../utils/library/finder/index/passages.ts';
import { SEARCH_DATABASE } from '../../../utils/library/finder/index/store.ts';
import { parseLine } from '../../../utils/library/finder/query/parse-line.ts';
import type { Words } from '../../../utils/library/finder/query/types.ts';
import type { ArticleId } from '../../../utils/library/types.ts';
import type { Library } from '../../../utils/library/verbs.ts';
import { foldForSearch } from '../../../utils/text/search.ts';
import type { Token } from '../../../utils/text/search-tokens.ts';
import { forgivenTypos } from '../../../utils/text/typos.ts';
import { slips } from '../../text/slips.ts';
import { aLibrary, expectOk, freshDisk } from '../a-library.ts';
import { anArticle, aRequest } from '../an-article.ts';
import { aFinder, aQuery, listed } from './a-finder.ts';

const PAGES = ['one', 'two', 'three', 'four', 'five'] as const;
/** Few enough that they meet, in every way in which tokens can stand side by side. */
const SNIPPETS = [
  'heron', 'herons', 'heronry', 'haven', 'wind', 'windy', 'recommend', 'x', '3', 'é', 'ж',
  '青', '鷺', '青鷺', 'サギ', 'さぎ', '한글', 'ー', '🦢', '𠮷', ' ', ' ', '、', '. ', '\n', '-', 'か\u3099',
] as const; // biome-ignore format: a list
const text = fc
  .array(fc.constantFrom(...SNIPPETS), { maxLength: 9, size: 'max' })
  .map((parts) => parts.join(''));
const page = fc.constantFrom(...PAGES);
const line = fc
  .array(
    fc
      .tuple(fc.constantFrom('', '', '', '-'), fc.constantFrom('', '', '"', '「'), text)
      .map(([minus, quote, words]) => {
        const bare = words.replaceAll('"', '');
        if (!quote) return minus + bare.replace(/\s/gu, '');
        return `${minus}${quote}${bare}${quote === '"' ? '"' : '」'}`;
      }),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(' '));

type Step =
  | { readonly verb: 'save'; readonly page: string; readonly text: string; readonly comment: string }
  | { readonly verb: 'note'; readonly page: string; readonly text: string }
  | { readonly verb: 'tag'; readonly page: string; readonly text: string }
  | { readonly verb: 'remove' | 'restore'; readonly page: string }
  | { readonly verb: 'look'; readonly line: string }
  | { readonly verb: 'restart' };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('save' as const), page, text, comment: text }) },
  fc.record({ verb: fc.constantFrom('note' as const, 'tag' as const), page, text }),
  fc.record({ verb: fc.constantFrom('remove' as const, 'restore' as const), page }),
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('look' as const), line }) },
  fc.constant({ verb: 'restart' as const }),
);

/** Every passage of every article, as a plain scan reads them. */
async function passages(library: Library): Promise<Map<ArticleId, readonly (readonly Token[])[]>> {
  const summaries = expectOk(await library.list());
  const bodies = expectOk(await library.bodies(summaries.map(({ id }) => id)));
  const bodyOf = new Map(bodies.map(({ id, article }) => [id, readBody(article)]));
  return new Map(
    summaries.map((summary) => {
      const body = bodyOf.get(summary.id);
      const texts = [
        ...shortTexts(summary).map(([, short]) => short),
        ...(body ? [[body.text], commentTexts(body)] : []),
      ];
      return [summary.id, texts.map((one) => passageTokens(one))];
    }),
  );
}

/** What a plain scan of all texts finds: the meaning of a search line. */
async function scanned(library: Library, query: string): Promise<ArticleId[]> {
  const all = await passages(library);
  const sets = parseLine(query).words.map((words) => ({ words, ids: scanFor(words, all) }));
  return [...all.keys()].filter((id) => sets.every(({ words, ids }) => ids.has(id) !== words.isNegated));
}

function scanFor(words: Words, all: Map<ArticleId, readonly (readonly Token[])[]>): Set<ArticleId> {
  const holding = (meant: ReadonlySet<string>) =>
    new Set(
      [...all]
        .filter(([, texts]) => texts.some((tokens) => placesAmong(tokens, { words, meant }).length > 0))
        .map(([id]) => id),
    );
  const exact = holding(new Set());
  const [piece] = words.pieces;
  const typos = words.isForgiving && exact.size === 0 && piece ? forgivenTypos(piece.text.length) : 0;
  if (typos === 0 || !piece) return exact;
  const tokens = [...all.values()].flat(2).filter(({ isSign }) => !isSign);
  return holding(
    new Set(tokens.map((token) => token.text).filter((word) => slips(word, piece.text) <= typos)),
  );
}

async function take(library: Library, ids: Map<string, ArticleId>, taken: Step, now: number): Promise<void> {
  if (taken.verb === 'save') {
    const article = anArticle(taken.text);
    const comments = article.thread.comments.map((one) => ({ ...one, text: taken.comment }));
    const request = aRequest(taken.page, {
      article: { ...article, thread: { ...article.thread, comments } },
      readAt: now,
    });
    ids.set(taken.page, expectOk(await library.save(request)).summary.id);
    return;
  }
  const id = 'page' in taken ? ids.get(taken.page) : undefined;
  if (!id) return;
  if (taken.verb === 'note') await library.change([id], { note: taken.text });
  if (taken.verb === 'tag' && taken.text.trim()) await library.change([id], { addTags: [taken.text] });
  if (taken.verb === 'remove') await library.remove(id);
  if (taken.verb === 'restore') await library.restore(id);
}

it('finds what a plain scan finds, after any sequence of changes, merges and restarts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 20, maxLength: 70, size: 'max' }),
      line,
      async (steps, last) => {
        freshDisk();
        let now = 1_000;
        const library = await aLibrary({ now: () => now });
        const ids = new Map<string, ArticleId>();
        let finder = aFinder(library);
        for (const taken of [...steps, { verb: 'look' as const, line: last }]) {
          now += 60;
          if (taken.verb === 'restart') {
            finder.close();
            finder = aFinder(library);
          } else if (taken.verb === 'look') {
            const found = (await listed(finder, aQuery(taken.line))).ids;
            expect(found.toSorted(), taken.line).toEqual((await scanned(library, taken.line)).toSorted());
          } else {
            await take(library, ids, taken, now);
          }
        }
        finder.close();
        library.close();
      },
    ),
    { numRuns: 40 },
  );
});

it('finds a part of any Japanese text by plain comparison', async () => {
  const signs = fc.array(fc.constantFrom(...'青鷺サぎー川の。a'), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(signs, signs, async (letters, sought) => {
      freshDisk();
      const library = await aLibrary();
      const written = letters.join('');
      const query = sought.join('').replace(/[。a]/gu, '');
      fc.pre(query !== '');
      expectOk(await library.save(aRequest('one', { text: written })));
      const finder = aFinder(library);
      const { ids } = await listed(finder, aQuery(query));
      expect(ids.length === 1).toBe(foldForSearch(written).includes(foldForSearch(query)));
      finder.close();
      library.close();
    }),
    { numRuns: 80 },
  );
});

it('builds itself anew when it is damaged in whatever way', async () => {
  freshDisk();
  const library = await aLibrary();
  for (const name of PAGES) expectOk(await library.save(aRequest(name, { text: `heron 青鷺 ${name}` })));
  const damages: readonly ((store: IDBObjectStore) => unknown)[] = [
    (store) => store.clear(),
    (store) => store.put({ nonsense: true }, store.name === 'facts' ? 'manifest' : 1),
    (store) => store.put(new Uint8Array([255, 255, 255]), store.name === 'facts' ? 'manifest' : 2 ** 22),
    (store) => store.put('text', store.name === 'facts' ? 'manifest' : 0),
  ];
  for (const name of ['facts', 'segments', 'blocks', 'rows', 'names']) {
    for (const damage of damages) {
      const healthy = aFinder(library);
      await listed(healthy, aQuery(''));
      healthy.close();
      const database = await openDB(SEARCH_DATABASE);
      const writing = database.transaction(name, 'readwrite');
      damage(writing.objectStore(name) as unknown as IDBObjectStore);
      await writing.done;
      database.close();
      const finder = aFinder(library);
      for (const sought of ['heron', '青鷺', 'thre', 'hreon']) {
        const { ids } = await listed(finder, aQuery(sought));
        expect(ids, `${name}, ${damages.indexOf(damage)}, ${sought}`).toHaveLength(sought === 'thre' ? 1 : 5);
      }
      finder.close();
    }
  }
});
