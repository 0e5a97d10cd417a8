import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHits, foldForSearch, holdsAll, searchTerms } from '../../utils/text/search.ts';

const found = (text: string, query: string) => holdsAll(foldForSearch(text), searchTerms(query));
const marked = (text: string, query: string) =>
  findHits(text, searchTerms(query)).map(([start, end]) => text.slice(start, end));

describe('finds what a reader would type another way', () => {
  test.each([
    ['case', 'The HERON stood', 'heron'],
    ['full width', 'ＨＥＲＯＮ 12', 'heron １２'],
    ['katakana by hiragana', 'ナポリタン', 'なぽりたん'],
    ['hiragana by katakana', 'なぽりたん', 'ナポリ'],
    ['half-width katakana', 'ﾅﾎﾟﾘﾀﾝ', 'なぽりたん'],
    ['voiced signs apart', 'か\u3099き', 'ガキ'],
    ['accents apart', 'cafe\u0301', 'CAFÉ'],
    ['Hangul in parts', '\u1112\u1161\u11ab글', '한글'],
    ['invisible characters', 'news\u200bletter', 'newsletter'],
    ['final sigma', 'ΛΟΓΟΣ', 'λόγος'.normalize('NFD').replace(/\p{M}/gu, '')],
    ['an ideographic space between words', '坂の下の古本屋', '坂\u3000本屋'],
  ])('%s', (_, text, query) => {
    expect(found(text, query)).toBe(true);
    expect(marked(text, query)).not.toEqual([]);
  });

  test('every word must be there', () => {
    expect(found('The heron stood', 'heron bench')).toBe(false);
    expect(found('The heron stood', 'stood heron')).toBe(true);
  });
});

test('what is marked is the text as it was written', () => {
  expect(marked('ﾅﾎﾟﾘﾀﾝとナポリ', 'なぽり')).toEqual(['ﾅﾎﾟﾘ', 'ナポリ']);
  expect(marked('ﬁne ﬁsh', 'fi')).toEqual(['ﬁ', 'ﬁ']);
  expect(marked('herons, HERONRY', 'heron ronry')).toEqual(['heron', 'HERONRY']);
  expect(marked('quiet', 'heron')).toEqual([]);
});

test('hits lie in the text, in order, apart from each other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ minLength: 1 })), (text, words) => {
      const hits = findHits(text, searchTerms(words.join(' ')));
      let last = 0;
      for (const [start, end] of hits) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('a part of a text is always found in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'aÉßのガ한글坂 字Ａ１ー', 'ｶﾞ', 'ﾊﾟ')),
      fc.nat(),
      fc.nat(),
      (letters, from, length) => {
        const part = letters.slice(from % (letters.length + 1)).slice(0, 1 + (length % 5));
        expect(found(letters.join(''), part.join(''))).toBe(true);
      },
    ),
  );
});
