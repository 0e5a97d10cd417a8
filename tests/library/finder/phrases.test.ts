import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter, IndexDamage } from '../../../utils/library/finder/index/bytes.ts';
import { type EncodedPostings, writeStep } from '../../../utils/library/finder/index/postings.ts';
import { eachPhrase } from '../../../utils/library/finder/match/phrases.ts';
import { placeCursor } from '../../../utils/library/finder/match/place-cursors.ts';

/** Where a term stands: positions by passage. */
type Places = ReadonlyMap<number, readonly number[]>;

/** Few enough that terms meet, and some that take several bytes. */
const passage = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(200, 70_000));
const position = fc.oneof(fc.nat(12), fc.constantFrom(130, 40_000, 3_000_000));
const places: fc.Arbitrary<Places> = fc
  .uniqueArray(fc.tuple(passage, fc.uniqueArray(position, { minLength: 1, maxLength: 8 })), {
    selector: ([number]) => number,
    minLength: 1,
  })
  .map((lists) => new Map(lists.map(([number, list]) => [number, list.toSorted((a, b) => a - b)])));
const term = fc.record({ lists: fc.array(places, { minLength: 1, maxLength: 3 }), offset: fc.nat(4) });

function encoded(term: Places): EncodedPostings {
  const [passages, positions] = [new ByteWriter(), new ByteWriter()];
  const numbers = [...term.keys()].sort((a, b) => a - b);
  passages.number(numbers.at(-1) ?? 0);
  let before = 0;
  for (const number of numbers) {
    const list = term.get(number) ?? [];
    writeStep(passages, number - before, list.length);
    for (const [index, place] of list.entries()) positions.number(place - (list[index - 1] ?? 0));
    before = number;
  }
  return { passages: passages.copy(), positions: positions.copy() };
}

interface Term {
  readonly lists: readonly Places[];
  readonly offset: number;
}

function found(terms: readonly Term[]): (readonly [passage: number, count: number])[] {
  const all: [number, number][] = [];
  const cursors = terms.map(({ lists, offset }) => placeCursor(lists.map(encoded), offset));
  eachPhrase(cursors, (number, count) => all.push([number, count]));
  return all;
}

/** The beginnings of a phrase that every term allows, tried one by one. */
function expected(terms: readonly Term[]): (readonly [passage: number, count: number])[] {
  const [first, ...others] = terms.map(({ lists, offset }) => (number: number) => {
    const all = new Set(lists.flatMap((list) => list.get(number) ?? []));
    return new Set([...all].map((place) => place - offset).filter((place) => place >= 0));
  });
  const numbers = new Set(terms.flatMap(({ lists }) => lists.flatMap((list) => [...list.keys()])));
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => {
      const begins = [...(first?.(number) ?? [])];
      return [number, begins.filter((begin) => others.every((at) => at(number).has(begin))).length] as const;
    })
    .filter(([, count]) => count > 0);
}

/** Words that begin alike never stand in one place. */
function areApart({ lists }: Term): boolean {
  const all = lists.flatMap((list) =>
    [...list].flatMap(([number, given]) => given.map((at) => `${number}/${at}`)),
  );
  return new Set(all).size === all.length;
}

describe('a phrase', () => {
  it('is where comparing every place finds it, passage by passage', () => {
    fc.assert(
      fc.property(fc.array(term.filter(areApart), { minLength: 1, maxLength: 4 }), (terms) => {
        expect(found(terms)).toEqual(expected(terms));
      }),
      { numRuns: 300 },
    );
  });

  it('of long lists is found as well', () => {
    const many = (step: number): Places =>
      new Map(
        Array.from({ length: 3_000 }, (_, index) => [
          (index + 1) * step,
          Array.from({ length: 200 }, (_unused, at) => at * 3 + (index % 3)),
        ]),
      );
    const terms = [
      { lists: [many(2)], offset: 0 },
      { lists: [many(3)], offset: 3 },
    ];
    expect(found(terms)).toEqual(expected(terms));
    expect(found(terms)).not.toHaveLength(0);
  });

  it.each([
    [
      'passages that end too early',
      (one: EncodedPostings) => ({ ...one, passages: one.passages.slice(0, -1) }),
    ],
    [
      'positions that end too early',
      (one: EncodedPostings) => ({ ...one, positions: one.positions.slice(0, -1) }),
    ],
    [
      'positions of no passage',
      (one: EncodedPostings) => ({ ...one, positions: new Uint8Array([...one.positions, 1]) }),
    ],
  ])('tells of %s', (_, damage) => {
    const whole: Places = new Map([
      [1, [4]],
      [5, [7, 300]],
    ]);
    const walk = (list: EncodedPostings) => eachPhrase([placeCursor([list], 0)], () => undefined);
    expect(() => walk(encoded(whole))).not.toThrow();
    expect(() => walk(damage(encoded(whole)))).toThrow(IndexDamage);
  });
});
