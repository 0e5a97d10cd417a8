import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forgivenTypos, typoSearch } from '../../utils/text/typos.ts';
import { slips } from './slips.ts';

const word = fc
  .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9, size: 'max' })
  .map((letters) => letters.join(''));

it('finds the words with few slips among any others, as an alignment by the book does', () => {
  fc.assert(
    fc.property(
      word,
      fc.array(word, { maxLength: 30, size: 'max' }),
      fc.constantFrom(1, 2),
      (sought, words, limit) => {
        const isAlike = typoSearch(sought, limit);
        const sorted = [...new Set(words)].sort();
        expect(sorted.filter(isAlike)).toEqual(sorted.filter((one) => slips(one, sought) <= limit));
      },
    ),
    { numRuns: 500 },
  );
});

it('forgives long words more', () => {
  expect(['cat', 'cats', 'heronry', 'recommend'].map(({ length }) => forgivenTypos(length))).toEqual([
    0, 1, 1, 2,
  ]);
});
