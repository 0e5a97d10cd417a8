/**
 * `npm run bench:library [-- --sizes 1000,10000,100000 --rows 30000 --runs 5 --show]`: how the reading list behaves
 * as it grows, on generated lists, half of them Japanese, in real headless Chromium with the built extension. All
 * bounds are ratios of figures of one run; ends with an error where one fails.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { bundleForPage } from './bench/bundle.ts';
import {
  boundsOf,
  count,
  firstScreenTime,
  type ImportFigures,
  type ListFigures,
  median,
  saveTime,
  searchTime,
} from './bench/library/bounds.ts';
import { heapOf, openSession } from './bench/library/session.ts';
import { buildExtension } from './lib/build.ts';
import { duration, Failure, runCommand, say } from './lib/terminal.ts';

const USAGE = 'npm run bench:library [-- --sizes 1000,10000,100000 --rows 30000 --runs 5 --show]';
/**
 * Articles that are saved, in rounds so many milliseconds apart: the database tidies up in bursts what the making of the
 * list has left, and a burst is longer than all rounds together.
 */
const SAVES = { rounds: 8, each: 12, apart: 4_000 } as const;
/** Links that are saved one by one, and lines that a plain scan looks for. */
const LINKS = 300;
const SCANS = 4;
/** Larger lists are too long for a plain scan. */
const LONGEST_SCAN = 10_000;

interface Options {
  readonly extension: string;
  readonly script: string;
  readonly runs: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000,100000' },
      rows: { type: 'string', default: '30000' },
      runs: { type: 'string', default: '5' },
      show: { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const [rows, runs] = [Number(values.rows), Number(values.runs)];
  const isWrong =
    [...sizes, runs].some((value) => !Number.isInteger(value) || value < 1) || !Number.isInteger(rows);
  if (isWrong) throw new Failure('Sizes, rows and runs are whole numbers.', `Usage: ${USAGE}`);
  const options: Options = {
    extension: await buildExtension('chromium'),
    script: await bundleForPage('bench/library-page.ts'),
    runs,
  };
  const lists: ListFigures[] = [];
  for (const size of sizes) {
    const figures = await measureList(size, options);
    tell(figures, values.show);
    lists.push(figures);
  }
  const imports = rows > 0 ? await measureImport(rows, options) : null;
  const bounds = boundsOf(lists, imports);
  for (const { text, holds } of bounds) say(`${holds ? 'holds' : 'FAILS'}  ${text}`);
  const failed = bounds.filter(({ holds }) => !holds).length;
  if (failed > 0) throw new Failure(`${failed} of ${bounds.length} bounds fail.`, 'The figures are above.');
}

async function measureList(size: number, { extension, script, runs }: Options): Promise<ListFigures> {
  const session = await openSession(extension, script);
  try {
    const begun = performance.now();
    await session.call('fill', size);
    const fill = performance.now() - begun;
    const index = await session.call('index');
    const queries = await session.call('queries');
    const lines = queries.map(({ line }) => line);
    const found = await session.call('search', lines, runs);
    const searches = queries.map((query, at) => ({ ...query, ms: 0, found: 0, ...found[at] }));
    const scans: number[] = [];
    if (size <= LONGEST_SCAN) {
      const words = queries.filter(({ kind }) => /now and then$/u.test(kind)).slice(0, SCANS);
      for (const { line } of words) scans.push((await session.call('scan', line)).ms);
    }
    const saves: number[][] = [];
    for (let round = 0; round < SAVES.rounds; round++) {
      await wait(SAVES.apart);
      saves.push(await session.call('save', SAVES.each, `${size}/${round}`));
    }
    await session.call('index');
    const firstScreen: number[] = [];
    for (let run = 0; run < runs; run++) {
      const page = await session.openOwnPage('library.html');
      firstScreen.push(await untilRows(page));
      await page.close();
    }
    return {
      size,
      fill,
      index,
      searches,
      scans,
      saves,
      firstScreen,
      heap: await measureHeap(session, lines),
    };
  } finally {
    await session.close();
  }
}

/** Milliseconds from the beginning of the navigation until the first row has been drawn. */
function untilRows(page: Page): Promise<number> {
  return page.evaluate(async () => {
    while (!document.querySelector('[data-list-item]')) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now();
  });
}

/** Uses the library's page as a reader does, and weighs it. */
async function measureHeap(
  session: Awaited<ReturnType<typeof openSession>>,
  lines: readonly string[],
): Promise<number> {
  const page = await session.openOwnPage('library.html');
  await untilRows(page);
  const field = page.getByRole('searchbox').first();
  let most = 0;
  for (const line of ['', ...lines.slice(4, 60)]) {
    await field.fill(line);
    await page.waitForTimeout(250);
    if (lines.indexOf(line) % 10 === 0 || line === '') most = Math.max(most, await heapOf(page));
  }
  await page.close();
  return most;
}

async function measureImport(rows: number, { extension, script }: Options): Promise<ImportFigures> {
  const session = await openSession(extension, script);
  try {
    const saves = await session.call('saveLinks', LINKS);
    const imported = await session.call('importPocket', rows);
    return { rows, imported, saves };
  } finally {
    await session.close();
  }
}

function tell(figures: ListFigures, isWhole: boolean): void {
  const { size, fill, index, searches, heap } = figures;
  say(
    `${count(size)} articles, made in ${duration(fill)}, indexed in ${duration(index)}: search ${median(searches.map(({ ms }) => ms)).toFixed(1)} ms at the median and ${searchTime(figures).toFixed(1)} at the 95th percentile, save ${saveTime(figures).toFixed(1)} ms, first screen ${firstScreenTime(figures).toFixed(0)} ms, heap ${(heap / 1e6).toFixed(0)} MB`,
  );
  if (!isWhole) return;
  for (const { kind, line, ms, found } of searches) {
    say(`  ${kind.padEnd(24)} ${ms.toFixed(1).padStart(7)} ms  ${count(found).padStart(7)}  ${line}`);
  }
}

await runCommand(main);
