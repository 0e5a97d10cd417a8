import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureFonts, ensureJapaneseInterfaces, requireBrowser } from './lib/browsers.ts';
import { buildExtension } from './lib/build.ts';
import type { ColourScheme, DrivenBrowser, View } from './lib/driver.ts';
import { launch } from './lib/launch.ts';
import { PROJECT_ROOT } from './lib/processes.ts';
import { pagesOf, startSampleServer } from './lib/sample-server.ts';
import { readSamples, sampleOf } from './lib/samples.ts';
import { openLeftOut, save, selectTab, waitForReading } from './lib/screens.ts';
import { runCommand, say, step } from './lib/terminal.ts';

/** The pictures of the README. */
const FOLDER = join(PROJECT_ROOT, 'docs');

const SAMPLES = readSamples();

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

async function main(): Promise<void> {
  const browser = await step('Looking for a browser', () => requireBrowser('chromium'));
  await ensureFonts();
  await ensureJapaneseInterfaces();
  const extension = await step('Building the extension', () => buildExtension('chromium'));
  const server = await startSampleServer(pagesOf(SAMPLES.values()));
  await mkdir(FOLDER, { recursive: true });
  for (const { name, language, scheme, show } of PICTURES) {
    const profile = await mkdtemp(join(tmpdir(), 'seidoku-'));
    const driven = await launch(browser, {
      extension,
      profile,
      headless: true,
      proxyPort: server.port,
      language,
    });
    await driven.setColourScheme(scheme);
    const view = await show(driven);
    const path = join(FOLDER, `${name}.png`);
    await writeFile(path, await view.screenshot());
    say(`  ${relative(PROJECT_ROOT, path)} (${Math.round((await stat(path)).size / 1000)} kB)`);
    await driven.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  await server.close();
}

await runCommand(main);
