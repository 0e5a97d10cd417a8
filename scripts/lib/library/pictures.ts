import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DrivenBrowser, type View, waitUntil } from '../driver.ts';
import { fillLibrary, openLibrary } from './fill.ts';

/** How long the pictured lists are: nothing, a beginning, some years of reading. */
const SIZES = [0, 3, 500] as const;
const SEARCHED = { en: 'heron', ja: 'ナポリタン' } as const;
const NOWHERE = { en: 'zebra crossing', ja: '縞馬の横断歩道' } as const;

export interface LibraryPicture {
  readonly name: string;
  readonly png: Buffer;
}

/** Pictures the library tab and the popup's last tab, with lists of every size and what can be done in them. */
export async function* pictureLibrary(
  browser: DrivenBrowser,
  language: 'en' | 'ja',
): AsyncGenerator<LibraryPicture> {
  let filled = 0;
  for (const size of SIZES) {
    if (size > filled) await fillLibrary(browser, size);
    filled = size;
    const page = await openLibrary(browser);
    if (size > 0) await waitForRows(page);
    yield { name: `${size}`, png: await page.screenshot() };
    if (size === Math.max(...SIZES)) yield* pictureVerbs(page, language);
    await page.close();
  }
  yield* pictureImport(browser);
}

/** What another service gave, with a row that can't be taken in: the look before, and the report. */
const OLD_LIST = `title,url,time_added,tags,status
Ferries that still run,https://boats.sample.example/ferries,1500000000,boats|rivers,unread
川の渡し,https://kawa.sample.example/watashi,1510000000,旅,archive
A note to self,javascript:alert(1),1520000000,,unread
`;

async function* pictureImport(browser: DrivenBrowser): AsyncGenerator<LibraryPicture> {
  const folder = await mkdtemp(join(tmpdir(), 'seidoku-'));
  const file = join(folder, 'part_000000.csv');
  await writeFile(file, OLD_LIST);
  const page = await browser.openOwnPage('library.html#import');
  await waitUntil(page, 'the import', () => document.querySelector('input[type="file"]') !== null, null);
  yield { name: 'import', png: await page.screenshot() };
  await page.giveFiles('input[type="file"]', [file]);
  await waitUntil(page, 'the look before', () => document.querySelector('main button') !== null, null);
  await settle(page);
  yield { name: 'import-preview', png: await page.screenshot() };
  await page.run(() => document.querySelector<HTMLElement>('main button')?.click(), null);
  await waitUntil(
    page,
    'the report',
    () => document.querySelector('main a[href="/library.html"]') !== null,
    null,
  );
  await settle(page);
  yield { name: 'import-report', png: await page.screenshot() };
  await page.close();
  await rm(folder, { recursive: true });
}

async function* pictureVerbs(page: View, language: 'en' | 'ja'): AsyncGenerator<LibraryPicture> {
  for (const key of ['j', 'j', 'x', 'j', 'j', 'X']) await page.press(key);
  await settle(page);
  yield { name: 'selection', png: await page.screenshot() };
  await page.press('t');
  await settle(page);
  yield { name: 'tags', png: await page.screenshot() };
  await page.press('Escape');
  await page.press('e');
  await settle(page);
  yield { name: 'undo', png: await page.screenshot() };
  await page.press('n');
  await settle(page);
  yield { name: 'note', png: await page.screenshot() };
  await page.press('Escape');
  await page.press('Escape');
  await page.press('?');
  await settle(page);
  yield { name: 'keys', png: await page.screenshot() };
  await page.press('Escape');
  yield* pictureSearch(page, language);
  yield* pictureDialogs(page);
}

async function* pictureSearch(page: View, language: 'en' | 'ja'): AsyncGenerator<LibraryPicture> {
  await searchLibrary(page, SEARCHED[language]);
  await waitUntil(page, 'marks', () => document.querySelector('li[data-id] mark') !== null, null);
  yield { name: 'search', png: await page.screenshot() };
  await searchLibrary(page, NOWHERE[language]);
  yield { name: 'search-none', png: await page.screenshot() };
  await searchLibrary(page, 'is:zebra');
  await settle(page);
  yield { name: 'search-problem', png: await page.screenshot() };
  await searchLibrary(page, '');
}

async function* pictureDialogs(page: View): AsyncGenerator<LibraryPicture> {
  await page.run(
    () => document.querySelector<HTMLElement>('search button[aria-expanded="false"]')?.click(),
    null,
  );
  await settle(page);
  yield { name: 'search-help', png: await page.screenshot() };
  await page.run(() => document.querySelector<HTMLElement>('#library-side section + button')?.click(), null);
  await waitUntil(page, 'the tags', () => document.querySelector('dialog li') !== null, null);
  yield { name: 'tag-manager', png: await page.screenshot() };
  await page.run(() => document.querySelector<HTMLElement>('dialog li button')?.click(), null);
  await settle(page);
  yield { name: 'tag-rename', png: await page.screenshot() };
  await page.press('Escape');
  await page.press('Escape');
}

export async function waitForRows(page: View): Promise<void> {
  await waitUntil(page, 'rows', () => document.querySelector('li[data-id] h2') !== null, null);
  await settle(page);
}

/** Types into the search line; resolves once the list says what it found. */
export async function searchLibrary(page: View, query: string): Promise<void> {
  await page.run((text) => {
    const field = document.querySelector<HTMLInputElement>('search input');
    if (!field) return;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, query);
  await waitUntil(
    page,
    `the search for ${query}`,
    (asked) => document.querySelector(`[data-answered="${CSS.escape(asked)}"]`) !== null,
    query,
  );
  await settle(page);
}

/** What was drawn is laid out, measured and drawn again in the next frames. */
async function settle(page: View): Promise<void> {
  await page.run(() => new Promise<void>((done) => setTimeout(done, 300)), null);
}
