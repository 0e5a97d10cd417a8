/**
 * Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32, Tommy Ettinger, public
 * domain).
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One item of a list that holds at least one. */
export function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** So many different whole numbers below a limit, in no order. */
export function sample(count: number, limit: number, random: () => number): number[] {
  const numbers = Array.from({ length: limit }, (_, index) => index);
  for (let index = 0; index < Math.min(count, limit); index++) {
    const other = index + Math.floor(random() * (limit - index));
    [numbers[index], numbers[other]] = [numbers[other] ?? 0, numbers[index] ?? 0];
  }
  return numbers.slice(0, count);
}
