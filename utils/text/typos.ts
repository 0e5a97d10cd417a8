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
 * letters missing, too many, wrong, or changed with their neighbour. What consecutive words begin with in common
 * is compared once.
 */
export function typoSearch(word: string, limit: number): (candidate: string) => boolean {
  const width = word.length + 1;
  /** One row a letter of the candidate: the least slips from its beginning to each beginning of the word. */
  const rows: number[][] = [Array.from({ length: width }, (_, index) => index)];
  let previous = '';
  /** From this letter on every continuation of `previous` is too far away. */
  let hopeless = Number.POSITIVE_INFINITY;
  return (candidate) => {
    const shared = sharedLength(previous, candidate);
    if (shared >= hopeless) return false;
    previous = candidate;
    hopeless = Number.POSITIVE_INFINITY;
    for (let at = shared; at < candidate.length; at++) {
      const row = nextRow(word, candidate, at, rows);
      rows[at + 1] = row;
      // A swap reaches back two rows, so both must be beyond hope.
      if (Math.min(...row) > limit && Math.min(...(rows[at] ?? [])) > limit) {
        hopeless = at + 1;
        return false;
      }
    }
    return (rows[candidate.length]?.[word.length] ?? limit + 1) <= limit;
  };
}

function nextRow(word: string, candidate: string, at: number, rows: readonly number[][]): number[] {
  const above = rows[at] ?? [];
  const twoAbove = at > 0 ? rows[at - 1] : undefined;
  const row = [at + 1];
  for (let index = 1; index <= word.length; index++) {
    const isSame = word[index - 1] === candidate[at];
    let least = Math.min(
      (above[index] ?? 0) + 1,
      (row[index - 1] ?? 0) + 1,
      (above[index - 1] ?? 0) + (isSame ? 0 : 1),
    );
    const isSwap =
      twoAbove && index > 1 && word[index - 1] === candidate[at - 1] && word[index - 2] === candidate[at];
    if (isSwap) least = Math.min(least, (twoAbove[index - 2] ?? 0) + 1);
    row.push(least);
  }
  return row;
}

function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}
