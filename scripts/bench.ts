/**
 * `npm run bench -- DIR --out FILE [--only ID,ID] [--alone]`: runs the shipped extraction over a set of stored
 * pages (`DIR/truth.json`, `DIR/pages/ID.html.gz`) in real headless Chromium, with Readability and Defuddle
 * beside it in the same run. Writes `FILE` and `FILE` with `.readability.json` and `.defuddle.json`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Page as BrowserPage } from 'playwright-core';
import { openBenchPage } from './bench/browser.ts';
import { bundleForPage } from './bench/bundle.ts';
import type { ExtractorName, Prediction } from './bench/page.ts';
import { progressBar } from './bench/progress.ts';
import { readBenchSet } from './bench/sets.ts';
import { Failure, runCommand, say } from './lib/terminal.ts';

const USAGE = 'npm run bench -- DIR --out FILE [--only ID,ID] [--alone]';

async function predict(
  page: BrowserPage,
  name: ExtractorName,
  html: string,
  url: string,
): Promise<Prediction> {
  return page.evaluate(
    ([extractor, source, address]) =>
      (
        globalThis as unknown as { benchExtractor: (name: string, html: string, url: string) => Prediction }
      ).benchExtractor(extractor, source, address),
    [name, html, url] as const,
  );
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      only: { type: 'string' },
      alone: { type: 'boolean', default: false },
    },
  });
  const [directory] = positionals;
  if (!directory || !values.out) throw new Failure('A folder and a file are needed.', `Usage: ${USAGE}`);
  const only = values.only?.split(',');
  const inputs = readBenchSet(directory).filter(({ id }) => !only || only.includes(id));
  const names: ExtractorName[] = values.alone ? ['seidoku'] : ['seidoku', 'readability', 'defuddle'];
  const predictions = Object.fromEntries(names.map((name) => [name, {} as Record<string, Prediction>]));

  const script = await bundleForPage('bench/page.ts');
  const { page, close } = await openBenchPage(script);
  const bar = progressBar(inputs.length);
  for (const [turn, { id, url, readHtml }] of inputs.entries()) {
    const html = readHtml();
    // The first to read a page pays for its text being cold and for what was thrown away before: each in turn.
    for (const name of names.map((_, at) => names[(at + turn) % names.length] ?? 'seidoku')) {
      const of = predictions[name];
      if (of) of[id] = await predict(page, name, html, url);
    }
    bar.advance(id);
  }
  bar.end();
  await close();
  for (const name of names) {
    const file = name === 'seidoku' ? values.out : values.out.replace(/\.json$/u, `.${name}.json`);
    writeFileSync(file, JSON.stringify(predictions[name]));
    const all = Object.values(predictions[name] ?? {});
    const failed = all.filter((prediction) => prediction.error).length;
    say(
      `${name}: ${all.length} pages, ${failed} failed, median ${median(all.map(({ ms }) => ms)).toFixed(1)} ms -> ${file}`,
    );
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

await runCommand(main);
