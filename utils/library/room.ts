const MEGABYTE = 1_000_000;
/** Enough for some articles; less than this on a whole disk is about to be none. */
const LITTLE = 200 * MEGABYTE;
/** Of a small quota. */
const LITTLE_SHARE = 0.1;

/** What the browser says of the disk: `navigator.storage.estimate()`. */
export interface DiskUse {
  readonly usage?: number;
  readonly quota?: number;
}

/** How many bytes are left where they are few; null where there is room enough, or the browser does not say. */
export function littleRoom({ usage, quota }: DiskUse): number | null {
  if (usage === undefined || !quota) return null;
  const left = Math.max(0, quota - usage);
  return left < Math.min(LITTLE, quota * LITTLE_SHARE) ? left : null;
}

/** `littleRoom` of this browser's disk. Never rejects. */
export async function littleRoomHere(): Promise<number | null> {
  try {
    return littleRoom(await navigator.storage.estimate());
  } catch {
    return null;
  }
}

/**
 * Asks the browser to keep what is stored also when the disk is full. With `unlimitedStorage` no browser asks the
 * reader about it. Never rejects.
 * @returns whether it will
 */
export async function keepStorage(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
