import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type BrowserKind,
  ensureFonts,
  findBrowsers,
  type InstalledBrowser,
  requireBrowser,
} from './lib/browsers.ts';
import { buildExtension } from './lib/build.ts';
import type { DrivenBrowser, View } from './lib/driver.ts';
import { launch } from './lib/launch.ts';
import { printArticle, printComments, printMessage, printSaved } from './lib/print.ts';
import { PROJECT_ROOT } from './lib/processes.ts';
import { pagesOf, type SampleServer, startSampleServer } from './lib/sample-server.ts';
import { readSamples, type Sample, sampleOf } from './lib/samples.ts';
import {
  articleOf,
  commentsOf,
  digestOf,
  messageOf,
  openEverything,
  save,
  savedOf,
  selectTab,
  waitForReading,
} from './lib/screens.ts';
import { Failure, runCommand, say, step } from './lib/terminal.ts';

const USAGE = `Usage: npm start [-- --headless] [-- --browser chromium|firefox]

Builds Seidoku and opens it in a browser together with sample posts. Without a display, or with
--headless, it clicks the toolbar icon itself and prints what the popup shows.`;

/** Shown in this order; the last one is no article on purpose. */
const SHOWN_SAMPLES = ['fc2-br', 'wordpress-thread', 'links'];
const SCREENSHOTS = join(PROJECT_ROOT, '.output/screenshots');

interface Options {
  readonly headless: boolean;
  readonly browser: BrowserKind | null;
}

function readOptions(): Options | null {
  const { values } = parseArgs({
    options: {
      headless: { type: 'boolean', default: false },
      browser: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  const { browser } = values;
  if (browser !== undefined && browser !== 'chromium' && browser !== 'firefox') {
    throw new Failure(`--browser ${browser} is not known.`, 'Use --browser chromium or --browser firefox.');
  }
  return { headless: values.headless || !hasDisplay(), browser: browser ?? null };
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function chooseBrowser(wanted: BrowserKind | null): Promise<InstalledBrowser> {
  const found = findBrowsers().find(({ kind }) => !wanted || kind === wanted);
  const browser = found ?? (await requireBrowser(wanted ?? 'chromium'));
  await ensureFonts();
  say(`  using ${browser.name} (${browser.executable})`);
  return browser;
}

async function keepPicture(view: View, name: string): Promise<void> {
  const path = join(SCREENSHOTS, `${name}.png`);
  await writeFile(path, await view.screenshot());
  say(`  picture: ${relative(PROJECT_ROOT, path)}`);
}

/** Reads one sample by the toolbar icon and prints what the popup shows. */
async function showSample(browser: DrivenBrowser, { name, expected }: Sample): Promise<void> {
  say(`\n${expected.about}: ${expected.url}`);
  const page = await browser.open(expected.url);
  const popup = await browser.clickToolbar();
  await waitForReading(popup);
  await keepPicture(popup, name);
  const message = await messageOf(popup);
  if (message) {
    printMessage(message);
  } else {
    await save(popup);
    await openEverything(popup);
    printArticle(await articleOf(popup));
    await selectTab(popup, 'comments');
    printComments(await commentsOf(popup), await digestOf(popup));
    await keepPicture(popup, `${name}-comments`);
  }
  await selectTab(popup, 'saved');
  await keepPicture(popup, `${name}-saved`);
  if (name === SHOWN_SAMPLES.at(-1)) printSaved(await savedOf(popup));
  await popup.close();
  await page.close();
}

async function showInTerminal(browser: DrivenBrowser, samples: readonly Sample[]): Promise<void> {
  await rm(SCREENSHOTS, { recursive: true, force: true });
  await mkdir(SCREENSHOTS, { recursive: true });
  for (const sample of samples) await showSample(browser, sample);
}

async function showOnScreen(browser: DrivenBrowser, samples: readonly Sample[]): Promise<void> {
  for (const sample of samples) await browser.open(sample.expected.url);
  say('\nThe samples are open. Click the Seidoku icon in the toolbar (it may hide behind the puzzle piece),');
  say('or press Alt+Shift+E. Other pages work as well. Close the browser or press Ctrl+C to end.');
  process.once('SIGINT', () => void browser.close());
  await browser.closed;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) return say(USAGE);
  const browser = await step('Looking for a browser', () => chooseBrowser(options.browser));
  const extension = await step('Building the extension', () => buildExtension(browser.kind));
  const all = readSamples();
  const samples = SHOWN_SAMPLES.map((name) => sampleOf(all, name));
  const server: SampleServer = await startSampleServer(pagesOf(all.values()));
  const profile = await mkdtemp(join(tmpdir(), 'seidoku-'));
  try {
    const hosts = [...all.values()].map(({ expected }) => new URL(expected.url).hostname);
    const driven = await step(`Starting ${browser.name}${options.headless ? ' without a window' : ''}`, () =>
      launch(browser, {
        extension,
        profile,
        headless: options.headless,
        proxyPort: server.port,
        ...(options.headless ? {} : { proxyHosts: [...new Set(hosts)] }),
      }),
    );
    try {
      await (options.headless ? showInTerminal : showOnScreen)(driven, samples);
    } finally {
      await driven.close();
    }
  } finally {
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

await runCommand(main);
