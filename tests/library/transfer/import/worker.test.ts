// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createImporter } from '../../../../utils/library/transfer/import/client.ts';
import type { Progress } from '../../../../utils/library/transfer/import/preview.ts';
import type { Answer, Request } from '../../../../utils/library/transfer/import/protocol.ts';
import { serveImports } from '../../../../utils/library/transfer/import/worker.ts';
import { aLibrary, expectOk, freshDisk, memoryCanary } from '../../a-library.ts';
import { fileOf } from './read.ts';
import { ownWords } from './words.ts';

const POCKET = 'title,url,time_added,tags,status\n';
const rows = (count: number) =>
  POCKET + Array.from({ length: count }, (_, index) => `T,https://a.example/${index},1,,unread`).join('\n');

/** The worker's program in this process; nothing that is sent is copied. */
function workerHere(started: { count: number; ended: number }): () => Worker {
  return () => {
    started.count += 1;
    const listeners: ((request: Request) => void)[] = [];
    const worker = {
      onmessage: (_event: { data: Answer }) => {},
      postMessage(request: Request) {
        for (const heard of listeners) queueMicrotask(() => heard(request));
      },
      terminate: () => {
        started.ended += 1;
      },
    };
    serveImports({
      post: (answer) => queueMicrotask(() => worker.onmessage({ data: answer })),
      listen: (heard) => listeners.push(heard),
    });
    return worker as unknown as Worker;
  };
}

describe('the worker that imports', () => {
  beforeEach(freshDisk);

  it('previews, imports, keeps the canary and ends', async () => {
    const started = { count: 0, ended: 0 };
    const canary = memoryCanary();
    const importer = createImporter({ start: workerHere(started), canary, isPrivate: false });
    const files = [fileOf(rows(1_200), 'p.csv')];
    const told: Progress[] = [];
    const preview = expectOk(await importer.preview(files, (progress) => told.push(progress)));
    expect(preview?.files).toMatchObject([{ items: 1_200, toAdd: 1_200 }]);
    expect(await canary.read()).toBeNull();

    const report = expectOk(await importer.run(files, ownWords(), (progress) => told.push(progress)));
    expect(report.counts.added).toBe(1_200);
    expect(await canary.read()).toMatchObject({ articles: 1_200 });
    expect(told.every(({ bytes, totalBytes }) => bytes <= totalBytes)).toBe(true);
    expect(started).toEqual({ count: 2, ended: 2 });
    const library = await aLibrary();
    expect(expectOk(await library.count())).toBe(1_200);
    library.close();
  });

  it('stops between two batches', async () => {
    const importer = createImporter({
      start: workerHere({ count: 0, ended: 0 }),
      canary: memoryCanary(),
      isPrivate: false,
    });
    const running = importer.run([fileOf(rows(30_000), 'p.csv')], ownWords(), () => importer.cancel());
    const report = expectOk(await running);
    expect(report.isCancelled).toBe(true);
    const library = await aLibrary();
    const count = expectOk(await library.count());
    expect(count).toBe(report.counts.added);
    expect(count).toBeLessThan(30_000);
    library.close();
  });

  it('keeps nothing in private windows', async () => {
    const importer = createImporter({
      start: workerHere({ count: 0, ended: 0 }),
      canary: memoryCanary(),
      isPrivate: true,
    });
    expect(await importer.run([fileOf(rows(1), 'p.csv')], ownWords(), () => {})).toMatchObject({
      ok: false,
      error: { kind: 'private-window' },
    });
  });

  it('says so when it ends by an error of its own', async () => {
    const broken = { postMessage() {}, terminate() {}, onerror: null as unknown };
    const importer = createImporter({
      start: () => {
        setTimeout(() => (broken.onerror as (event: { message: string }) => void)({ message: 'no memory' }));
        return broken as unknown as Worker;
      },
      canary: memoryCanary(),
      isPrivate: false,
    });
    expect(await importer.preview([fileOf(rows(1), 'p.csv')], () => {})).toEqual({
      ok: false,
      error: { kind: 'failed', details: 'no memory' },
    });
  });
});
