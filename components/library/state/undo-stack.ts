import { type ReadonlySignal, signal } from '@preact/signals';

/** So many steps can be taken back. */
const DEPTH = 50;

/** Takes back one thing that was done; true when it could. Never rejects. */
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
  /** One after the other, however fast they are asked for. */
  let last: Promise<void> = Promise.resolve();

  async function undo(): Promise<void> {
    const step = steps.at(-1);
    if (!step) return;
    if (await step()) steps.splice(steps.lastIndexOf(step), 1);
    isEmpty.value = steps.length === 0;
  }

  return {
    isEmpty,
    push(step) {
      steps.push(step);
      if (steps.length > DEPTH) steps.shift();
      isEmpty.value = false;
    },
    undo() {
      last = last.then(undo);
      return last;
    },
  };
}
