/** Runs in a page of the built extension, for `bench-library.ts`: makes lists and uses them as pages do. */
import { openDB } from 'idb';
import { NO_CANARY } from '../../utils/library/canary.ts';
import { openFinder } from '../../utils/library/finder/open-finder.ts';
import type { Finder, ListQuery } from '../../utils/library/finder/types.ts';
import { openLibrary } from '../../utils/library/open.ts';
import { DATABASE_NAME, type LibrarySchema } from '../../utils/library/schema.ts';
import type { LibraryResult } from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import { foldForSearch, holdsAll, searchTerms } from '../../utils/text/search.ts';
import { articleMaker } from './library/articles.ts';
import { type BenchQuery, benchQueries } from './library/queries.ts';
import { english, japanese } from './library/texts.ts';

/** Articles that are put at a time. */
const BATCH = 250;
const BATCHES_OF_SCAN = 50;
const EVERYTHING = { states: [], onlyFavourites: false, tag: null, site: null, lang: null } as const;

let library: Library;
let finder: Finder;
const makeOne = articleMaker();

async function open(): Promise<void> {
  const opened = await openLibrary({ canary: NO_CANARY, isPrivate: false });
  if (!opened.ok) throw new Error(opened.error.kind);
  library = opened.value;
  finder = openFinder();
}

/** Puts articles into the list as they lie on disk; saving each would take hours. */
async function fill(from: number, to: number): Promise<void> {
  const database = await openDB<LibrarySchema>(DATABASE_NAME);
  for (let begin = from; begin < to; begin += BATCH) {
    const end = Math.min(to, begin + BATCH);
    const writing = database.transaction(['summaries', 'bodies', 'facts'], 'readwrite', {
      durability: 'relaxed',
    });
    for (let number = begin; number < end; number++) {
      const { summary, body } = makeOne(number);
      void writing.objectStore('summaries').put(summary);
      void writing.objectStore('bodies').put(body);
    }
    void writing.objectStore('facts').put(end, 'revision');
    void writing.objectStore('facts').put(end, 'articles');
    await writing.done;
  }
  database.close();
}

/** Milliseconds until the index knows the whole list. */
async function index(): Promise<number> {
  const start = performance.now();
  while (!(await found('')).isIndexCurrent) await new Promise((resolve) => setTimeout(resolve, 250));
  return performance.now() - start;
}

function queries(): BenchQuery[] {
  const texts = Array.from(
    { length: 8 },
    (_, number) => (makeOne(number).body.article as { text: string }).text,
  );
  return benchQueries(english(), japanese(), texts);
}

async function found(text: string) {
  const query: ListQuery = { text, filter: EVERYTHING, sort: 'relevance', descending: true };
  return expectOk(finder.find(query));
}

/** How long each line takes, in the best of several runs, and how many articles it finds. */
async function search(lines: readonly string[], runs: number): Promise<{ ms: number; found: number }[]> {
  const results = lines.map(() => ({ ms: Number.POSITIVE_INFINITY, found: 0 }));
  for (let run = 0; run < runs; run++) {
    for (const [at, line] of lines.entries()) {
      const start = performance.now();
      const { ids } = await found(line);
      const result = results[at];
      if (result)
        Object.assign(result, { ms: Math.min(result.ms, performance.now() - start), found: ids.length });
    }
  }
  return results;
}

/** How long it takes to look for words in every text, one after another. */
async function scan(line: string): Promise<{ ms: number; found: number }> {
  const terms = searchTerms(line);
  const start = performance.now();
  const database = await openDB<LibrarySchema>(DATABASE_NAME);
  let hits = 0;
  let range: IDBKeyRange | null = null;
  for (;;) {
    const bodies: LibrarySchema['bodies']['value'][] = await database.getAll(
      'bodies',
      range,
      BATCHES_OF_SCAN,
    );
    for (const { article } of bodies) {
      if (holdsAll(foldForSearch((article as { text: string }).text), terms)) hits += 1;
    }
    const last = bodies.at(-1);
    if (!last) break;
    range = IDBKeyRange.lowerBound(last.id, true);
  }
  database.close();
  return { ms: performance.now() - start, found: hits };
}

/** How long each of some saves takes. */
async function save(count: number, salt: string): Promise<number[]> {
  const times: number[] = [];
  for (let number = 0; number < count; number++) {
    const article = makeOne(1_000_000 + number).body.article as never;
    const url = `https://saved.example/${salt}/${number}`;
    const start = performance.now();
    await expectOk(library.save({ article, url, readAt: Date.now(), incognito: false }));
    times.push(performance.now() - start);
  }
  return times;
}

async function expectOk<T>(answer: LibraryResult<T>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.details}`);
  return result.value;
}

export const calls = { open, fill, index, queries, search, scan, save };
export type BenchCalls = typeof calls;
Reflect.set(globalThis, 'benchLibrary', calls);
