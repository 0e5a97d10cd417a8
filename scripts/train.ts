/**
 * `npm run train -- DIR`: trains the judge of blocks on a set of stored pages with true texts, cross-checks it by
 * domain and writes `utils/extraction/judge/model.json`. The same set gives the same model.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { FEATURE_NAMES } from '../utils/extraction/judge/features.ts';
import { isInArticle, type Model } from '../utils/extraction/judge/model.ts';
import { openBenchPage } from './bench/browser.ts';
import { bundleForPage } from './bench/bundle.ts';
import { progressBar } from './bench/progress.ts';
import { readBenchSet } from './bench/sets.ts';
import { Failure, runCommand, say } from './lib/terminal.ts';
import { binFeatures, boost, type Examples, type Settings } from './train/boosting.ts';
import { labeller } from './train/labels.ts';
import type { PageFeatures } from './train/page.ts';
import { wordF1, wordsOf } from './train/words.ts';

const SETTINGS: Settings = { trees: 80, depth: 4, rate: 0.15, features: 0.5, seed: 1 };
const FOLDS = 5;
const MODEL_FILE = path.join(import.meta.dirname, '../utils/extraction/judge/model.json');

/** A page's blocks stand at `start` to `start + words.length` among all examples. */
interface TrainingPage {
  readonly domain: string;
  readonly truth: readonly string[];
  readonly words: readonly (readonly string[])[];
  readonly start: number;
}

async function collect(directory: string): Promise<{ pages: TrainingPage[]; examples: Examples }> {
  const inputs = readBenchSet(directory);
  const { page, close } = await openBenchPage(await bundleForPage('train/page.ts'));
  const bar = progressBar(inputs.length);
  const pages: TrainingPage[] = [];
  const rows: (readonly number[])[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (const { id, url, text, readHtml } of inputs) {
    const found = await page.evaluate(
      ([html, address]) =>
        (
          globalThis as unknown as { featuresOfPage: (html: string, url: string) => PageFeatures | null }
        ).featuresOfPage(html, address),
      [readHtml(), url] as const,
    );
    bar.advance(id);
    if (!found || !text) continue;
    const truth = wordsOf(text);
    const isTrue = labeller(text);
    const words = found.texts.map(wordsOf);
    pages.push({ domain: domainOf(url), truth, words, start: rows.length });
    rows.push(...found.rows);
    for (const block of words) {
      labels.push(isTrue(block) ? 1 : 0);
      // Every page counts alike, and within it every word.
      weights.push(((block.length + 0.5) / Math.max(50, truth.length)) * 10);
    }
  }
  bar.end();
  await close();
  return {
    pages,
    examples: { rows, labels: Float64Array.from(labels), weights: Float64Array.from(weights) },
  };
}

function domainOf(url: string): string {
  return new URL(url).hostname.split('.').slice(-2).join('.');
}

function meanF1(pages: readonly TrainingPage[], { rows }: Examples, model: Model): number {
  const scores = pages.map(({ truth, words, start }) =>
    wordF1(words.filter((_, at) => isInArticle(rows[start + at] ?? [], model)).flat(), truth),
  );
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

function indexesOf(pages: readonly TrainingPage[]): number[] {
  return pages.flatMap(({ words, start }) => words.map((_, at) => start + at));
}

async function main(): Promise<void> {
  const [directory] = process.argv.slice(2);
  if (!directory) throw new Failure('A folder of stored pages is needed.', 'Usage: npm run train -- DIR');
  const { pages, examples } = await collect(directory);
  const binned = binFeatures(examples.rows);
  const train = (some: readonly TrainingPage[]) =>
    boost(examples, binned, indexesOf(some), FEATURE_NAMES, SETTINGS);
  const domains = [...new Set(pages.map(({ domain }) => domain))].sort();
  const foldOf = (domain: string) => domains.indexOf(domain) % FOLDS;
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const held = pages.filter(({ domain }) => foldOf(domain) === fold);
    const f1 = meanF1(held, examples, train(pages.filter(({ domain }) => foldOf(domain) !== fold)));
    say(
      `fold ${fold + 1} of ${FOLDS}, ${held.length} pages of domains not trained on: word F1 ${f1.toFixed(4)}`,
    );
    return { f1, pages: held.length };
  });
  const mean = folds.reduce((sum, fold) => sum + fold.f1 * fold.pages, 0) / pages.length;
  const model = train(pages);
  say(`mean of the folds ${mean.toFixed(4)}, on its own pages ${meanF1(pages, examples, model).toFixed(4)}`);
  writeFileSync(MODEL_FILE, `${JSON.stringify(model)}\n`);
}

await runCommand(main);
