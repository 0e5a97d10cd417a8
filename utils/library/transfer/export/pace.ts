/** So long a page does not answer its reader at most, milliseconds. */
const SLICE = 30;

/**
 * For long work on the page's own thread: to be awaited between its steps.
 *
 * @returns lets the page do something else where it has waited long enough; throws once the work is not wanted
 */
export function createPace(signal: AbortSignal, clock: () => number = () => performance.now()) {
  let begun = clock();
  return async () => {
    signal.throwIfAborted();
    if (clock() - begun < SLICE) return;
    await nextTask();
    begun = clock();
    signal.throwIfAborted();
  };
}

/** A message is not slowed down in a tab that is not in front, as a timer is. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
