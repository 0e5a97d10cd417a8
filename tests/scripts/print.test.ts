import { describe, expect, it } from 'vitest';
import { wrap } from '../../scripts/lib/print.ts';

describe('lines for a terminal', () => {
  it('break between words', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('break anywhere in Japanese, whose characters take two columns', () => {
    expect(wrap('日本語の文章です', 6)).toEqual(['日本語', 'の文章', 'です']);
  });

  it('lose nothing', () => {
    const text = '「Seidoku」は、ブログを read 一度だけ very-long-word-without-any-space 読むための道具。';
    for (const width of [1, 5, 20, 100]) {
      expect(wrap(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });
});
