/** Characters of a shingle: as many as stay together where every tenth is changed. */
const SHINGLE = 8;
/** All shingles of a short text are chosen, of others at least so many: what is near shares more of the longer. */
const ALL_CHOSEN = 64;
const CHOSEN = 12;
const FACTOR = 0x01000193;
/** `FACTOR` to the power of `SHINGLE`: what the character that leaves the window weighs. */
const LEAVING = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, FACTOR), 1);

/** What is chosen has low hashes; times 2^32 over the golden ratio they lie anywhere again (D. E. Knuth, TAOCP 3, 6.4). */
const SPREAD = 0x9e3779b1;
/** More are chosen of no text but one that was made for it. */
const MOST_CHOSEN = 1_024;

/** Some of a text's shingles, in columns: the hash of each, 30 bits, and where in the text it begins. */
export interface Shingles {
  readonly hashes: Int32Array;
  readonly offsets: Int32Array;
  /** So many places of the columns are in use. */
  readonly count: number;
}

/** The same for every text: there are thousands on a long page. */
const chosen = { hashes: new Int32Array(MOST_CHOSEN), offsets: new Int32Array(MOST_CHOSEN), count: 0 };

/**
 * Some of a text's character shingles. Which ones are chosen depends on their hashes alone,
 * so two texts that share most of their shingles share most of the chosen ones; of longer texts each second,
 * fourth, … one is chosen (R. M. Karp and M. O. Rabin's rolling hash; sampling by value after U. Manber,
 * "Finding Similar Files in a Large File System", 1994).
 *
 * @returns columns that the next call writes over
 */
export function shinglesOf(key: string): Shingles {
  const { hashes, offsets } = chosen;
  const all = key.length - SHINGLE + 1;
  const dropped = all <= ALL_CHOSEN ? 0 : Math.floor(Math.log2(all / CHOSEN));
  let count = 0;
  let hash = 0;
  for (let at = 0; at < key.length && count < MOST_CHOSEN; at += 1) {
    hash = (Math.imul(hash, FACTOR) + key.charCodeAt(at)) | 0;
    if (at >= SHINGLE) hash = (hash - Math.imul(key.charCodeAt(at - SHINGLE), LEAVING)) | 0;
    if (at < SHINGLE - 1) continue;
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
    if (dropped > 0 && mixed >>> (32 - dropped) !== 0) continue;
    hashes[count] = Math.imul(mixed, SPREAD) >>> 2;
    offsets[count] = at - SHINGLE + 1;
    count += 1;
  }
  chosen.count = count;
  return chosen;
}

/** Places for each block, more than shingles are chosen of most. */
const PLACES_EACH = 32;
/** Shingles are below this. */
const SHINGLES = 2 ** 30;

/** Offsets from here on are kept as this one: what follows so much text counts wherever it stands. */
const LAST_OFFSET = 2 ** 16 - 1;

/**
 * The first block that has a shingle, and where. Two shingles may fall on one place: what is found is a candidate, to be
 * compared. A flat table, for a map of so many numbers is slow to grow.
 */
export class FirstByShingle {
  /** One more than a block's place among the entries, 0 for none; as small as it can be, for it is looked up at random. */
  private readonly places: Uint16Array | Int32Array;
  private readonly offsets: Uint16Array;
  /** As large as the number of blocks asks for: a power of two would be too large for some pages, and slow. */
  private readonly perShingle: number;
  /** How many shingles each block was found by in the search that goes on; zero between searches. */
  private readonly counts: Int32Array;
  /** The blocks that the search that goes on has come upon, once for each shingle. */
  private readonly known = new Int32Array(MOST_CHOSEN);

  constructor(blocks: number) {
    const size = Math.max(1, blocks) * PLACES_EACH;
    this.places = blocks < 2 ** 16 ? new Uint16Array(size) : new Int32Array(size);
    this.offsets = new Uint16Array(size);
    this.perShingle = size / SHINGLES;
    this.counts = new Int32Array(blocks);
  }

  /**
   * The blocks that are the first with at least so many of the shingles, and with how many. Those count that stand
   * nearly where they stand in the block: all texts of a language share words, here and there.
   *
   * @param reach characters by which the places may differ
   */
  sharing({ hashes, offsets, count }: Shingles, least: number, reach: number): Sharing[] {
    const { places, counts, known } = this;
    const found: Sharing[] = [];
    let times = 0;
    for (let at = 0; at < count; at += 1) {
      const place = Math.floor((hashes[at] ?? 0) * this.perShingle);
      const block = (places[place] ?? 0) - 1;
      if (block < 0) continue;
      const offset = Math.min(offsets[at] ?? 0, LAST_OFFSET);
      if (Math.abs(offset - (this.offsets[place] ?? 0)) > reach) continue;
      counts[block] = (counts[block] ?? 0) + 1;
      known[times] = block;
      times += 1;
    }
    for (let at = 0; at < times; at += 1) {
      const block = known[at] ?? 0;
      const shared = counts[block] ?? 0;
      counts[block] = 0;
      if (shared > 0 && shared >= least) found.push({ block, count: shared });
    }
    return found;
  }

  note({ hashes, offsets, count }: Shingles, block: number): void {
    for (let at = 0; at < count; at += 1) {
      const place = Math.floor((hashes[at] ?? 0) * this.perShingle);
      if (this.places[place] !== 0) continue;
      this.places[place] = block + 1;
      this.offsets[place] = Math.min(offsets[at] ?? 0, LAST_OFFSET);
    }
  }
}

/** A block and how many of the shingles asked for it was found by. */
export interface Sharing {
  readonly block: number;
  readonly count: number;
}
