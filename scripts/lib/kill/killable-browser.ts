import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Answer, Asked, MessageName } from '../../../utils/messaging/protocol.ts';
import { eventually } from '../driver.ts';

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** An entry as it lies on disk. */
export interface DiskEntry {
  readonly id: string;
  readonly url: string;
  readonly tags: readonly string[];
  readonly note: string;
  /** The text of its body; null where that is missing. */
  readonly text: string | null;
}

/** What lies on disk, read past the extension's own code. */
export interface Disk {
  readonly listed: readonly DiskEntry[];
  readonly removed: readonly DiskEntry[];
  /** How many entries the list says it has. */
  readonly articles: number;
}

/** Chromium with the extension, whose whole process group can be killed at any moment. */
export class KillableBrowser {
  private readonly browser: Browser;
  private readonly page: Page;
  private readonly pid: number;

  private constructor(browser: Browser, page: Page, pid: number) {
    this.browser = browser;
    this.page = page;
    this.pid = pid;
  }

  static async launch(executablePath: string, extension: string, profile: string): Promise<KillableBrowser> {
    const browser = await puppeteer.launch({
      executablePath,
      userDataDir: profile,
      enableExtensions: [extension],
      pipe: true,
      // Chromium's sandbox refuses to run as root.
      args: [
        '--disable-background-networking',
        '--no-first-run',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    const pid = browser.process()?.pid;
    if (pid === undefined) throw new Error('The browser runs in no process of ours');
    const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
    const page = await browser.newPage();
    await page.goto(new URL('/reader.html', worker.url()).href);
    return new KillableBrowser(browser, page, pid);
  }

  /** Asks the background as the extension's own pages do; resolves with its acknowledgement. */
  async ask<Name extends MessageName>(name: Name, asked: Asked<Name>): Promise<Answer<Name>> {
    const answer = await this.page.evaluate(
      (message) => chrome.runtime.sendMessage(message),
      // Plain data, as messages are; the type is too deep for the driver's own.
      { name, asked } as never,
    );
    return answer as Answer<Name>;
  }

  readDisk(): Promise<Disk> {
    return this.page.evaluate(readDisk);
  }

  /** Ends every process of the browser at once, without a warning. */
  async kill(): Promise<void> {
    process.kill(-this.pid, 'SIGKILL');
    await eventually('the browser to be gone', async () => (isAlive(-this.pid) ? null : true));
    await this.browser.disconnect().catch(() => undefined);
  }
}

/** Negative for a whole process group. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Runs in a page of the extension. */
async function readDisk(): Promise<Disk> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opening = indexedDB.open('library');
  // Before anything was saved there is none, and looking must not make one.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const database = await done(opening).catch(() => null);
  if (!database) return { listed: [], removed: [], articles: 0 };
  const stores = database.transaction(['summaries', 'bodies', 'removed', 'facts']);
  const [summaries, bodies, removed, articles] = await Promise.all([
    done(stores.objectStore('summaries').getAll()),
    done(stores.objectStore('bodies').getAll()),
    done(stores.objectStore('removed').getAll()),
    done(stores.objectStore('facts').get('articles')),
  ]);
  database.close();
  const texts = new Map<string, string>(bodies.map(({ id, article }) => [id, article.text]));
  const entry = ({ id, url, tags, note }: Omit<DiskEntry, 'text'>): DiskEntry => ({
    id,
    url,
    tags,
    note,
    text: texts.get(id) ?? null,
  });
  return {
    listed: summaries.map(entry),
    removed: removed.map(({ summary }) => entry(summary)),
    articles: articles ?? 0,
  };
}
