/** Runs in a page of the built extension, for `bench-library.ts`: makes lists and uses them as pages do. */
import { openDB } from 'idb';
import { reportWords } from '../../components/import/report-words.ts';
import { translator } from '../../utils/i18n.ts';
import { NO_CANARY } from '../../utils/library/canary.ts';
import { openFinder } from '../../utils/library/finder/open-finder.ts';
import type { Finder, ListQuery } from '../../utils/library/finder/types.ts';
import { openLibrary } from '../../utils/library/open.ts';
import { DATABASE_NAME, type LibrarySchema } from '../../utils/library/schema.ts';
import { createImporter } from '../../utils/library/transfer/import/client.ts';
import type { LibraryResult } from '../../utils/library/types.ts';
import type { Library } from '../../utils/library/verbs.ts';
import type { Answer, Envelope, MessageName } from '../../utils/messaging/protocol.ts';
import { foldForSearch, holdsAll, searchTerms } from '../../utils/text/search.ts';
import { articleMaker, idOf } from './library/articles.ts';
import { type BenchQuery, benchQueries } from './library/queries.ts';
import { english, japanese } from './library/texts.ts';

/** Articles that are put at a time. */
const BATCH = 250;
const BATCHES_OF_SCAN = 50;
const EVERYTHING = { states: [], onlyFavourites: false, tag: null, site: null, lang: null } as const;

declare const chrome: {
  readonly runtime: {
    sendMessage<Name extends MessageName>(envelope: Envelope<Name>): Promise<Answer<Name>>;
  };
};

let library: Library;
let finder: Finder;
const makeOne = articleMaker();

async function open(): Promise<void> {
  const opened = await openLibrary({ canary: NO_CANARY, isPrivate: false });
  if (!opened.ok) throw new Error(opened.error.kind);
  library = opened.value;
  finder = openFinder();
}

/** Puts articles into the list as they lie on disk, in their order there; saving each would take hours. */
async function fill(size: number): Promise<void> {
  const database = await openDB<LibrarySchema>(DATABASE_NAME);
  const numbers = Array.from({ length: size }, (_, number) => ({ number, id: idOf(number) }));
  numbers.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let begin = 0; begin < size; begin += BATCH) {
    const writing = database.transaction(['summaries', 'bodies'], 'readwrite', { durability: 'relaxed' });
    for (const { number } of numbers.slice(begin, begin + BATCH)) {
      const { summary, body } = makeOne(number);
      void writing.objectStore('summaries').put(summary);
      void writing.objectStore('bodies').put(body);
    }
    await writing.done;
  }
  await database.put('facts', size, 'revision');
  await database.put('facts', size, 'articles');
  database.close();
}

/** Milliseconds until the index knows the whole list. */
async function index(): Promise<number> {
  const start = performance.now();
  let learned = () => {};
  const stop = finder.watch(() => learned());
  for (;;) {
    const more = new Promise<void>((resolve) => {
      learned = resolve;
    });
    // Asked again when there is more to find, as pages do; a line that finds nothing leaves the time to the index.
    if ((await found('tag:nothing')).isIndexCurrent) break;
    await Promise.race([more, new Promise((resolve) => setTimeout(resolve, 5_000))]);
  }
  stop();
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

/** How long it takes to import rows of a Pocket export, from the file to the report. */
async function importPocket(rows: number): Promise<number> {
  const lines = Array.from({ length: rows }, (_, number) => {
    const { summary } = makeOne(number);
    const title = `"${summary.title.replaceAll('"', '""')}"`;
    const tags = `"${summary.tags.join('|')}"`;
    return `${title},https://pocket.example/${number},${1_400_000_000 + number},${tags},${number % 3 ? 'unread' : 'archive'}`;
  });
  const file = new File([`title,url,time_added,tags,status\n${lines.join('\n')}\n`], 'part_000000.csv');
  const importer = createImporter({
    start: () => new Worker('/import-worker.js'),
    canary: NO_CANARY,
    isPrivate: false,
  });
  const start = performance.now();
  const { counts } = await expectOk(importer.run([file], reportWords(translator('en')), () => undefined));
  const ms = performance.now() - start;
  if (counts.added !== rows) throw new Error(`${counts.added} of ${rows} rows were imported`);
  return ms;
}

/** How long each of some links takes to save, one by one, as pages do it: by asking the background. */
async function saveLinks(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let number = 0; number < count; number++) {
    const { title } = makeOne(number).summary;
    const start = performance.now();
    const url = `https://link.example/${number}`;
    await expectOk(chrome.runtime.sendMessage({ name: 'saveLink', asked: { url, title, incognito: false } }));
    times.push(performance.now() - start);
  }
  return times;
}

async function expectOk<T>(answer: LibraryResult<T>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.details}`);
  return result.value;
}

export const calls = { open, fill, index, queries, search, scan, save, saveLinks, importPocket };
export type BenchCalls = typeof calls;
Reflect.set(globalThis, 'benchLibrary', calls);
