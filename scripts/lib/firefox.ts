import puppeteer, { type Browser } from 'puppeteer-core';
import type { ColourScheme, DrivenBrowser, LaunchOptions, View } from './driver.ts';
import { eventually } from './driver.ts';
import { allowPrivateWindows, reloadExtension, runningBackground, stopBackground } from './firefox-addon.ts';
import { ChromeScope } from './firefox-chrome-scope.ts';
import { FirefoxView } from './firefox-view.ts';
import { proxyConfig } from './proxy-config.ts';

const EXTENSION_ID = 'seidoku@seidoku.example';
/** The host of the extension's own pages; Firefox would draw one by lot. */
const EXTENSION_UUID = '5e1d0c00-0000-4000-8000-00005e1d0c00';
const NO_SERVER = 'data:,';

/** Keeps the browser from asking for anything on its own account. */
const QUIET_PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.topsites.contile.enabled': false,
  'browser.urlbar.suggest.quicksuggest.sponsored': false,
  'dom.push.connection.enabled': false,
  'dom.security.https_first': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  // A temporary extension is taken out when Firefox ends; what it stored stays, as that of an installed one does.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // Nobody is there to answer a question about a permission.
  'extensions.webextOptionalPermissionPrompts': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  'services.settings.server': `${NO_SERVER}#remote-settings-dummy/v1`,
  'toolkit.telemetry.server': NO_SERVER,
};

function preferencesFor(options: LaunchOptions): Record<string, string | number | boolean> {
  const proxy = proxyConfig(options);
  const proxyPreferences =
    proxy.kind === 'some'
      ? { 'network.proxy.type': 2, 'network.proxy.autoconfig_url': proxy.pacUrl }
      : {
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': proxy.port,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': proxy.port,
          'network.proxy.allow_hijacking_localhost': true,
          'network.proxy.no_proxies_on': '',
        };
  return {
    ...QUIET_PREFERENCES,
    ...proxyPreferences,
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
    'intl.accept_languages': options.language === 'ja' ? 'ja, en' : 'en',
    'intl.locale.requested': options.language ?? 'en-US',
    ...(options.private ? { 'browser.privatebrowsing.autostart': true } : {}),
  };
}

class Firefox implements DrivenBrowser {
  readonly kind = 'firefox';
  readonly ownOrigin = `moz-extension://${EXTENSION_UUID}/`;
  readonly closed: Promise<void>;
  private readonly browser: Browser;
  private readonly chrome: ChromeScope;

  constructor(browser: Browser, chrome: ChromeScope) {
    this.browser = browser;
    this.chrome = chrome;
    this.closed = new Promise((resolve) => browser.on('disconnected', () => resolve()));
  }

  async open(url: string): Promise<View> {
    const id = await this.chrome.evaluate<number>(`
      const tab = gBrowser.addTab(${JSON.stringify(url)}, {
        triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
      });
      gBrowser.selectedTab = tab;
      return tab.linkedBrowser.browserId;`);
    await this.loaded(id);
    return new FirefoxView(this.chrome, id);
  }

  private async loaded(browserId: number): Promise<void> {
    await eventually('the tab to load', () =>
      this.chrome.evaluate<true | null>(`
        const tab = gBrowser.tabs.find((each) => each.linkedBrowser.browserId === ${browserId});
        if (!tab) return true;
        const { webProgress, currentURI, documentURI } = tab.linkedBrowser;
        const isErrorPage = currentURI.scheme !== 'about' && documentURI?.scheme === 'about';
        const isLoading = webProgress.isLoadingDocument || tab.hasAttribute('busy') ||
          (isErrorPage && !tab.hasAttribute('image'));
        return isLoading || currentURI.spec === 'about:blank' ? null : true;`),
    );
  }

  openOwnPage(path: string): Promise<View> {
    return this.open(new URL(path, this.ownOrigin).href);
  }

  /** A click on the icon while the popup is open would close it. */
  private async closePopup(): Promise<void> {
    await this.chrome.evaluate(`
      for (const popup of document.querySelectorAll('browser.webextension-popup-browser')) {
        const panel = popup.closest('panel');
        if (panel?.state === 'open') {
          const hidden = new Promise((resolve) => panel.addEventListener('popuphidden', resolve, { once: true }));
          panel.hidePopup();
          await hidden;
        }
      }
      return null;`);
  }

  async closeTabs(): Promise<void> {
    await this.closePopup();
    await this.chrome.evaluate(`
      const blank = gBrowser.addTab('about:blank', {
        triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
      });
      gBrowser.selectedTab = blank;
      for (const tab of [...gBrowser.tabs]) if (tab !== blank) gBrowser.removeTab(tab);
      return null;`);
  }

  async clickToolbar(): Promise<View> {
    await this.closePopup();
    await this.chrome.evaluate(`
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION_ID)});
      ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
      return null;`);
    const id = await eventually('the popup', () =>
      this.chrome.evaluate<number | null>(`
        const popups = [...document.querySelectorAll('browser.webextension-popup-browser')];
        const popup = popups.find((each) => each.currentURI?.spec.startsWith(${JSON.stringify(this.ownOrigin)}));
        return popup?.webProgress.isLoadingDocument === false ? popup.browserId : null;`),
    );
    return new FirefoxView(this.chrome, id);
  }

  async tabAt(prefix: string): Promise<View> {
    const id = await eventually(`a tab at ${prefix}`, () =>
      this.chrome.evaluate<number | null>(`
        const tab = gBrowser.tabs.find((each) =>
          each.linkedBrowser.currentURI.spec.startsWith(${JSON.stringify(prefix)}));
        if (!tab) return null;
        gBrowser.selectedTab = tab;
        return tab.linkedBrowser.browserId;`),
    );
    await this.loaded(id);
    return new FirefoxView(this.chrome, id);
  }

  async allowHosts(patterns: readonly string[]): Promise<void> {
    await this.chrome.evaluate(`
      const { ExtensionPermissions } =
        ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION_ID)});
      await ExtensionPermissions.add(
        extension.id, { permissions: [], origins: ${JSON.stringify(patterns)} }, extension);
      return null;`);
  }

  stopBackground(): Promise<void> {
    return stopBackground(this.chrome, EXTENSION_ID);
  }

  backgroundRuns(): Promise<void> {
    return runningBackground(this.chrome, EXTENSION_ID);
  }

  reloadExtension(): Promise<void> {
    return reloadExtension(this.chrome, EXTENSION_ID);
  }

  async setColourScheme(scheme: ColourScheme): Promise<void> {
    // Tabs follow the first of these, popups the theme of the toolbar that they hang from.
    const value = scheme === 'dark' ? 0 : 1;
    await this.chrome.evaluate(`
      Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${value});
      Services.prefs.setIntPref('browser.theme.toolbar-theme', ${value});
      Services.prefs.setIntPref('ui.systemUsesDarkTheme', ${1 - value});
      return null;`);
  }

  /** Firefox keeps the errors of every process in one list; its own sources are no concern of ours. */
  troubles(): Promise<readonly string[]> {
    return this.chrome.evaluate<string[]>(`
      return Services.console.getMessageArray()
        .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & message.warningFlag))
        .filter((message) => /^(?:https?|moz-extension):/.test(message.sourceName))
        // A page that was closed gets no answer any more to what it has just handed over.
        .filter((message) => !/^Promise (?:rejected|resolved) after context unloaded/.test(message.errorMessage))
        .map((message) => message.sourceName + ': ' + message.errorMessage);`);
  }

  requests(): Promise<readonly string[]> {
    return this.chrome.evaluate<string[]>('return window.seidokuRequests;');
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Starts Firefox with the extension. The extension is a temporary one: it lasts as long as this run, its storage as long as the profile. */
export async function launchFirefox(options: LaunchOptions): Promise<DrivenBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executable,
    headless: options.headless,
    handleSIGINT: options.headless,
    userDataDir: options.profile,
    defaultViewport: null,
    // The tests serve https themselves; everything else is out of reach while they run.
    acceptInsecureCerts: options.headless,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferencesFor(options),
    // Without it a release build ignores the preference about its settings server.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
  });
  const chrome = await ChromeScope.of(browser);
  await chrome.evaluate(`
    Services.console.reset();
    window.seidokuRequests = [];
    Services.obs.addObserver((channel) => {
      const { spec } = channel.QueryInterface(Ci.nsIChannel).URI;
      window.seidokuRequests.push(spec);
    }, 'http-on-modify-request');
    return null;`);
  await browser.installExtension(options.extension);
  if (options.private) await allowPrivateWindows(chrome, EXTENSION_ID);
  return new Firefox(browser, chrome);
}
