import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { findBrowsers } from '../../scripts/lib/browsers.ts';
import { builtExtension } from '../../scripts/lib/build.ts';
import { KillableBrowser } from '../../scripts/lib/kill/killable-browser.ts';
import { killRounds } from '../../scripts/lib/kill/rounds.ts';
import { newProfile } from './session.ts';

it('loses nothing that was acknowledged when Chromium is killed right after', async () => {
  const executable = findBrowsers().find(({ kind }) => kind === 'chromium')?.executable ?? '';
  const profile = await newProfile();
  const report = await killRounds({
    rounds: 5,
    seed: 5,
    launch: () => KillableBrowser.launch(executable, builtExtension('chromium'), profile),
  });
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  expect(report.lost).toEqual([]);
  expect(report.lastBeforeKill).toEqual({ save: 1, update: 1, delete: 1, tag: 1, note: 1 });
});
