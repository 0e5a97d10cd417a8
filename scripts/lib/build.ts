import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from './browsers.ts';
import { PROJECT_ROOT, runTool } from './processes.ts';
import { Failure } from './terminal.ts';

const TARGETS = {
  chromium: { name: 'chrome', folder: '.output/chrome-mv3' },
  firefox: { name: 'firefox', folder: '.output/firefox-mv2' },
} as const;

/** Where the build for a kind of browser lies. */
export function builtExtension(kind: BrowserKind): string {
  return join(PROJECT_ROOT, TARGETS[kind].folder);
}

/** Builds the extension and gives its folder. Throws a `Failure` with the builder's words when it fails. */
export async function buildExtension(kind: BrowserKind): Promise<string> {
  const { code, output } = await runTool('wxt', ['build', '-b', TARGETS[kind].name]);
  const folder = builtExtension(kind);
  if (code !== 0 || !existsSync(join(folder, 'manifest.json'))) {
    throw new Failure(
      `The build for ${TARGETS[kind].name} ended with code ${code}:\n${output.trimEnd()}`,
      'Mend what it names, or run `npm ci` again if a package is missing.',
    );
  }
  return folder;
}
