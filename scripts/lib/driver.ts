import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserKind } from './browsers.ts';

/** What can be handed to a page and back. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A page in a driven browser: of the web, a popup or a page of the extension. */
export interface View {
  /**
   * Runs a function in the page and gives its result. The function is sent as source text, so it may use
   * nothing but its argument and the page's globals.
   * @param library source text of a script that is run before, in the same place.
   */
  run<A extends Plain, T>(work: (argument: A) => T | Promise<T>, argument: A, library?: string): Promise<T>;
  /** Presses a key as a person does: `Tab`, `Shift+Tab`, `Enter`, `ArrowDown`, `s`, … */
  press(key: string): Promise<void>;
  /** Chooses files of this machine in a file input, as a person does in the browser's dialog. */
  giveFiles(selector: string, paths: readonly string[]): Promise<void>;
  /** A PNG picture of what is seen. */
  screenshot(): Promise<Buffer>;
  /** True when the page is gone, as a popup is once something else gets the focus. */
  isClosed(): Promise<boolean>;
  close(): Promise<void>;
}

export type ColourScheme = 'light' | 'dark';

export interface LaunchOptions {
  readonly executable: string;
  /** The folder of the built extension. */
  readonly extension: string;
  /** The folder that keeps the profile, so that a second start finds what the first one saved. */
  readonly profile: string;
  readonly headless: boolean;
  /** The port of the sample server. */
  readonly proxyPort: number;
  /** The hosts that the sample server serves; everything goes through it where none are named. */
  readonly proxyHosts?: readonly string[];
  /** Interface language, `en` where nothing is said. */
  readonly language?: 'en' | 'ja';
  /** Every window is a private one. */
  readonly private?: boolean;
}

/** A real browser with the extension in it, driven from outside as a person would from inside. */
export interface DrivenBrowser {
  readonly kind: BrowserKind;
  /** Opens an address in a new tab in front; resolves once it has loaded or failed to. */
  open(url: string): Promise<View>;
  /** Opens a page of the extension in a new tab. */
  openOwnPage(path: string): Promise<View>;
  /** Clicks the toolbar icon on the tab in front and gives the popup. */
  clickToolbar(): Promise<View>;
  /** The tab whose address begins so, once there is one. */
  tabAt(prefix: string): Promise<View>;
  /** The address under which the extension's own pages are, with a slash at its end. */
  readonly ownOrigin: string;
  /** Closes every tab that was opened here, and the popup. */
  closeTabs(): Promise<void>;
  /**
   * Lets the extension ask the servers of these match patterns, as a person does in the browser's settings.
   * Headless browsers can show no question about it: Firefox then takes every one for a yes, Chromium for a no.
   */
  allowHosts(patterns: readonly string[]): Promise<void>;
  /** Stops the background in whatever it is doing, as browsers do when it has been idle or busy for long. */
  stopBackground(): Promise<void>;
  /** Waits until the background runs, whoever has started it. */
  backgroundRuns(): Promise<void>;
  /** Loads the extension anew from its folder, as an update does. */
  reloadExtension(): Promise<void>;
  setColourScheme(scheme: ColourScheme): Promise<void>;
  /** Uncaught errors, unhandled rejections and blocked resources so far: of pages, popups and the worker. */
  troubles(): Promise<readonly string[]>;
  /** Every network request so far, as the browser itself saw it go out. */
  requests(): Promise<readonly string[]>;
  /** Resolves once the browser is closed, by `close` or by a person. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** How long to wait for something on a page, milliseconds. A slow machine under load needs most of it. */
const PATIENCE = 20_000;

/** Asks again and again until the answer is not null or undefined; throws after a while. */
export async function eventually<T>(what: string, ask: () => Promise<T | null | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await wait(50);
  }
}

/** Waits until a function is true in a page. What it needs besides the page goes into `argument`. */
export async function waitUntil<A extends Plain>(
  view: View,
  what: string,
  work: (argument: A) => boolean,
  argument: A,
): Promise<void> {
  await eventually(what, async () => ((await view.run(work, argument)) ? true : null));
}
