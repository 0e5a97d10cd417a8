/** How much can still be stored, in bytes; infinite where the browser does not say. */
export type MeasureRoom = () => Promise<number>;

/**
 * Chromium's database can be damaged beyond recovery when the disk is full while it writes, or even while it opens;
 * what was saved before is then gone after the next start. So we stop before that. Bytes.
 */
export const ROOM_TO_OPEN = 8_000_000;
/** Beside what is written, the browser needs room to put its files in order. Bytes. */
export const ROOM_TO_ADD = 32_000_000;

/** In Chromium an extension with unlimited storage learns here how much of the disk is free. */
export const measureRoom: MeasureRoom = async () => {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? Number.POSITIVE_INFINITY : quota - usage;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
};
