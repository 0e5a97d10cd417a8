import { eventually } from './driver.ts';
import type { ChromeScope } from './firefox-chrome-scope.ts';

/** What a person allows in the extension's settings. */
export async function allowPrivateWindows(chrome: ChromeScope, id: string): Promise<void> {
  await chrome.evaluate(`
    const { ExtensionPermissions } =
      ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const id = ${JSON.stringify(id)};
    await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
    await (await AddonManager.getAddonByID(id)).reload();
    return null;`);
}

/** Ends the background page in whatever it is doing; the next event starts it again. */
export async function stopBackground(chrome: ChromeScope, id: string): Promise<void> {
  await chrome.evaluate(`
    await WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.terminateBackground({
      disableResetIdleForTest: true,
      ignoreDevToolsAttached: true,
    });
    return null;`);
}

/** Waits until the background page runs; a stopped one is not started by this. */
export async function runningBackground(chrome: ChromeScope, id: string): Promise<void> {
  await eventually('the background to be started', () =>
    chrome.evaluate<true | null>(`
      return WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.backgroundState === 'running' || null;`),
  );
}

/** Starts the extension anew, from what is in its folder now. */
export async function reloadExtension(chrome: ChromeScope, id: string): Promise<void> {
  await chrome.evaluate(`
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    await (await AddonManager.getAddonByID(${JSON.stringify(id)})).reload();
    return null;`);
}
