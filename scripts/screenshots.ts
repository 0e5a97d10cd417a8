import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import {
  ensureFonts,
  ensureJapaneseInterfaces,
  type InstalledBrowser,
  requireBrowser,
} from './lib/browsers.ts';
import { buildExtension } from './lib/build.ts';
import type { ColourScheme, DrivenBrowser, View } from './lib/driver.ts';
import { launch } from './lib/launch.ts';
import { pictureLibrary } from './lib/library/pictures.ts';
import { PROJECT_ROOT } from './lib/processes.ts';
import { pagesOf, type Served, startSampleServer } from './lib/sample-server.ts';
import { readSamples, sampleOf } from './lib/samples.ts';
import { openLeftOut, save, selectTab, waitForReading } from './lib/screens.ts';
import { runCommand, say, step } from './lib/terminal.ts';
import { pictureThreads, threadPages } from './lib/threads/pictures.ts';

/** The pictures of the README. */
const FOLDER = join(PROJECT_ROOT, 'docs');

const SAMPLES = readSamples();
const LANGUAGES = ['en', 'ja'] as const;

interface Picture {
  readonly name: string;
  readonly language: 'en' | 'ja';
  readonly scheme: ColourScheme;
  /** Brings up what is to be pictured. */
  readonly show: (browser: DrivenBrowser) => Promise<View>;
}

async function read(browser: DrivenBrowser, sample: string): Promise<View> {
  await browser.open(sampleOf(SAMPLES, sample).expected.url);
  const popup = await browser.clickToolbar();
  await waitForReading(popup);
  return popup;
}

async function showComments(browser: DrivenBrowser): Promise<View> {
  const popup = await read(browser, 'wordpress-thread');
  await selectTab(popup, 'comments');
  return popup;
}

async function showSaved(browser: DrivenBrowser): Promise<View> {
  for (const sample of ['arabic', 'chinese', 'fc2-br']) {
    const popup = await read(browser, sample);
    await save(popup);
    await popup.close();
  }
  const popup = await read(browser, 'wordpress-thread');
  await save(popup);
  await selectTab(popup, 'saved');
  return popup;
}

async function showLeftOut(browser: DrivenBrowser): Promise<View> {
  const popup = await read(browser, 'wordpress-thread');
  await openLeftOut(popup);
  return popup;
}

async function showReader(browser: DrivenBrowser): Promise<View> {
  const popup = await read(browser, 'wordpress-thread');
  await popup.press('o');
  const reader = await browser.tabAt(`${browser.ownOrigin}reader.html`);
  await waitForReading(reader);
  return reader;
}

const PICTURES: readonly Picture[] = [
  { name: 'article', language: 'en', scheme: 'light', show: (browser) => read(browser, 'wordpress-thread') },
  {
    name: 'article-dark',
    language: 'en',
    scheme: 'dark',
    show: (browser) => read(browser, 'wordpress-thread'),
  },
  { name: 'article-japanese', language: 'ja', scheme: 'light', show: (browser) => read(browser, 'fc2-more') },
  { name: 'comments', language: 'en', scheme: 'light', show: showComments },
  { name: 'left-out', language: 'en', scheme: 'light', show: showLeftOut },
  { name: 'saved', language: 'en', scheme: 'light', show: showSaved },
  { name: 'reader', language: 'en', scheme: 'light', show: showReader },
];

/** Where the pictures go of which there are too many for the README. */
const THREADS_FOLDER = join(PROJECT_ROOT, '.output/screenshots/threads');

const LIBRARY_FOLDER = join(PROJECT_ROOT, '.output/screenshots/library');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { threads: { type: 'boolean', default: false }, library: { type: 'boolean', default: false } },
  });
  const browser = await step('Looking for a browser', () => requireBrowser('chromium'));
  await ensureFonts();
  await ensureJapaneseInterfaces();
  const extension = await step('Building the extension', () => buildExtension('chromium'));
  if (values.library) {
    await pictureAll({ browser, extension }, LIBRARY_FOLDER, new Map(), pictureLibrary);
  } else if (values.threads) {
    await pictureAll({ browser, extension }, THREADS_FOLDER, threadPages(LANGUAGES), pictureThreads);
  } else await pictureReadme(browser, extension);
}

async function pictureReadme(browser: InstalledBrowser, extension: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const pages = pagesOf(SAMPLES.values());
  for (const { name, language, scheme, show } of PICTURES) {
    await withBrowser({ browser, extension, pages, language, scheme }, async (driven) => {
      const view = await show(driven);
      await write(FOLDER, name, await view.screenshot());
    });
  }
}

/** Pictures what there is too much of for the README, in both languages and both colour schemes. */
async function pictureAll(
  { browser, extension }: Pick<Stage, 'browser' | 'extension'>,
  folder: string,
  pages: Stage['pages'],
  picture: (
    driven: DrivenBrowser,
    language: Stage['language'],
  ) => AsyncIterable<{ readonly name: string; readonly png: Buffer }>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const language of LANGUAGES) {
    for (const scheme of ['light', 'dark'] as const) {
      await withBrowser({ browser, extension, pages, language, scheme }, async (driven) => {
        for await (const { name, png } of picture(driven, language)) {
          await write(folder, `${language}-${scheme}-${name}`, png);
        }
      });
    }
  }
}

interface Stage {
  readonly browser: InstalledBrowser;
  readonly extension: string;
  readonly pages: ReadonlyMap<string, Served>;
  readonly language: 'en' | 'ja';
  readonly scheme: ColourScheme;
}

/** A browser with a new profile for as long as the work takes. */
async function withBrowser(stage: Stage, work: (driven: DrivenBrowser) => Promise<void>): Promise<void> {
  const { browser, extension, pages, language, scheme } = stage;
  const server = await startSampleServer(pages);
  const profile = await mkdtemp(join(tmpdir(), 'seidoku-'));
  const options = { extension, profile, headless: true, proxyPort: server.port, language };
  const driven = await launch(browser, options);
  await driven.setColourScheme(scheme);
  await work(driven);
  await driven.close();
  await server.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

async function write(folder: string, name: string, png: Buffer): Promise<void> {
  const path = join(folder, `${name}.png`);
  await writeFile(path, png);
  say(`  ${relative(PROJECT_ROOT, path)} (${Math.round(png.length / 1000)} kB)`);
}

await runCommand(main);
