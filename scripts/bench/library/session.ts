import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { requireBrowser } from '../../lib/browsers.ts';
import type { BenchCalls } from '../library-page.ts';

/** A profile with a list of its own, in Chromium with the built extension. */
export interface BenchSession {
  /** Runs one of the calls of `library-page.ts` in a page of the extension. */
  call<Name extends keyof BenchCalls>(
    name: Name,
    ...values: Parameters<BenchCalls[Name]>
  ): Promise<Awaited<ReturnType<BenchCalls[Name]>>>;
  openOwnPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** An address of the extension that shows nothing of it: what is measured there is what the benchmark does. */
const BLANK = 'icon/16.png';

/** Starts Chromium with an empty profile. @param script built from `library-page.ts` */
export async function openSession(extension: string, script: string): Promise<BenchSession> {
  const { executable } = await requireBrowser('chromium');
  const profile = mkdtempSync(join(tmpdir(), 'bench-library-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless: true,
    viewport: { width: 1280, height: 900 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const origin = new URL('/', await backgroundUrl(context)).href;
  const openOwnPage = async (path: string) => {
    const page = await context.newPage();
    await page.goto(origin + path);
    return page;
  };
  const page = await openOwnPage(BLANK);
  await page.evaluate(script);
  const call: BenchSession['call'] = (name, ...values) =>
    page.evaluate(
      ([verb, given]) => {
        const { benchLibrary } = globalThis as unknown as {
          benchLibrary: Record<string, (...all: unknown[]) => unknown>;
        };
        return benchLibrary[verb]?.(...given);
      },
      [name, values] as const,
    ) as never;
  await call('open');
  return {
    call,
    openOwnPage,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function backgroundUrl(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return worker.url();
}

/** Bytes of the JavaScript heaps of a page and its workers after a collection, with what typed arrays hold. */
export async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const attached: string[] = [];
  cdp.on('Target.attachedToTarget', ({ sessionId }) => attached.push(sessionId));
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await cdp.send('HeapProfiler.collectGarbage');
  let bytes = sizeOf(await cdp.send('Runtime.getHeapUsage'));
  for (const sessionId of attached) {
    await askWorker(cdp, sessionId, 'HeapProfiler.collectGarbage');
    bytes += sizeOf((await askWorker(cdp, sessionId, 'Runtime.getHeapUsage')) as HeapUsage);
  }
  await cdp.detach();
  return bytes;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

function sizeOf({ usedSize, backingStorageSize = 0 }: HeapUsage): number {
  return usedSize + backingStorageSize;
}

let asked = 0;

/** Sends a command to a worker of the page that a session belongs to. */
function askWorker(cdp: CDPSession, sessionId: string, method: string): Promise<unknown> {
  const id = ++asked;
  return new Promise((resolve) => {
    const listener = (event: { sessionId: string; message: string }) => {
      const answer = JSON.parse(event.message) as { id?: number; result?: unknown };
      if (event.sessionId !== sessionId || answer.id !== id) return;
      cdp.off('Target.receivedMessageFromTarget', listener);
      resolve(answer.result);
    };
    cdp.on('Target.receivedMessageFromTarget', listener);
    cdp
      .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params: {} }) })
      .catch(resolve);
  });
}
