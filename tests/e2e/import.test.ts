import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type View, waitUntil } from '../../scripts/lib/driver.ts';
import { articleOf, waitForReading } from '../../scripts/lib/screens.ts';
import type { AbsoluteUrl } from '../../utils/extraction/types/source.ts';
import { articleIdOf } from '../../utils/library/article-id.ts';
import { english, KINDS, type Session, startSession } from './session.ts';
import { violationsIn } from './violations.ts';

function omnivoreItem(slug: string, more: Record<string, unknown> = {}) {
  return {
    id: slug,
    slug,
    title: `About ${slug}`,
    description: '',
    author: 'Ann',
    url: `https://boats.example/${slug}`,
    state: 'Active',
    readingProgress: 0,
    labels: ['boats'],
    savedAt: '2024-01-02T03:04:05.678Z',
    updatedAt: '2024-01-02T03:04:05.678Z',
    publishedAt: null,
    ...more,
  };
}

/** Two articles with their texts, one without, and one that is none. */
const OMNIVORE = zipSync({
  'metadata_0_to_20.json': strToU8(
    JSON.stringify([
      omnivoreItem('ferries'),
      omnivoreItem('canals', { state: 'Archived' }),
      omnivoreItem('locks'),
      omnivoreItem('letter', { url: 'https://omnivore.example/no_url?q=1' }),
    ]),
  ),
  'content/ferries.html': strToU8(
    '<div><p>Ferries are slow boats.</p><script>document.title = "run"</script>' +
      '<p><a href="javascript:alert(1)">Not</a> <a href="/more">a link</a></p><img src="https://boats.example/a.png" alt="A boat"></div>',
  ),
  'content/canals.html': strToU8('<p>運河はゆっくり流れる。</p>'),
});
const POCKET =
  'title,url,time_added,tags,status\nFerries again,https://boats.example/ferries?utm_source=x,1600000000,tea,archive\n';

/** Waits for the next step, whose heading is this. */
async function waitForStep(view: View, heading: string): Promise<void> {
  await waitUntil(view, heading, (wanted) => document.querySelector('h1')?.textContent === wanted, heading);
}

const textOf = (view: View) => view.run(() => document.querySelector('main')?.textContent ?? '', null);

describe.each(KINDS)('importing in %s', (kind) => {
  let session: Session;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seidoku-import-'));
    await writeFile(join(folder, 'export.bin'), OMNIVORE);
    await writeFile(join(folder, 'old.txt'), POCKET);
    await writeFile(join(folder, 'letter.csv'), 'Dear reader,');
    session = await startSession(kind);
  });
  afterEach(() => session?.tidy());
  afterAll(async () => {
    await session?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function openImport(): Promise<View> {
    const view = await session.browser.openOwnPage('library.html#import');
    await waitForStep(view, english('importHeading'));
    return view;
  }

  async function choose(view: View): Promise<void> {
    const paths = ['export.bin', 'old.txt', 'letter.csv'].map((name) => join(folder, name));
    await view.giveFiles('input[type="file"]', paths);
    await waitForStep(view, english('importPreviewHeading'));
  }

  /** From the heading of the preview, as a person without a mouse. */
  async function start(view: View): Promise<void> {
    await view.press('Tab');
    await view.press('Enter');
    await waitForStep(view, english('importDone'));
  }

  /** In both colour schemes. */
  async function expectAccessible(view: View): Promise<void> {
    for (const scheme of ['dark', 'light'] as const) {
      await session.browser.setColourScheme(scheme);
      expect(await violationsIn(view)).toEqual([]);
    }
  }

  it('takes in texts and links, and tells what became of each', async () => {
    const view = await openImport();
    await expectAccessible(view);
    await choose(view);
    expect(await textOf(view)).toContain(english('importCountNew').replace('{count}', '3'));
    await expectAccessible(view);
    await start(view);
    const report = await textOf(view);
    expect(report).toContain('3 new, 1 merged, 0 in the list already, 1 left out.');
    expect(report).toContain(english('importSkipped_made_up_link'));
    expect(report).toContain(`letter.csv: ${english('importFile_unknown')}`);
    await expectAccessible(view);
    await session.expectNoTroubles();
  });

  it('changes nothing the second time', async () => {
    const view = await openImport();
    await choose(view);
    await start(view);
    expect(await textOf(view)).toContain('0 new, 0 merged, 4 in the list already, 1 left out.');
  });

  it('keeps texts that can be read like any saved article, and asks nothing of the network', async () => {
    const id = await articleIdOf('https://boats.example/ferries' as AbsoluteUrl);
    const reader = await session.browser.openOwnPage(`reader.html#saved=${id}`);
    await waitForReading(reader);
    const article = await articleOf(reader);
    expect(article.title).toBe('About ferries');
    expect(article.lines).toContain('Ferries are slow boats.');
    const links = await reader.run(
      () =>
        [...document.querySelectorAll('[data-kind="article"] a')].map((link) => link.getAttribute('href')),
      null,
    );
    expect(links).toEqual(['https://boats.example/more']);
    await session.expectNoTroubles();
    expect((await session.settledTraffic()).filter((line) => line.includes('boats.example'))).toEqual([]);
  });
});
