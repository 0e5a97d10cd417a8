/**
 * `npm run bench:repeats [-- --pages N --seed N --show KIND] [--compare DIR]`: how well repeats are folded, on
 * generated pages in ten languages, in real headless Chromium. Ends with an error where a bound fails.
 * With `--compare`, reads a set of stored pages (`DIR/truth.json`, `DIR/pages/ID.html.gz`) with and without
 * folding instead.
 */
import { parseArgs } from 'node:util';
import type { Page as BrowserPage } from 'playwright-core';
import { openBenchPage } from './bench/browser.ts';
import { bundleForPage } from './bench/bundle.ts';
import { type Bound, compareSet } from './bench/repeats/compare-set.ts';
import { measureScale } from './bench/repeats/scale.ts';
import type { KindFigures } from './bench/repeats-page.ts';
import { Failure, runCommand, say } from './lib/terminal.ts';

const USAGE = 'npm run bench:repeats [-- --pages N --seed N --show KIND] [--compare DIR]';
/** Share of the injected copies that must go, per kind. */
const MIN_REMOVED = 0.995;
/** Share of the article's characters that may go with them, per kind. */
const MAX_LOST = 0.0005;

interface Calls {
  readonly benchRepeats: {
    measureAll(seed: number, pagesEach: number): KindFigures[];
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      pages: { type: 'string', default: '16' },
      seed: { type: 'string', default: '20240501' },
      show: { type: 'string' },
      compare: { type: 'string' },
    },
  });
  const [pages, seed] = [Number(values.pages), Number(values.seed)];
  if (!(pages >= 1) || !Number.isInteger(seed))
    throw new Failure('Pages and seed are whole numbers.', `Usage: ${USAGE}`);
  const script = await bundleForPage('bench/repeats-page.ts');
  const { compare: directory } = values;
  if (directory) {
    report(await inPage(script, (page) => compareSet(page, directory)));
    return;
  }
  const kinds = await inPage(script, (page) =>
    page.evaluate(([start, each]) => (globalThis as unknown as Calls).benchRepeats.measureAll(start, each), [
      seed,
      pages,
    ] as const),
  );
  const shown = kinds.find(({ kind }) => kind === values.show);
  for (const failure of shown?.failures ?? []) say(`${failure}\n`);
  say(`${kinds.reduce((sum, one) => sum + one.pages, 0)} pages of ${kinds.length} kinds in ten languages`);
  const scale = await measureScale((work) => inPage(script, work), seed);
  say(scale.first);
  report([...kinds.flatMap(boundsOf), scale.bound]);
}

async function inPage<T>(script: string, work: (page: BrowserPage) => Promise<T>): Promise<T> {
  const { page, close } = await openBenchPage(script);
  try {
    return await work(page);
  } finally {
    await close();
  }
}

function report(bounds: readonly Bound[]): void {
  for (const { text, holds } of bounds) say(`${holds ? 'holds' : 'FAILS'}  ${text}`);
  const failed = bounds.filter(({ holds }) => !holds).length;
  if (failed > 0) throw new Failure(`${failed} of ${bounds.length} bounds fail.`, 'The figures are above.');
}

function boundsOf({ kind, isLegitimate, pages, ...figures }: KindFigures): Bound[] {
  const removed = figures.copies === 0 ? 1 : figures.removed / figures.copies;
  const lost = figures.lost / figures.characters;
  const name = `${kind} (${pages} pages)`;
  const gone: Bound = {
    text: `${name}: ${percent(removed)} of ${figures.copies} copies removed, ${percent(lost)} of the characters lost`,
    holds: removed >= MIN_REMOVED && lost <= MAX_LOST,
  };
  if (!isLegitimate) return [gone];
  const { kept, expected } = figures;
  return [{ text: `${gone.text}, kept ${kept} of ${expected}`, holds: gone.holds && kept === expected }];
}

const percent = (share: number): string => `${(share * 100).toFixed(3)} %`;

await runCommand(main);
