// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CanaryStore } from '../../utils/library/canary.ts';
import { keepCanary, relayedCanary } from '../../utils/library/relayed-canary.ts';
import { aLibrary, expectOk, freshDisk, memoryCanary } from './a-library.ts';
import { aRequest } from './an-article.ts';

let channel: MessageChannel;
beforeEach(() => {
  freshDisk();
  channel = new MessageChannel();
});
afterEach(() => channel.port1.close());

function relayed(kept: CanaryStore): CanaryStore {
  keepCanary(channel.port1, kept);
  return relayedCanary(channel.port2);
}

it('tells the page of every write of its worker, and the worker of a loss', async () => {
  const kept = memoryCanary();
  const canary = relayed(kept);
  const library = await aLibrary({ canary });
  expectOk(await library.save(aRequest('tea')));
  expectOk(await library.save(aRequest('coffee')));
  expect(await kept.read()).toMatchObject({ articles: 2, loss: null });

  freshDisk();
  const after = await aLibrary({ canary, now: () => 7 });
  expect(expectOk(await after.loss())).toEqual({ articles: 2, noticedAt: 7 });
});

it('answers each of several questions at once', async () => {
  const canary = relayed(memoryCanary());
  const one = { identity: 'one', articles: 1, revision: 1, updatedAt: 1, loss: null };
  await Promise.all([canary.read(), canary.write(one), canary.read()]);
  expect(await canary.read()).toEqual(one);
});

it('does not keep a worker from writing when the page can not reach its storage', async () => {
  const broken = {
    read: () => Promise.reject(new Error('no')),
    write: () => Promise.reject(new Error('no')),
  };
  const library = await aLibrary({ canary: relayed(broken) });
  expectOk(await library.save(aRequest('tea')));
  expect(expectOk(await library.count())).toBe(1);
});
