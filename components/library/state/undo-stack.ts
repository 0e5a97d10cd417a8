import { type ReadonlySignal, signal } from '@preact/signals';

/** So many steps can be taken back. */
const DEPTH = 50;

/** Takes back one thing that was done; true when it could. */
export type TakeBack = () => Promise<boolean>;

/** What can be taken back, the newest first. */
export interface UndoStack {
  readonly isEmpty: ReadonlySignal<boolean>;
  push(step: TakeBack): void;
  /** Takes the newest back. What fails stays, to be tried again. */
  undo(): Promise<void>;
}

export function createUndoStack(): UndoStack {
  const steps: TakeBack[] = [];
  const isEmpty = signal(true);
  let isBusy = false;
  return {
    isEmpty,
    push(step) {
      steps.push(step);
      if (steps.length > DEPTH) steps.shift();
      isEmpty.value = false;
    },
    async undo() {
      const step = steps.at(-1);
      if (!step || isBusy) return;
      isBusy = true;
      try {
        if (await step()) steps.splice(steps.lastIndexOf(step), 1);
      } finally {
        isBusy = false;
        isEmpty.value = steps.length === 0;
      }
    },
  };
}
