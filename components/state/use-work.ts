import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Result } from '../../utils/result.ts';

export interface WorkProgress {
  readonly done: number;
  readonly total: number;
}

export type WorkStep<T, E> = (
  tell: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<Result<T, E>>;

/** One thing at a time that takes a while. */
export interface Work<E> {
  /** Null where nothing is being done. */
  readonly progress: ReadonlySignal<WorkProgress | null>;
  /** Why the last one failed. */
  readonly error: ReadonlySignal<E | null>;
  /** Does something; null where it failed or was stopped, or something else is under way. */
  run<T>(step: WorkStep<T, E>): Promise<T | null>;
  stop(): void;
  forgetError(): void;
}

/** Stops what is under way when its component goes. */
export function useWork<E>(): Work<E> {
  const progress = useSignal<WorkProgress | null>(null);
  const error = useSignal<E | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  return {
    progress,
    error,
    async run(step) {
      if (current.current) return null;
      const controller = new AbortController();
      current.current = controller;
      error.value = null;
      progress.value = { done: 0, total: 0 };
      const tell = (done: number, total: number) => {
        if (!controller.signal.aborted) progress.value = { done, total };
      };
      const result = await step(tell, controller.signal);
      current.current = null;
      progress.value = null;
      if (result.ok) return result.value;
      error.value = result.error;
      return null;
    },
    stop: () => current.current?.abort(),
    forgetError() {
      error.value = null;
    },
  };
}
