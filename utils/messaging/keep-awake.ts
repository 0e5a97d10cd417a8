import { send } from './send.ts';

/** Browsers stop a background that was idle for 30 seconds. Milliseconds. */
const INTERVAL = 20_000;

/**
 * Keeps the background awake while this page is in front. A message of a page that is closed at once is lost when
 * the background has to start for it first, and with it what the reader has just asked for.
 * @returns lets the background sleep again
 */
export function keepAwake(): () => void {
  const wake = () => {
    if (document.visibilityState === 'visible') void send('stayAwake', null);
  };
  wake();
  const timer = setInterval(wake, INTERVAL);
  document.addEventListener('visibilitychange', wake);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', wake);
  };
}
