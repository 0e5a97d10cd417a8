import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallPackages, installPackages, missingPackages } from './debian.ts';
import { Failure, say } from './terminal.ts';

export type BrowserKind = 'chromium' | 'firefox';

export interface InstalledBrowser {
  readonly kind: BrowserKind;
  /** The name that people know it by. */
  readonly name: string;
  readonly executable: string;
}

interface Candidate {
  readonly kind: BrowserKind;
  readonly name: string;
  /** Names on PATH. */
  readonly commands: readonly string[];
  /** Places outside PATH; `%NAME%` is an environment variable. */
  readonly places: readonly string[];
}

/** In order of preference; places as the browsers' own installers choose them. */
const CANDIDATES: readonly Candidate[] = [
  {
    kind: 'chromium',
    name: 'Google Chrome',
    commands: ['google-chrome-stable', 'google-chrome'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '%PROGRAMFILES%\\Google\\Chrome\\Application\\chrome.exe',
      '%PROGRAMFILES(X86)%\\Google\\Chrome\\Application\\chrome.exe',
      '%LOCALAPPDATA%\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  {
    kind: 'chromium',
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '%LOCALAPPDATA%\\Chromium\\Application\\chrome.exe',
    ],
  },
  {
    kind: 'chromium',
    name: 'Microsoft Edge',
    commands: ['microsoft-edge-stable', 'microsoft-edge'],
    places: [
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '%PROGRAMFILES(X86)%\\Microsoft\\Edge\\Application\\msedge.exe',
      '%PROGRAMFILES%\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  {
    kind: 'firefox',
    name: 'Firefox',
    commands: ['firefox', 'firefox-esr'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '%PROGRAMFILES%\\Mozilla Firefox\\firefox.exe',
      '%PROGRAMFILES(X86)%\\Mozilla Firefox\\firefox.exe',
    ],
  },
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function fillIn(place: string, env: NodeJS.ProcessEnv): string {
  return place.replace(/%([^%]+)%/gu, (_, name: string) => env[name] ?? '');
}

/** The browsers of this machine that Seidoku runs in, the preferred one first. */
export function findBrowsers(env: NodeJS.ProcessEnv = process.env): InstalledBrowser[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return CANDIDATES.flatMap(({ kind, name, commands, places }) => {
    const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
    const executable = [...onPath, ...places.map((place) => fillIn(place, env))].find(isExecutable);
    return executable ? [{ kind, name, executable }] : [];
  });
}

const DEBIAN_PACKAGE: Record<BrowserKind, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
/** Without them Japanese, Chinese and Korean samples and emoji are boxes in every picture. */
const FONT_PACKAGES = ['fonts-noto-cjk', 'fonts-noto-color-emoji'];

const HOW_TO_INSTALL: Record<BrowserKind, string> = {
  chromium:
    'Install Google Chrome (https://www.google.com/chrome), Chromium or Microsoft Edge; on Debian and Ubuntu `apt-get install chromium`, on macOS `brew install --cask google-chrome`. Then start again.',
  firefox:
    'Install Firefox 140 or newer (https://www.mozilla.org/firefox); on Debian `apt-get install firefox-esr`, on macOS `brew install --cask firefox`. Then start again.',
};

/**
 * The browser of a kind. On Debian and Ubuntu as root it is installed when there is none; elsewhere a
 * `Failure` says what to install.
 */
export async function requireBrowser(kind: BrowserKind): Promise<InstalledBrowser> {
  const find = () => findBrowsers().find((browser) => browser.kind === kind);
  const found = find();
  if (found) return found;
  if (canInstallPackages()) {
    say(`  no ${kind === 'firefox' ? 'Firefox' : 'Chrome, Chromium or Edge'} on this machine`);
    await installPackages([DEBIAN_PACKAGE[kind]]);
  }
  const installed = find();
  if (installed) return installed;
  throw new Failure(
    kind === 'firefox' ? 'No Firefox was found.' : 'No Chrome, Chromium or Edge was found.',
    HOW_TO_INSTALL[kind],
  );
}

/** Installs the fonts of the samples on Debian and Ubuntu as root; other systems bring their own. */
export async function ensureFonts(): Promise<void> {
  if (!canInstallPackages()) return;
  const missing = await missingPackages(FONT_PACKAGES);
  if (missing.length > 0) await installPackages(missing);
}

/** What Debian keeps apart from its browsers: their Japanese interface. */
const DEBIAN_JAPANESE = { chromium: 'chromium-l10n', 'firefox-esr': 'firefox-esr-l10n-ja' };

/** Gives Debian's browsers their Japanese interface; those of other systems have every language in them. */
export async function ensureJapaneseInterfaces(): Promise<void> {
  if (!canInstallPackages()) return;
  const absent = await missingPackages(Object.keys(DEBIAN_JAPANESE));
  const present = Object.entries(DEBIAN_JAPANESE).filter(([browser]) => !absent.includes(browser));
  const missing = await missingPackages(present.map(([, japanese]) => japanese));
  if (missing.length > 0) await installPackages(missing);
}
