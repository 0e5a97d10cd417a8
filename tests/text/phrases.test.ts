import { describe, expect, it } from 'vitest';
import { PhraseFinder } from '../../utils/text/phrases.ts';

describe('PhraseFinder', () => {
  const finder = new PhraseFinder([['newsletter', 'sign up'], ['letter'], ['広告', 'síg', 'risk']]);

  it.each([
    ['nothing of all that', 0],
    ['a NewsLetter, and more', 0b011],
    ['news letter', 0b010],
    ['please sign  up', 0],
    ['newslettsign up', 0b001],
    ['広 広告', 0b100],
    ['SÍGUENOS', 0b100],
    ['at your ri\u017f\u212a', 0b100],
    ['', 0],
  ])('tells the groups of what %j says', (text, groups) => {
    expect(finder.find(text)).toBe(groups);
  });

  it('finds what a regular expression finds', () => {
    const words = ['aab', 'ab', 'bba', 'abab', 'b aa'];
    const each = new PhraseFinder(words.map((word) => [word]));
    for (let number = 0; number < 3 ** 7; number += 1) {
      const text = number.toString(3).replaceAll('0', 'a').replaceAll('1', 'b').replaceAll('2', ' ');
      const expected = words.reduce((bits, word, at) => (text.includes(word) ? bits | (1 << at) : bits), 0);
      expect(each.find(text)).toBe(expected);
    }
  });
});
