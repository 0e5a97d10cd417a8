import { err, ok, type Result } from '../../result.ts';
import type { CanaryStore } from '../canary.ts';
import { keepCanary } from '../relayed-canary.ts';
import type { BackupError } from './errors.ts';
import type { BackupOrder } from './make-backup.ts';
import type { BackupAnswer, BackupRequest, BackupResults } from './protocol.ts';
import type { RestoreOrder } from './restore-backup.ts';

type Kind = keyof BackupResults;
type Told = (done: number, total: number) => void;
type Answered<K extends Kind> = Promise<Result<BackupResults[K], BackupError>>;

/** What a screen asks of backups; none of it rejects. A signal that is aborted ends the work where it is. */
export interface Backups {
  make(order: BackupOrder, tell: Told, signal: AbortSignal): Answered<'make'>;
  /** Reads a file to its end without writing anything. */
  inspect(file: Blob, passphrase: string, tell: Told, signal: AbortSignal): Answered<'inspect'>;
  /** Merges a file that was inspected. What is stopped is written in part, in whole entries, and may be done again. */
  restore(order: RestoreOrder, tell: Told, signal: AbortSignal): Answered<'restore'>;
}

export interface BackupsParts {
  readonly start: () => Worker;
  readonly canary: CanaryStore;
  readonly isPrivate: boolean;
}

/** Makes and reads backups in a worker that lives as long as one of them takes. */
export function createBackups({ start, canary, isPrivate }: BackupsParts): Backups {
  async function ask<K extends Kind>(
    request: BackupRequest & { readonly kind: K },
    tell: Told,
    signal: AbortSignal,
    handed: Transferable[] = [],
  ): Answered<K> {
    if (signal.aborted) return err({ kind: 'cancelled', details: '' });
    const worker = start();
    const result = await new Promise<Result<BackupResults[K], BackupError>>((resolve) => {
      const fail = (details: string) => resolve(err({ kind: 'failed', details }));
      worker.onmessage = ({ data }: MessageEvent<BackupAnswer>) => {
        if (data.kind === 'progress') tell(data.done, data.total);
        else if (data.kind === 'failed') resolve(err(data.error));
        else resolve(ok(data.value as BackupResults[K]));
      };
      worker.onerror = ({ message }) => fail(message ?? '');
      worker.onmessageerror = () => fail('');
      signal.addEventListener('abort', () => resolve(err({ kind: 'cancelled', details: '' })), {
        once: true,
      });
      worker.postMessage(request, handed);
    });
    worker.terminate();
    return result;
  }

  return {
    make: (order, tell, signal) => ask({ kind: 'make', order, isPrivate }, tell, signal),
    inspect: (file, passphrase, tell, signal) =>
      ask({ kind: 'inspect', file, passphrase, isPrivate }, tell, signal),
    restore(order, tell, signal) {
      const { port1, port2 } = new MessageChannel();
      keepCanary(port1, canary);
      const asked = ask({ kind: 'restore', order, canary: port2, isPrivate }, tell, signal, [port2]);
      return asked.finally(() => port1.close());
    },
  };
}
