import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowsers } from '../../scripts/lib/browsers.ts';

describe.skipIf(process.platform === 'win32')('browsers on PATH', () => {
  let first: string;
  let second: string;
  beforeEach(async () => {
    first = await mkdtemp(join(tmpdir(), 'seidoku-path-'));
    second = await mkdtemp(join(tmpdir(), 'seidoku-path-'));
  });
  afterEach(() => Promise.all([first, second].map((folder) => rm(folder, { recursive: true }))));

  async function install(folder: string, name: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, '#!/bin/sh\n');
    await chmod(path, 0o755);
    return path;
  }

  const named = (name: string) =>
    findBrowsers({ PATH: [first, second].join(delimiter) }).find((browser) => browser.name === name);

  it('are found wherever they lie', async () => {
    const firefox = await install(second, 'firefox-esr');
    expect(named('Firefox')).toEqual({ kind: 'firefox', name: 'Firefox', executable: firefox });
  });

  it('come in the order of preference', async () => {
    await install(first, 'microsoft-edge');
    await install(second, 'google-chrome');
    const names = findBrowsers({ PATH: [first, second].join(delimiter) }).map(({ name }) => name);
    expect(names.indexOf('Google Chrome')).toBeLessThan(names.indexOf('Microsoft Edge'));
  });

  it('are no browsers when they cannot be run', async () => {
    await chmod(await install(first, 'chromium'), 0o644);
    expect(named('Chromium')?.executable).not.toBe(join(first, 'chromium'));
  });
});
