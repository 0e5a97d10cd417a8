/** Digits of a key: three of ten bits. */
const DIGIT_BITS = 10;
const DIGITS = 3;
const DIGIT_VALUES = 2 ** DIGIT_BITS;

/** Keys are whole numbers up to this one. */
export const MAX_KEY = 2 ** (DIGIT_BITS * DIGITS) - 1;

/**
 * Sorts rows by keys, the least first; what has the same key stays in its order. Digit by digit (a radix sort), which
 * takes a tenth of the time of comparing where there are tens of thousands.
 * @param keys by place in `rows`
 */
export function sortedByKey(rows: Uint32Array, keys: Uint32Array): Uint32Array<ArrayBuffer> {
  let [from, fromKeys] = [new Uint32Array(rows), new Uint32Array(keys)];
  let [to, toKeys] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  for (let digit = 0; digit < DIGITS; digit++) {
    const shift = digit * DIGIT_BITS;
    const places = firstPlaces(fromKeys, shift);
    for (let at = 0; at < from.length; at++) {
      const key = fromKeys[at] as number;
      const value = (key >>> shift) & (DIGIT_VALUES - 1);
      const place = places[value] as number;
      places[value] = place + 1;
      to[place] = from[at] as number;
      toKeys[place] = key;
    }
    [from, to, fromKeys, toKeys] = [to, from, toKeys, fromKeys];
  }
  return from;
}

/** Where the first of the keys with each value of a digit belongs. */
function firstPlaces(keys: Uint32Array, shift: number): Uint32Array {
  const places = new Uint32Array(DIGIT_VALUES + 1);
  for (let at = 0; at < keys.length; at++) {
    const value = ((keys[at] as number) >>> shift) & (DIGIT_VALUES - 1);
    places[value + 1] = (places[value + 1] as number) + 1;
  }
  for (let value = 1; value <= DIGIT_VALUES; value++) {
    places[value] = (places[value] as number) + (places[value - 1] as number);
  }
  return places;
}
