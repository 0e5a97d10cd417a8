import { type ReadonlySignal, signal } from '@preact/signals';
import type { MessageKey } from '../../utils/i18n.ts';

/** A sentence about what has just happened. */
export interface Notice {
  readonly message: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
  readonly isError: boolean;
  readonly undo: (() => void) | null;
}

export interface Notices {
  readonly current: ReadonlySignal<Notice | null>;
  show(message: MessageKey, options?: Partial<Omit<Notice, 'message'>>): void;
  dismiss(): void;
}

/** At most one notice at a time: the newest. */
export function createNotices(): Notices {
  const current = signal<Notice | null>(null);
  return {
    current,
    show(message, options = {}) {
      current.value = { message, values: {}, isError: false, undo: null, ...options };
    },
    dismiss() {
      current.value = null;
    },
  };
}
