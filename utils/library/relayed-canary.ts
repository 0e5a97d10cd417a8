import type { Canary, CanaryStore } from './canary.ts';

type Ask = { readonly number: number; readonly write: Canary | null };
type Reply = { readonly number: number; readonly canary: Canary | null; readonly isDone: boolean };

/** The canary of a worker, which can't reach the extension's storage: its page keeps it (`keepCanary`). */
export function relayedCanary(page: MessagePort): CanaryStore {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  page.onmessage = ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.number)?.(data);
    waiting.delete(data.number);
  };
  async function ask(write: Canary | null): Promise<Canary | null> {
    const number = ++last;
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(number, resolve);
      page.postMessage({ number, write } satisfies Ask);
    });
    if (!reply.isDone) throw new Error('The page could not reach the canary');
    return reply.canary;
  }
  return {
    read: () => ask(null),
    write: async (canary) => void (await ask(canary)),
  };
}

/** Keeps the canary for a worker at the other end of a channel. */
export function keepCanary(worker: MessagePort, canary: CanaryStore): void {
  worker.onmessage = async ({ data: { number, write } }: MessageEvent<Ask>) => {
    const reply = (isDone: boolean, kept: Canary | null) =>
      worker.postMessage({ number, canary: kept, isDone } satisfies Reply);
    try {
      if (write) await canary.write(write);
      reply(true, write ?? (await canary.read()));
    } catch {
      reply(false, null);
    }
  };
}
