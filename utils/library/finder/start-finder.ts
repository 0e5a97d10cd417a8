import { ok } from '../../result.ts';
import { failure } from '../errors.ts';
import { splitIds } from './catalogue/ids.ts';
import type { FinderAnswer, FinderCall } from './messages.ts';
import type { Finder } from './types.ts';

type FinderWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;
type Answered = Exclude<FinderAnswer, { verb: 'learned' }>;
type Asked = FinderCall extends infer Call ? (Call extends FinderCall ? Omit<Call, 'call'> : never) : never;

/**
 * The finder as pages use it. Its worker is started with the first question; one that died is started again with
 * the next.
 */
export function startFinder(startWorker: () => FinderWorker): Finder {
  let worker: FinderWorker | null = null;
  let calls = 0;
  const waiting = new Map<number, (answer: Answered | null) => void>();
  const watchers = new Set<() => void>();

  function started(): FinderWorker {
    if (worker) return worker;
    worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<FinderAnswer>) => {
      if (data.verb === 'learned') for (const learned of watchers) learned();
      else settle(data.call, data);
    };
    worker.onerror = stop;
    return worker;
  }

  function settle(call: number, answer: Answered | null): void {
    waiting.get(call)?.(answer);
    waiting.delete(call);
  }

  function stop(): void {
    worker?.terminate();
    worker = null;
    for (const call of [...waiting.keys()]) settle(call, null);
  }

  function ask(asked: Asked): Promise<Answered | null> {
    const call = ++calls;
    return new Promise((resolve) => {
      waiting.set(call, resolve);
      try {
        started().postMessage({ ...asked, call });
      } catch {
        settle(call, null);
      }
    });
  }

  return {
    async find(query) {
      const answer = await ask({ verb: 'find', query });
      if (answer?.verb !== 'find') return failure('no-answer');
      if (!answer.result.ok) return answer.result;
      const { ids, ...listed } = answer.result.value;
      return ok({ ...listed, ids: splitIds(ids) });
    },
    async hits(query, ids) {
      const answer = await ask({ verb: 'hits', query, ids });
      return answer?.verb === 'hits' ? answer.result : failure('no-answer');
    },
    watch(learned) {
      watchers.add(learned);
      return () => watchers.delete(learned);
    },
    close: stop,
  };
}
