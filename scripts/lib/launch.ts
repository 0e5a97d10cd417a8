import type { InstalledBrowser } from './browsers.ts';
import type { DrivenBrowser, LaunchOptions } from './driver.ts';

/** Starts a browser with the extension in it, whichever it is. */
export async function launch(
  { kind, executable }: InstalledBrowser,
  options: Omit<LaunchOptions, 'executable'>,
): Promise<DrivenBrowser> {
  // Only the driver that is needed is loaded: each takes half a second.
  if (kind === 'firefox') {
    const { launchFirefox } = await import('./firefox.ts');
    return launchFirefox({ ...options, executable });
  }
  const { launchChromium } = await import('./chromium.ts');
  return launchChromium({ ...options, executable });
}
