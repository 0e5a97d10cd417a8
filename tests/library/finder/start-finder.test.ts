// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveFinder } from '../../../utils/library/finder/serve-finder.ts';
import { startFinder } from '../../../utils/library/finder/start-finder.ts';
import type { Finder, Listed } from '../../../utils/library/finder/types.ts';
import { aLibrary, errorOf, expectOk, freshDisk } from '../a-library.ts';
import { aRequest } from '../an-article.ts';
import { aQuery } from './a-finder.ts';

let ports: MessagePort[] = [];
let finder: Finder | null = null;

beforeEach(freshDisk);
afterEach(() => {
  finder?.close();
  for (const port of ports) port.close();
  ports = [];
});

/** What stands for a worker: the other end of a channel, served as a worker serves it. */
function aWorker(isServed = true): Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const worker: ReturnType<typeof aWorker> = {
    onmessage: null,
    onerror: null,
    postMessage: (message: unknown) => port1.postMessage(message),
    terminate: () => port1.close(),
  };
  port1.onmessage = (event) => worker.onmessage?.call(worker as Worker, event);
  if (isServed) {
    serveFinder({
      postMessage: (message, transfer = []) => port2.postMessage(message, transfer),
      addEventListener: (_type, listener) => {
        port2.onmessage = listener;
      },
    });
  }
  return worker;
}

/** Asks again whenever the finder says that it knows more. */
function untilCurrent(asked: Finder, text: string): Promise<Listed> {
  return new Promise((resolve, reject) => {
    const stop = asked.watch(look);
    function look() {
      asked.find(aQuery(text)).then((answer) => {
        if (!answer.ok) reject(new Error(answer.error.kind));
        else if (answer.value.isIndexCurrent) {
          stop();
          resolve(answer.value);
        }
      }, reject);
    }
    look();
  });
}

it('finds through its worker, and tells when it knows more', async () => {
  const library = await aLibrary();
  const saved = [];
  for (const text of ['heron', 'bench', 'a heron on a bench']) {
    saved.push(expectOk(await library.save(aRequest(text, { text }))).summary.id);
  }
  finder = startFinder(() => aWorker());
  const { ids } = await untilCurrent(finder, 'heron');
  expect(new Set(ids)).toEqual(new Set([saved[0], saved[2]]));
  const hits = expectOk(await finder.hits(aQuery('bench'), ids));
  expect(hits.filter(({ place }) => place === 'text').map(({ sentence }) => sentence)).toEqual([
    'a heron on a bench',
  ]);
  library.close();
});

it('answers for a worker that died, and starts another one', async () => {
  const library = await aLibrary();
  expectOk(await library.save(aRequest('heron')));
  const workers = [aWorker(false), aWorker()];
  const started: unknown[] = [];
  finder = startFinder(() => {
    const worker = workers[started.length];
    if (!worker) throw new Error('too many workers');
    started.push(worker);
    return worker;
  });
  const asked = finder.find(aQuery('heron'));
  const [silent] = workers;
  silent?.onerror?.call(silent as Worker, new Event('error') as ErrorEvent);
  expect(errorOf(await asked)).toBe('no-answer');
  expect((await untilCurrent(finder, 'heron')).ids).toHaveLength(1);
  expect(started).toHaveLength(2);
  library.close();
});
