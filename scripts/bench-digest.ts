/**
 * `npm run bench:digest -- DIR`: how well the themes of a digest stand for the threads of a set of stored pages
 * (`DIR/truth.json`, `DIR/pages/ID.html.gz`), and how long a digest of 1,000 comments takes, in real headless
 * Chromium. Ends with an error where a bound fails.
 */
import { parseArgs } from 'node:util';
import { openBenchPage } from './bench/browser.ts';
import { bundleForPage } from './bench/bundle.ts';
import type { DigestFigures } from './bench/digest-page.ts';
import { progressBar } from './bench/progress.ts';
import { readBenchSet } from './bench/sets.ts';
import { Failure, runCommand, say } from './lib/terminal.ts';

const USAGE = 'npm run bench:digest -- DIR';
const SEED = 20240501;
/** Of the greedy optimum with as many lines, on average. */
const MIN_COVERAGE = 0.9;
/** Share of pages on which the themes cover more than the first, the longest and random comments. */
const MIN_WINS = 0.9;
/** Of one Readability run on a page with the same comments, at the median. */
const MAX_TIME = 1;

interface Bound {
  readonly text: string;
  readonly holds: boolean;
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [directory] = positionals;
  if (!directory) throw new Failure('A folder is needed.', `Usage: ${USAGE}`);
  const figures = await measureAll(directory);
  if (figures.length === 0) throw new Failure('No page of the set has enough comments.', `Usage: ${USAGE}`);
  say(`${figures.length} threads of at least 8 comments, ${sum(figures.map((one) => one.lines))} themes`);
  const bounds = boundsOf(figures);
  for (const { text, holds } of bounds) say(`${holds ? 'holds' : 'FAILS'}  ${text}`);
  const failed = bounds.filter(({ holds }) => !holds).length;
  if (failed > 0) throw new Failure(`${failed} of ${bounds.length} bounds fail.`, 'The figures are above.');
}

async function measureAll(directory: string): Promise<DigestFigures[]> {
  const inputs = readBenchSet(directory);
  const { page, close } = await openBenchPage(await bundleForPage('bench/digest-page.ts'));
  const bar = progressBar(inputs.length);
  const figures: DigestFigures[] = [];
  for (const { id, url, readHtml } of inputs) {
    const found = await page.evaluate(
      ([html, address, seed]) =>
        (
          globalThis as unknown as {
            benchDigest: (html: string, url: string, seed: number) => DigestFigures | null;
          }
        ).benchDigest(html, address, seed),
      [readHtml(), url, SEED] as const,
    );
    if (found) figures.push(found);
    bar.advance(id);
  }
  bar.end();
  await close();
  return figures;
}

function boundsOf(figures: readonly DigestFigures[]): Bound[] {
  const shares = figures.map(({ themes, optimum }) => (optimum > 0 ? themes / optimum : 1));
  const ratios = figures.map(({ digestMs, readabilityMs }) => digestMs / readabilityMs);
  const mean = sum(shares) / shares.length;
  return [
    {
      text: `themes cover ${fixed(mean)} of the greedy optimum (at least ${MIN_COVERAGE}), worst thread ${fixed(Math.min(...shares))}`,
      holds: mean >= MIN_COVERAGE,
    },
    ...(['first', 'longest', 'random'] as const).map((rival) => winsOver(rival, figures)),
    {
      text: `a digest of 1,000 comments takes ${fixed(quantile(ratios, 0.5))} of a Readability run at the median (at most ${MAX_TIME}), ${fixed(quantile(ratios, 0.95))} at the 95th percentile; ${fixed(
        quantile(
          figures.map((one) => one.digestMs),
          0.5,
        ),
      )} ms`,
      holds: quantile(ratios, 0.5) <= MAX_TIME,
    },
  ];
}

function winsOver(rival: 'first' | 'longest' | 'random', figures: readonly DigestFigures[]): Bound {
  const wins = figures.filter((one) => one.themes > one[rival]).length / figures.length;
  const times = sum(figures.map(({ themes }) => themes)) / sum(figures.map((one) => one[rival]));
  return {
    text: `better than ${rival} on ${fixed(wins * 100)} % of the threads (at least ${MIN_WINS * 100} %), ${fixed(times)} times as good on average`,
    holds: wins >= MIN_WINS,
  };
}

function quantile(values: readonly number[], share: number): number {
  return (
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function fixed(value: number): string {
  return value.toFixed(value >= 10 ? 1 : 3);
}

await runCommand(main);
