/** A block of the article as it lies on the screen. Pixels from wherever all of them are measured. */
export interface BlockBox {
  readonly top: number;
  readonly bottom: number;
  /** How much there is to read in it, such as its number of characters. */
  readonly weight: number;
}

/** The part of the article that can be seen. */
export interface Window {
  readonly top: number;
  readonly bottom: number;
}

/** Where the reader is in an article: as `ReadingPlace` of the library. */
interface Place {
  readonly percent: number;
  readonly block: number;
}

/** A block with only so many pixels in sight has been read. */
const SLACK = 4;

/**
 * Where the reader is, by blocks and by how much there is to read: the same in every width and size of text, and
 * whether images are shown or not. 100 percent only where the end is in sight.
 */
export function placeIn(blocks: readonly BlockBox[], view: Window): Place {
  const last = blocks.at(-1);
  const top = blocks.findIndex(({ bottom }) => bottom > view.top + SLACK);
  const block = top < 0 ? Math.max(0, blocks.length - 1) : top;
  if (!last || last.bottom <= view.bottom + SLACK) return { percent: 100, block };
  const whole = blocks.reduce((sum, { weight }) => sum + weight, 0);
  const seen = blocks.reduce((sum, box) => sum + box.weight * shareAbove(box, view.bottom), 0);
  return { percent: Math.min(99, Math.floor((100 * seen) / Math.max(1, whole))), block };
}

function shareAbove({ top, bottom }: BlockBox, edge: number): number {
  if (bottom <= edge) return 1;
  return top >= edge ? 0 : (edge - top) / (bottom - top);
}

/**
 * Where the upper edge of a window must be for a place to be at it. The block decides; within one that is taller
 * than the window the percentage does. Null for a block that the article does not have (any more).
 */
export function topOf(place: Place, blocks: readonly BlockBox[], height: number): number | null {
  const box = blocks[place.block];
  if (!box) return null;
  if (box.bottom - box.top <= height) return box.top;
  return Math.min(Math.max(edgeOf(place.percent, blocks) - height, box.top), box.bottom - height / 2);
}

/** The height down to which so much of the article is to be read. */
function edgeOf(percent: number, blocks: readonly BlockBox[]): number {
  let left = (percent / 100) * blocks.reduce((sum, { weight }) => sum + weight, 0);
  for (const { top, bottom, weight } of blocks) {
    if (left <= weight) return top + (bottom - top) * (left / Math.max(1, weight));
    left -= weight;
  }
  return blocks.at(-1)?.bottom ?? 0;
}
