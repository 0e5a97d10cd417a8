import type { DrivenBrowser, View } from '../driver.ts';
import { waitUntil } from '../driver.ts';
import { type SampleEntry, sampleEntries } from './entries.ts';

/** So many entries go to the page at a time. */
const BATCH = 100;

/** Puts sample entries into the reading list, as pages of the extension do: through the background. */
export async function fillLibrary(browser: DrivenBrowser, count: number): Promise<void> {
  const page = await browser.openOwnPage('library.html');
  const entries = sampleEntries(count);
  for (let start = 0; start < entries.length; start += BATCH) {
    await save(page, entries.slice(start, start + BATCH));
  }
  await page.close();
}

async function save(page: View, entries: readonly SampleEntry[]): Promise<void> {
  await page.run(async (batch) => {
    interface Answer {
      readonly ok: boolean;
      readonly value?: { readonly summary: { readonly id: string } };
      readonly error?: unknown;
    }
    const { runtime } = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as {
      runtime: { sendMessage(message: unknown): Promise<Answer> };
    };
    const ask = async (name: string, asked: unknown): Promise<Answer> => {
      const answer = await runtime.sendMessage({ name, asked });
      if (!answer?.ok) throw new Error(`${name} failed: ${JSON.stringify(answer)}`);
      return answer;
    };
    for (const { request, change } of JSON.parse(batch) as readonly SampleEntry[]) {
      const { value } = await ask('article' in request ? 'saveArticle' : 'saveLink', request);
      if (!change) continue;
      await ask('changeArticles', { ids: [value?.summary.id], change, key: crypto.randomUUID() });
    }
  }, JSON.stringify(entries));
}

/** Opens the library tab; resolves once the list is there, or says why it is not. */
export async function openLibrary(browser: DrivenBrowser, path = 'library.html'): Promise<View> {
  const page = await browser.openOwnPage(path);
  await waitUntil(
    page,
    'the reading list',
    () => document.querySelector('li[data-id] h2, main h1, main h2') !== null,
    null,
  );
  return page;
}
