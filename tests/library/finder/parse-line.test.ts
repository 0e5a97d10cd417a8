import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLine } from '../../../utils/library/finder/query/parse-line.ts';

const problems = (line: string) => parseLine(line).problems;

/** The words of a line as they were split, those side by side joined. */
const words = (line: string) =>
  parseLine(line).words.map(
    ({ pieces, isNegated }) => (isNegated ? '-' : '') + pieces.map(({ text }) => text).join('|'),
  );

describe('splits a line', () => {
  it.each([
    ['heron bench', ['heron', 'bench']],
    ['坂\u3000本', ['坂', '本']],
    ['"Quiet Water" x', ['quiet|water', 'x']],
    ['“quiet water”', ['quiet|water']],
    ['«eau calme»', ['eau|calme']],
    ['„still es“', ['still|es']],
    ['「古い本」の話', ['古|い|本', 'の|話']],
    ['坂「古い本」', ['坂', '古|い|本']],
    ['｢本｣', ['本']],
    ['-heron', ['-heron']],
    ['－「古い本」', ['-古|い|本']],
    ['re:zero', ['re|zero']],
    ['heron - bench', ['heron', 'bench']],
    ['wi-fi', ['wi|fi']],
    ['tag:tea heron', ['heron']],
  ])('%s', (line, expected) => {
    expect(words(line)).toEqual(expected);
  });
});

describe('tells what it does not understand, and searches without it', () => {
  it.each([
    ['is:red heron', 'unknown-state', 'is:red'],
    ['heron is：未読', 'unknown-state', 'is:未読'],
    ['before:soon heron', 'bad-date', 'before:soon'],
    ['heron after:2024-02-30', 'bad-date', 'after:2024-02-30'],
    ['tag: heron', 'no-value', 'tag:'],
    ['heron site:""', 'no-value', 'site:""'],
    ['heron "the bench', 'unclosed-quote', '"the bench'],
    ['heron 。、', 'no-words', '。、'],
  ])('%s', (line, kind, part) => {
    expect(problems(line)).toEqual([{ kind, part }]);
    expect(words(line)).toContain('heron');
  });

  it('a line without end', () => {
    const line = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ');
    expect(problems(line)).toEqual([{ kind: 'too-many', part: 'w40' }]);
    expect(words(line)).toHaveLength(40);
  });

  it('and nothing where all is well', () => {
    expect(problems('heron -"quiet water" tag:tea is:unread before:2024 after:2023-01-02 lang:ja')).toEqual(
      [],
    );
    expect(problems('  ')).toEqual([]);
  });
});

it('takes any line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (line) => {
      const parsed = parseLine(line);
      for (const { pieces } of parsed.words) expect(pieces[0]?.offset).toBe(0);
    }),
  );
});
