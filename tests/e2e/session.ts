import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { type BrowserKind, findBrowsers } from '../../scripts/lib/browsers.ts';
import { builtExtension } from '../../scripts/lib/build.ts';
import type { DrivenBrowser, LaunchOptions, View } from '../../scripts/lib/driver.ts';
import { launch } from '../../scripts/lib/launch.ts';
import {
  pagesOf,
  type SampleServer,
  type Served,
  startSampleServer,
  type Tunnels,
} from '../../scripts/lib/sample-server.ts';
import { readSamples, type Sample, sampleOf } from '../../scripts/lib/samples.ts';
import { waitForReading } from '../../scripts/lib/screens.ts';

export const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

const samples = readSamples();

export function sample(name: string): Sample {
  return sampleOf(samples, name);
}

/** The English text of a message. */
export function english(key: keyof typeof en): string {
  return en[key].message;
}

/** What browsers ask of their makers in spite of every switch; no extension can reach these from a page. */
const BROWSERS_OWN = /^(?:\w+:\/\/)?[\w.-]*\.(?:google|googleapis|gvt1|mozilla|firefox)\.(?:com|org|net)\b/u;

export interface SessionOptions extends Pick<LaunchOptions, 'language' | 'private'> {
  readonly pages?: ReadonlyMap<string, Served>;
  readonly tunnels?: Tunnels;
  /** A profile of an earlier session, which is kept. */
  readonly profile?: string;
  /** The folder of another build than the one that is there. */
  readonly extension?: string;
}

/** A page that was read by a click on the toolbar icon. */
export interface Visit {
  readonly page: View;
  readonly popup: View;
}

/** A browser with the extension and a server with the samples, for the tests of one file. */
export class Session {
  readonly browser: DrivenBrowser;
  readonly server: SampleServer;
  private readonly cleanUp: () => Promise<void>;

  constructor(browser: DrivenBrowser, server: SampleServer, cleanUp: () => Promise<void>) {
    this.browser = browser;
    this.server = server;
    this.cleanUp = cleanUp;
  }

  /** Everything that went out so far: as the server got it and as the browser saw it go. */
  async traffic(): Promise<string[]> {
    const received = this.server.requests.map(({ method, url }) => `${method} ${url}`);
    const sent = (await this.browser.requests()).map((url) => `sent ${url}`);
    return [...received, ...sent].filter((line) => !BROWSERS_OWN.test(line.replace(/^\w+ /u, '')));
  }

  /** The traffic once nothing has been added for a while: icons and images come after the page. */
  async settledTraffic(): Promise<string[]> {
    for (let before = await this.traffic(); ; ) {
      await wait(400);
      const now = await this.traffic();
      if (now.length === before.length) return now;
      before = now;
    }
  }

  /** Opens an address, clicks the icon and waits until the popup has something to show. */
  async visit(url: string): Promise<Visit> {
    const page = await this.browser.open(url);
    const popup = await this.browser.clickToolbar();
    await waitForReading(popup);
    return { page, popup };
  }

  visitSample(name: string): Promise<Visit> {
    return this.visit(sample(name).expected.url);
  }

  async leave({ page, popup }: Visit): Promise<void> {
    await popup.close();
    await page.close();
  }

  /** Closes whatever a test has opened, also when it failed half way. */
  tidy(): Promise<void> {
    return this.browser.closeTabs();
  }

  /** No uncaught error, unhandled rejection or blocked resource so far, in any page, popup or worker. */
  async expectNoTroubles(): Promise<void> {
    expect(await this.browser.troubles()).toEqual([]);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.cleanUp();
  }
}

export async function newProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'seidoku-e2e-'));
}

export async function startSession(kind: BrowserKind, options: SessionOptions = {}): Promise<Session> {
  const browser = findBrowsers().find((found) => found.kind === kind);
  const extension = options.extension ?? builtExtension(kind);
  if (!browser) throw new Error(`No ${kind} on this machine: npm test installs it or says how`);
  if (!existsSync(extension)) throw new Error('The extension is not built: run npm run build first');
  const server = await startSampleServer(
    new Map([...pagesOf(samples.values()), ...(options.pages ?? [])]),
    options.tunnels,
  );
  const profile = options.profile ?? (await newProfile());
  const driven = await launch(browser, {
    extension,
    profile,
    headless: true,
    proxyPort: server.port,
    language: options.language ?? 'en',
    private: options.private ?? false,
  });
  return new Session(driven, server, async () => {
    await server.close();
    if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
}
