import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BlockBox, placeIn, topOf } from '../../utils/reading/place.ts';

/** Blocks one below the other, 20 apart. */
function stack(sizes: readonly (readonly [height: number, weight: number])[], start = 100): BlockBox[] {
  let at = start;
  return sizes.map(([height, weight]) => {
    const top = at;
    at += height + 20;
    return { top, bottom: top + height, weight };
  });
}

const FIVE = stack([
  [100, 100],
  [100, 100],
  [400, 10],
  [100, 100],
  [100, 90],
]);

describe('the place of a reader', () => {
  test.each([
    ['before the first block', { top: 0, bottom: 90 }, { percent: 0, block: 0 }],
    ['half of the second block seen', { top: 100, bottom: 270 }, { percent: 37, block: 0 }],
    ['the first just gone', { top: 198, bottom: 270 }, { percent: 37, block: 1 }],
    ['a picture weighs little', { top: 340, bottom: 740 }, { percent: 52, block: 2 }],
    ['the end in sight', { top: 860, bottom: 991 }, { percent: 100, block: 4 }],
    ['below the end', { top: 2000, bottom: 2400 }, { percent: 100, block: 4 }],
  ])('%s', (_, view, place) => {
    expect(placeIn(FIVE, view)).toEqual(place);
  });

  test('an article without blocks has been read', () => {
    expect(placeIn([], { top: 0, bottom: 100 })).toEqual({ percent: 100, block: 0 });
  });

  const sizes = fc.array(fc.tuple(fc.integer({ min: 10, max: 3000 }), fc.integer({ min: 1, max: 5000 })), {
    minLength: 1,
    maxLength: 60,
  });
  const heights = fc.integer({ min: 200, max: 1200 });

  test('going down never goes back', () => {
    fc.assert(
      fc.property(sizes, heights, fc.nat(5000), fc.nat(500), (parts, height, top, by) => {
        const blocks = stack(parts);
        const before = placeIn(blocks, { top, bottom: top + height });
        const after = placeIn(blocks, { top: top + by, bottom: top + by + height });
        return after.percent >= before.percent && after.block >= before.block;
      }),
    );
  });

  test('opening at a place is being at it, also where every block has another height', () => {
    fc.assert(
      fc.property(
        sizes,
        heights,
        fc.nat(),
        fc.integer({ min: 5, max: 20 }),
        (parts, height, seed, stretch) => {
          const blocks = stack(parts);
          const end = blocks.at(-1)?.bottom ?? 0;
          const top = seed % end;
          const place = placeIn(blocks, { top, bottom: top + height });
          const other = stack(parts.map(([tall, weight]) => [(tall * stretch) / 10, weight]));
          const opened = topOf(place, other, height);
          if (opened === null) return false;
          return placeIn(other, { top: opened, bottom: opened + height }).block === place.block;
        },
      ),
    );
  });

  test('within a block taller than the window it is found to a tenth of the window', () => {
    const one = stack([[20_000, 9_000]], 0);
    for (const top of [0, 700, 5_000, 15_000]) {
      const place = placeIn(one, { top, bottom: top + 800 });
      expect(Math.abs((topOf(place, one, 800) ?? 0) - top)).toBeLessThan(220);
    }
  });

  test('a block that is gone is nowhere', () => {
    expect(topOf({ percent: 40, block: 9 }, FIVE, 500)).toBeNull();
  });
});
