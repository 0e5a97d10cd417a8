/**
 * `npm run bench:import [-- --only NAME]`: imports large and hostile files in real Chromium, by the import screen, and
 * measures what that takes of the memory of all its processes over the start, and for how long the page stood still.
 * Ends with an error when a bound is passed.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CASES, type Case, pathOf } from './import/cases.ts';
import { peakDuring } from './import/memory.ts';
import { requireBrowser } from './lib/browsers.ts';
import { buildExtension } from './lib/build.ts';
import { eventually, type View, waitUntil } from './lib/driver.ts';
import { launch } from './lib/launch.ts';
import { duration, Failure, runCommand, say } from './lib/terminal.ts';

const PAGE = 'library.html#import';
const MEGABYTE = 1_000_000;
/** Over the start. */
const MOST_MEMORY = 300 * MEGABYTE;
/** The page may stand still for as long as nobody notices, on a machine that others use as well. Milliseconds. */
const MOST_STILL = 1_000;

interface Measured {
  readonly memory: number;
  readonly time: number;
  readonly still: number;
  readonly outcome: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
  const cases = CASES.filter(({ name }) => name.includes(values.only));
  const { executable } = await requireBrowser('chromium');
  const extension = await buildExtension('chromium');
  const folder = await mkdtemp(join(tmpdir(), 'seidoku-import-'));
  const passed: string[] = [];
  try {
    for (const one of cases) {
      await one.write(pathOf(folder, one));
      const measured = await measure(one, folder, executable, extension);
      await tell(one, folder, measured);
      if (measured.memory > MOST_MEMORY || measured.still > MOST_STILL) passed.push(one.name);
      await rm(pathOf(folder, one));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (passed.length > 0) {
    throw new Failure(
      `Beyond a bound: ${passed.join(', ')}.`,
      `The bounds are ${MOST_MEMORY / MEGABYTE} MB over the start and ${MOST_STILL} ms without a frame.`,
    );
  }
}

async function tell(one: Case, folder: string, { memory, time, still, outcome }: Measured): Promise<void> {
  const { size } = await stat(pathOf(folder, one));
  const facts = [
    `${(size / MEGABYTE).toFixed(1)} MB`,
    `${Math.round(memory / MEGABYTE)} MB over the start`,
    duration(time),
    `still for ${Math.round(still)} ms at most`,
  ];
  say(`${one.name}: ${facts.join(', ')}`);
  say(`  ${outcome}`);
}

async function measure(one: Case, folder: string, executable: string, extension: string): Promise<Measured> {
  const profile = await mkdtemp(join(tmpdir(), 'seidoku-profile-'));
  const browser = await launch(
    { kind: 'chromium', name: 'Chromium', executable },
    { extension, profile, headless: true, proxyPort: 9, language: 'en' },
  );
  try {
    const view = await browser.openOwnPage(PAGE);
    await waitUntil(view, 'the screen', () => document.querySelector('input[type="file"]') !== null, null);
    await watchFrames(view);
    const begin = performance.now();
    const { start, peak } = await peakDuring(profile, () => importWhole(view, pathOf(folder, one)));
    const time = performance.now() - begin;
    return { memory: peak - start, time, still: await longestStill(view), outcome: await outcomeOf(view) };
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Previews a file and imports what is in it, if anything is. */
async function importWhole(view: View, path: string): Promise<void> {
  await view.giveFiles('input[type="file"]', [path]);
  await stepOf(view, ['What is in the files']);
  const begins = await view.run(() => {
    const start = [...document.querySelectorAll('button')].find((button) =>
      button.textContent?.startsWith('Import'),
    );
    start?.click();
    return start !== undefined;
  }, null);
  if (begins) await stepOf(view, ['Imported', 'The import ended']);
}

async function stepOf(view: View, headings: readonly string[]): Promise<void> {
  for (;;) {
    const heading = await eventually('a heading', () =>
      view.run(() => document.querySelector('h1')?.textContent, null),
    );
    if (headings.some((wanted) => heading.startsWith(wanted))) return;
    if (heading.startsWith('The import did not'))
      throw new Failure(await outcomeOf(view), 'The import failed.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function outcomeOf(view: View): Promise<string> {
  return view.run(
    () =>
      [...document.querySelectorAll('main h1 ~ p, main ul[class*="flaws"] li')]
        .map((line) => line.textContent)
        .filter(Boolean)
        .join(' | '),
    null,
  );
}

function watchFrames(view: View): Promise<void> {
  return view.run(() => {
    let last = performance.now();
    let longest = 0;
    const tick = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      Reflect.set(window, 'longestStill', longest);
      setTimeout(tick, 10);
    };
    tick();
  }, null);
}

function longestStill(view: View): Promise<number> {
  return view.run(() => Number(Reflect.get(window, 'longestStill')), null);
}

await runCommand(main);
