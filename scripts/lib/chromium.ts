import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import {
  allowHosts,
  allowPrivateWindows,
  collectedErrors,
  createPrivateWindow,
  openOverseer,
  reloadExtension,
  runningBackground,
  stopWorker,
} from './chromium-overseer.ts';
import type { ColourScheme, DrivenBrowser, LaunchOptions, Plain, View } from './driver.ts';
import { eventually } from './driver.ts';
import { proxyConfig } from './proxy-config.ts';

// Playwright sees extension popups only when it attaches to every kind of target; it reads this when loaded.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
const { chromium } = await import('playwright-core');

/** Keeps the browser from asking for anything on its own account. */
const QUIET_FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

function flagsFor(options: LaunchOptions): string[] {
  const flags = [...QUIET_FLAGS, '--enable-unsafe-extension-debugging', `--lang=${options.language ?? 'en'}`];
  // Without it a headless window is so small that it cuts off the popup.
  if (options.headless) flags.push('--window-size=1280,960');
  // Chromium's sandbox refuses to run as root.
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  const proxy = proxyConfig(options);
  if (proxy.kind === 'all') {
    flags.push(`--proxy-server=127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>');
  } else {
    flags.push(`--proxy-pac-url=${proxy.pacUrl}`);
  }
  return flags;
}

class ChromiumView implements View {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async run<A extends Plain, T>(
    work: (argument: A) => T | Promise<T>,
    argument: A,
    library = '',
  ): Promise<T> {
    if (library) await this.page.evaluate(`${library};0`);
    // The function travels as text: Playwright would wrap a function in helpers of its own.
    return (await this.page.evaluate(`(${work})(${JSON.stringify(argument)})`)) as T;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key).catch((error: unknown) => {
      // A key may well close the popup that it is pressed in.
      if (!this.page.isClosed()) throw error;
    });
  }

  async giveFiles(selector: string, paths: readonly string[]): Promise<void> {
    await this.page.setInputFiles(selector, [...paths]);
  }

  screenshot(): Promise<Buffer> {
    return this.page.screenshot({ animations: 'disabled' });
  }

  async isClosed(): Promise<boolean> {
    return this.page.isClosed();
  }

  async close(): Promise<void> {
    if (!this.page.isClosed()) await this.page.close();
  }
}

class Chromium implements DrivenBrowser {
  readonly kind = 'chromium';
  readonly ownOrigin: string;
  readonly closed: Promise<void>;
  private readonly context: BrowserContext;
  private readonly cdp: CDPSession;
  private readonly isPrivate: boolean;
  private readonly id: string;
  /** The browser's page about extensions, which collects their errors; null when a person looks on. */
  private readonly overseer: Page | null;
  private readonly seenTroubles: string[] = [];
  private readonly seenRequests: string[] = [];
  private readonly tabs = new WeakMap<Page, string>();
  private front: Page | null = null;

  constructor(
    context: BrowserContext,
    cdp: CDPSession,
    id: string,
    overseer: Page | null,
    isPrivate: boolean,
  ) {
    this.isPrivate = isPrivate;
    this.overseer = overseer;
    this.context = context;
    this.cdp = cdp;
    this.id = id;
    this.ownOrigin = `chrome-extension://${id}/`;
    this.closed = new Promise((resolve) => context.on('close', () => resolve()));
    this.watch();
  }

  private watch(): void {
    this.context.on('weberror', (problem) => {
      this.seenTroubles.push(`${problem.page()?.url() ?? 'worker'}: ${problem.error()}`);
    });
    this.context.on('request', (request) => {
      if (/^(?:https?|wss?|ftp):/u.test(request.url())) this.seenRequests.push(request.url());
    });
  }

  async open(url: string): Promise<View> {
    const before = await this.tabTargets();
    const page = await (this.isPrivate ? this.openPrivateWindow(url) : this.openTab(url));
    const tab = (await this.tabTargets()).find(({ targetId }) =>
      before.every((old) => old.targetId !== targetId),
    );
    if (tab) this.tabs.set(page, tab.targetId);
    this.front = page;
    return new ChromiumView(page);
  }

  private async openTab(url: string): Promise<Page> {
    const page = await this.context.newPage();
    // A page that fails to load shows the browser's error page: that is a case to be read, not a failure.
    await page.goto(url).catch(() => page.waitForURL(/^chrome-error:/u, { timeout: 2_000 }).catch(() => {}));
    return page;
  }

  /** Playwright's own pages are in the ordinary profile; the extension itself can open a private window. */
  private async openPrivateWindow(url: string): Promise<Page> {
    const worker = this.context.serviceWorkers().at(-1) ?? (await this.context.waitForEvent('serviceworker'));
    const [page] = await Promise.all([this.context.waitForEvent('page'), createPrivateWindow(worker, url)]);
    await page.waitForLoadState();
    return page;
  }

  openOwnPage(path: string): Promise<View> {
    return this.open(new URL(path, this.ownOrigin).href);
  }

  async clickToolbar(): Promise<View> {
    const page = this.front ?? this.context.pages().at(-1);
    if (!page) throw new Error('There is no tab to click on');
    await page.bringToFront();
    const url = page.url();
    const targetId =
      this.tabs.get(page) ?? (await this.tabTargets()).find((target) => target.url === url)?.targetId;
    if (!targetId) throw new Error(`No tab shows ${url}`);
    const popup = this.context.waitForEvent('page', (opened) => opened.url().startsWith(this.ownOrigin));
    const [opened] = await Promise.all([
      popup,
      this.cdp.send('Extensions.triggerAction', { id: this.id, targetId }),
    ]);
    return new ChromiumView(opened);
  }

  /** What the browser calls its tabs; a page's own target is another one, and may have another address. */
  private async tabTargets(): Promise<readonly { readonly targetId: string; readonly url: string }[]> {
    const filter = [{ type: 'tab', exclude: false }];
    return (await this.cdp.send('Target.getTargets', { filter })).targetInfos;
  }

  async tabAt(prefix: string): Promise<View> {
    const page = await eventually(`a tab at ${prefix}`, async () =>
      this.context.pages().find((candidate) => candidate.url().startsWith(prefix)),
    );
    this.front = page;
    await page.waitForLoadState();
    return new ChromiumView(page);
  }

  async closeTabs(): Promise<void> {
    for (const page of this.context.pages()) {
      if (page !== this.overseer) await page.close();
    }
    this.front = null;
  }

  async allowHosts(patterns: readonly string[]): Promise<void> {
    if (this.overseer) await allowHosts(this.overseer, this.id, patterns);
  }

  stopBackground(): Promise<void> {
    return stopWorker(this.cdp, this.ownOrigin);
  }

  backgroundRuns(): Promise<void> {
    return runningBackground(this.context);
  }

  async reloadExtension(): Promise<void> {
    if (!this.overseer) throw new Error('Only a headless browser is overseen');
    await reloadExtension(this.context, this.overseer, this.id);
  }

  async setColourScheme(colorScheme: ColourScheme): Promise<void> {
    for (const page of this.context.pages()) await page.emulateMedia({ colorScheme });
    this.context.on('page', (page) => page.emulateMedia({ colorScheme }));
  }

  async troubles(): Promise<readonly string[]> {
    return [...this.seenTroubles, ...(this.overseer ? await collectedErrors(this.overseer, this.id) : [])];
  }

  async requests(): Promise<readonly string[]> {
    return this.seenRequests;
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** Starts Chrome, Chromium or Edge with the extension; a profile that had it before keeps its data. */
export async function launchChromium(options: LaunchOptions): Promise<DrivenBrowser> {
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: options.executable,
    headless: options.headless,
    handleSIGINT: options.headless,
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: flagsFor(options),
    // The tests serve https themselves; everything else is out of reach while they run.
    ignoreHTTPSErrors: options.headless,
    env: { ...process.env, LANGUAGE: options.language ?? 'en' },
  });
  const browser = context.browser();
  if (!browser) throw new Error('The browser closed while it was starting');
  const cdp = await browser.newBrowserCDPSession();
  const overseer = options.headless ? await openOverseer(context) : null;
  const { id } = await cdp.send('Extensions.loadUnpacked', { path: options.extension });
  if (options.private && overseer) await allowPrivateWindows(context, overseer, id);
  return new Chromium(context, cdp, id, overseer, options.private ?? false);
}
