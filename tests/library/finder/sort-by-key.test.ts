import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_KEY, sortedByKey } from '../../../utils/library/finder/match/sort-by-key.ts';

const key = fc.oneof(
  fc.nat(5),
  fc.nat(MAX_KEY),
  fc.constantFrom(0, 1_023, 1_024, 2 ** 20 - 1, 2 ** 20, MAX_KEY),
);

it('sorts as comparing does, and leaves what is equal in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1_000_000), key), { maxLength: 300, size: 'max' }), (pairs) => {
      const rows = Uint32Array.from(pairs, ([row]) => row);
      const keys = Uint32Array.from(pairs, ([, own]) => own);
      const expected = pairs.toSorted((a, b) => a[1] - b[1]).map(([row]) => row);
      expect([...sortedByKey(rows, keys)]).toEqual(expected);
      expect([...rows], 'what was given stays').toEqual(pairs.map(([row]) => row));
    }),
  );
});
