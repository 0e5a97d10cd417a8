import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Canary } from '../../utils/library/canary.ts';
import { localCanary, watchLibrary } from '../../utils/library/local-canary.ts';

const canary: Canary = { identity: 'one', articles: 3, revision: 7, updatedAt: 10, loss: null };

beforeEach(() => {
  fakeBrowser.reset();
});

it('comes back from storage as it was written', async () => {
  expect(await localCanary.read()).toBeNull();
  await localCanary.write({ ...canary, loss: { articles: 2, noticedAt: 5 } });
  expect(await localCanary.read()).toEqual({ ...canary, loss: { articles: 2, noticedAt: 5 } });
});

it('is none when what is stored makes no sense', async () => {
  await browser.storage.local.set({ 'library.canary': { identity: 7 } });
  expect(await localCanary.read()).toBeNull();
});

it('tells pages of every write, and nothing else', async () => {
  const changed = vi.fn();
  const stop = watchLibrary(changed);
  await browser.storage.local.set({ other: 1 });
  expect(changed).not.toHaveBeenCalled();
  await localCanary.write(canary);
  await localCanary.write({ ...canary, updatedAt: 11 });
  expect(changed).toHaveBeenCalledTimes(2);
  stop();
  await localCanary.write({ ...canary, updatedAt: 12 });
  expect(changed).toHaveBeenCalledTimes(2);
});
