/** Characters of a shingle: as many as stay together where every tenth is changed. */
const SHINGLE = 8;
/** All shingles of a short text are chosen, of others at least so many: what is near shares more of the longer. */
const ALL_CHOSEN = 64;
const CHOSEN = 12;
const FACTOR = 0x01000193;
/** `FACTOR` to the power of `SHINGLE`: what the character that leaves the window weighs. */
const LEAVING = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, FACTOR), 1);

/**
 * Hashes of some of a text's character shingles, 30 bits each. Which ones are chosen depends on the hashes alone,
 * so two texts that share most of their shingles share most of the chosen ones; of longer texts each second,
 * fourth, … one is chosen (R. M. Karp and M. O. Rabin's rolling hash; sampling by value after U. Manber,
 * "Finding Similar Files in a Large File System", 1994).
 *
 * @returns a view of a row that the next call writes over
 */
export function shinglesOf(key: string): Int32Array {
  const count = key.length - SHINGLE + 1;
  const dropped = count <= ALL_CHOSEN ? 0 : Math.floor(Math.log2(count / CHOSEN));
  let chosen = row;
  let size = 0;
  let hash = 0;
  for (let at = 0; at < key.length; at += 1) {
    hash = (Math.imul(hash, FACTOR) + key.charCodeAt(at)) | 0;
    if (at >= SHINGLE) hash = (hash - Math.imul(key.charCodeAt(at - SHINGLE), LEAVING)) | 0;
    if (at < SHINGLE - 1) continue;
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
    if (dropped > 0 && mixed >>> (32 - dropped) !== 0) continue;
    if (size === chosen.length) chosen = longer(chosen);
    chosen[size] = (mixed ^ (mixed >>> 17)) & 0x3fffffff;
    size += 1;
  }
  return chosen.subarray(0, size);
}

/** The same row for every text: there are thousands on a long page. */
const row = new Int32Array(1024);

function longer(full: Int32Array): Int32Array<ArrayBuffer> {
  const made = new Int32Array(full.length * 2);
  made.set(full);
  return made;
}

/** Places for each block, more than shingles are chosen of most. */
const PLACES_EACH = 32;
/** Shingles are below this. */
const SHINGLES = 2 ** 30;

/**
 * The first block that has a shingle. Two shingles may fall on one place: what is found is a candidate, to be
 * compared. A flat table, for a map of so many numbers is slow to grow.
 */
export class FirstByShingle {
  /** One more than a block's place among the entries, 0 for none; as small as it can be, for it is looked up at random. */
  private readonly places: Uint16Array | Int32Array;
  /** As large as the number of blocks asks for: a power of two would be too large for some pages, and slow. */
  private readonly perShingle: number;
  /** How many shingles each block was found by in the search that goes on; zero between searches. */
  private readonly counts: Int32Array;

  constructor(blocks: number) {
    const size = Math.max(1, blocks) * PLACES_EACH;
    this.places = blocks < 2 ** 16 ? new Uint16Array(size) : new Int32Array(size);
    this.perShingle = this.places.length / SHINGLES;
    this.counts = new Int32Array(blocks);
  }

  private placeOf(shingle: number): number {
    return Math.floor(shingle * this.perShingle);
  }

  /** The blocks, of those that are wanted, that are the first with at least so many of the shingles, and with how many. */
  sharing(shingles: Int32Array, least: number, isWanted: (block: number) => boolean): Sharing[] {
    const { places, counts } = this;
    const found: Sharing[] = [];
    let isKnown = false;
    for (let at = 0; at < shingles.length; at += 1) {
      const block = (places[this.placeOf(shingles[at] ?? 0)] ?? 0) - 1;
      if (block < 0) continue;
      counts[block] = (counts[block] ?? 0) + 1;
      isKnown = true;
    }
    if (!isKnown) return found;
    for (let at = 0; at < shingles.length; at += 1) {
      const block = (places[this.placeOf(shingles[at] ?? 0)] ?? 0) - 1;
      const count = block < 0 ? 0 : (counts[block] ?? 0);
      if (count === 0) continue;
      counts[block] = 0;
      if (count >= least && isWanted(block)) found.push({ block, count });
    }
    return found;
  }

  note(shingles: Int32Array, block: number): void {
    for (let at = 0; at < shingles.length; at += 1) {
      const place = this.placeOf(shingles[at] ?? 0);
      if (this.places[place] === 0) this.places[place] = block + 1;
    }
  }
}

/** A block and how many of the shingles asked for it was found by. */
export interface Sharing {
  readonly block: number;
  readonly count: number;
}
