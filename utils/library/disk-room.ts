/** How much can still be stored, in bytes; infinite where the browser does not say. */
export type MeasureRoom = () => Promise<number>;

/**
 * Chromium's database can be damaged beyond recovery when the disk is full while it writes, or even while it opens;
 * what was saved before is then gone after the next start. So we stop before that. Bytes.
 */
export const ROOM_TO_OPEN = 8_000_000;
/** Beside what is written, the browser needs room to put its files in order. Bytes. */
export const ROOM_TO_ADD = 32_000_000;

/** No disk is filled faster. Bytes a millisecond. */
const FASTEST_FILLING = 5_000_000;
/** Limits may be changed by the browser as well as used up. Milliseconds. */
const LONGEST_KNOWN = 10_000;

/**
 * Measures anew only once what was measured last can have been used up: after every write Chromium looks at each of
 * its files to answer, hundreds in a long list.
 * @param now milliseconds that never go back
 */
export function rememberRoom(measure: MeasureRoom, now: () => number): MeasureRoom {
  let known = { bytes: 0, at: Number.NEGATIVE_INFINITY };
  return async () => {
    const at = now();
    const age = at - known.at;
    const left = known.bytes - age * FASTEST_FILLING;
    if (age < LONGEST_KNOWN && left >= ROOM_TO_ADD) return left;
    known = { bytes: await measure(), at };
    return known.bytes;
  };
}

/** In Chromium an extension with unlimited storage learns here how much of the disk is free. */
async function askBrowser(): Promise<number> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? Number.POSITIVE_INFINITY : quota - usage;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The room that this browser says there is. */
export const measureRoom: MeasureRoom = rememberRoom(askBrowser, () => performance.now());
