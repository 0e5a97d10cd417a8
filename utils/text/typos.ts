/** Shorter words are too near to others for guessing. */
const LENGTH_FOR_ONE = 4;
const LENGTH_FOR_TWO = 8;

/** How many slips of the finger a word of this length is forgiven. */
export function forgivenTypos(length: number): number {
  if (length < LENGTH_FOR_ONE) return 0;
  return length < LENGTH_FOR_TWO ? 1 : 2;
}

/**
 * Looks through words in the order of the alphabet for those that a word may have been meant as: at most `limit`
 * letters missing, too many, wrong, or changed with their neighbour (optimal string alignment). What consecutive
 * words begin with in common is compared once, and of each word only the letters that can still matter.
 */
export function typoSearch(word: string, limit: number): (candidate: string) => boolean {
  const width = word.length + 1;
  const longest = word.length + limit;
  const tooMany = limit + 1;
  /** One row a letter of the candidate: the least slips from its beginning to each beginning of the word. */
  const rows = new Uint8Array((longest + 2) * width).fill(tooMany);
  for (let at = 0; at <= Math.min(limit, word.length); at++) rows[at] = at;
  let previous = '';
  /** With so many letters of `previous` in common no candidate is near enough. */
  let hopeless = Number.POSITIVE_INFINITY;

  /** Fills the row behind a letter of the candidate. @returns the least number in it */
  function fill(candidate: string, at: number): number {
    const row = (at + 1) * width;
    const above = row - width;
    const letter = candidate.charCodeAt(at);
    let least = tooMany;
    const end = Math.min(word.length, at + 1 + limit);
    for (let index = Math.max(0, at + 1 - limit); index <= end; index++) {
      let slips = (rows[above + index] as number) + 1;
      if (index > 0) {
        const isSame = word.charCodeAt(index - 1) === letter;
        slips = Math.min(
          slips,
          (rows[above + index - 1] as number) + (isSame ? 0 : 1),
          index > at + 1 - limit ? (rows[row + index - 1] as number) + 1 : tooMany,
        );
        const isSwap =
          at > 0 &&
          index > 1 &&
          word.charCodeAt(index - 1) === candidate.charCodeAt(at - 1) &&
          word.charCodeAt(index - 2) === letter;
        if (isSwap) slips = Math.min(slips, (rows[above - width + index - 2] as number) + 1);
      }
      rows[row + index] = Math.min(slips, tooMany);
      least = Math.min(least, slips);
    }
    return least;
  }

  return (candidate) => {
    const shared = sharedLength(previous, candidate);
    if (shared >= hopeless) return false;
    previous = candidate;
    hopeless = Number.POSITIVE_INFINITY;
    let before = shared === 0 ? 0 : leastOf(rows, shared * width, width);
    for (let at = shared; at < candidate.length; at++) {
      const least = at < longest ? fill(candidate, at) : tooMany;
      // Letters changed with each other reach back two rows, so both must be beyond hope.
      if ((least > limit && before > limit) || at >= longest) {
        hopeless = at + 1;
        return false;
      }
      before = least;
    }
    return candidate.length <= longest && (rows[candidate.length * width + word.length] as number) <= limit;
  };
}

function leastOf(rows: Uint8Array, from: number, width: number): number {
  let least = 255;
  for (let at = from; at < from + width; at++) least = Math.min(least, rows[at] as number);
  return least;
}

function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}
