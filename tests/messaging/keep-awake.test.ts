import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { keepAwake } from '../../utils/messaging/keep-awake.ts';
import { ok } from '../../utils/result.ts';

/** A background that is idle for so long is stopped. */
const IDLE = 30_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function show(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

it('asks at once and then before the background would be stopped, as long as the page is seen', () => {
  const asked = vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(ok(null) as never);
  show('visible');
  const stop = keepAwake();
  expect(asked).toHaveBeenCalledTimes(1);
  for (let idle = 0; idle < 5; idle++) {
    asked.mockClear();
    vi.advanceTimersByTime(IDLE - 1);
    expect(asked).toHaveBeenCalled();
  }
  show('hidden');
  asked.mockClear();
  vi.advanceTimersByTime(10 * IDLE);
  expect(asked).not.toHaveBeenCalled();

  show('visible');
  expect(asked).toHaveBeenCalledTimes(1);
  stop();
  asked.mockClear();
  vi.advanceTimersByTime(10 * IDLE);
  expect(asked).not.toHaveBeenCalled();
});
