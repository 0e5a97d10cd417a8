/**
 * `npm run bench -- DIR --out FILE [--only ID,ID] [--alone]`: runs the shipped extraction over a set of stored
 * pages (`DIR/truth.json`, `DIR/pages/ID.html.gz`) in real headless Chromium, with Readability and Defuddle
 * beside it in the same run. Writes `FILE` and `FILE` with `.readability.json` and `.defuddle.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Page as BrowserPage } from 'playwright-core';
import { build } from 'vite';
import { openBenchPage } from './bench/browser.ts';
import type { ExtractorName, Prediction } from './bench/page.ts';
import { progressBar } from './bench/progress.ts';
import { Failure, runCommand, say } from './lib/terminal.ts';

interface BenchInput {
  readonly id: string;
  readonly url: string;
}

const USAGE = 'npm run bench -- DIR --out FILE [--only ID,ID] [--alone]';

function readInputs(directory: string): BenchInput[] {
  const truth: unknown = JSON.parse(readFileSync(path.join(directory, 'truth.json'), 'utf8'));
  const entries = Array.isArray(truth)
    ? truth.map((entry: { id: string; url?: string }) => [entry.id, entry.url] as const)
    : Object.entries(truth as Record<string, { url?: string }>).map(([id, { url }]) => [id, url] as const);
  return entries.map(([id, url]) => ({ id, url: url || 'https://example.org/' }));
}

async function bundlePageScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: path.join(import.meta.dirname, 'bench/page.ts'),
        formats: ['iife'],
        name: 'seidokuBench',
      },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('the bench page script was not built');
  return first.output[0].code;
}

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
  const inputs = readInputs(directory).filter(({ id }) => !only || only.includes(id));
  const names: ExtractorName[] = values.alone ? ['seidoku'] : ['seidoku', 'readability', 'defuddle'];
  const predictions = Object.fromEntries(names.map((name) => [name, {} as Record<string, Prediction>]));

  const script = await bundlePageScript();
  const { page, close } = await openBenchPage(script);
  const bar = progressBar(inputs.length);
  for (const { id, url } of inputs) {
    const html = gunzipSync(readFileSync(path.join(directory, 'pages', `${id}.html.gz`))).toString('utf8');
    for (const name of names) {
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
