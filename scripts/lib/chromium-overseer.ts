import type { BrowserContext, CDPSession, Page, Worker } from 'playwright-core';
import { eventually } from './driver.ts';

/** What Chromium's page about extensions knows of errors in one of them. */
interface DeveloperPrivate {
  updateProfileConfiguration(changes: { inDeveloperMode: boolean }): Promise<void>;
  addHostPermission(extensionId: string, host: string): Promise<void>;
  updateExtensionConfiguration(changes: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
  reload(extensionId: string, options: { failQuietly: boolean }): Promise<unknown>;
  getExtensionInfo(id: string): Promise<{
    readonly installWarnings: readonly string[];
    readonly manifestErrors: readonly { readonly message: string }[];
    readonly runtimeErrors: readonly { readonly message: string; readonly source: string }[];
  }>;
}
declare const chrome: {
  readonly developerPrivate: DeveloperPrivate;
  readonly windows: { create(how: { incognito: boolean; url: string }): Promise<unknown> };
};

/** Everything that Chromium holds against the extension: its manifest, and errors of its pages and its worker. */
export async function collectedErrors(overseer: Page, id: string): Promise<string[]> {
  const { installWarnings, manifestErrors, runtimeErrors } = await overseer.evaluate(
    (extension) => chrome.developerPrivate.getExtensionInfo(extension),
    id,
  );
  return [
    ...installWarnings,
    ...manifestErrors.map(({ message }) => message),
    ...runtimeErrors.map(({ message, source }) => `${source}: ${message}`),
  ];
}

/** Opens the browser's page about extensions and makes it collect their errors. */
export async function openOverseer(context: BrowserContext): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto('chrome://extensions');
  await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  return page;
}

/** What a person allows in the extension's settings; the browser then starts the extension anew. */
export async function allowPrivateWindows(
  context: BrowserContext,
  overseer: Page,
  id: string,
): Promise<void> {
  await settled(context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker')));
  const [restarted] = await Promise.all([
    context.waitForEvent('serviceworker'),
    overseer.evaluate(
      (extensionId) =>
        chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true }),
      id,
    ),
  ]);
  await settled(restarted);
}

/** What a person does with the button beside the extension: it starts anew, from what is in its folder now. */
export async function reloadExtension(context: BrowserContext, overseer: Page, id: string): Promise<void> {
  const [restarted] = await Promise.all([
    context.waitForEvent('serviceworker'),
    overseer.evaluate((extension) => chrome.developerPrivate.reload(extension, { failQuietly: true }), id),
  ]);
  await settled(restarted);
}

/** Stops the extension's worker; one that is gone already is stopped. */
export async function stopWorker(cdp: CDPSession, ownOrigin: string): Promise<void> {
  const { targetInfos } = await cdp.send('Target.getTargets');
  for (const { type, url, targetId } of targetInfos) {
    if (type !== 'service_worker' || !url.startsWith(ownOrigin)) continue;
    await cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }
}

/** Waits until the extension's worker runs; a stopped one is not started by this. */
export async function runningBackground(context: BrowserContext): Promise<void> {
  const worker = await eventually('the background to be started', async () =>
    context.serviceWorkers().at(-1),
  );
  await settled(worker);
}

/** A worker is seen before its script has been fetched; restarting it then is an error of our own making. */
async function settled(worker: Worker): Promise<void> {
  await eventually('the background to be active', () =>
    worker.evaluate(() => {
      const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
      return registration.active?.state === 'activated' ? true : null;
    }),
  );
}

/** Opens a private window, which only the extension itself can. */
export async function createPrivateWindow(worker: Worker, url: string): Promise<void> {
  await worker.evaluate((address) => chrome.windows.create({ incognito: true, url: address }), url);
}

/** What a person allows on the browser's page about the extension. */
export async function allowHosts(overseer: Page, id: string, patterns: readonly string[]): Promise<void> {
  for (const pattern of patterns) {
    await overseer.evaluate(
      ([extension = '', host = '']) => chrome.developerPrivate.addHostPermission(extension, host),
      [id, pattern],
    );
  }
}
