import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, foldWidth, INVISIBLE, keyOf, tidyLine } from '../../utils/text/normalise.ts';
import { hostOf, normaliseUrl, toAbsoluteUrl } from '../../utils/text/urls.ts';

describe('text keys', () => {
  it.each([
    ['ＡＢＣ　ｶﾅ', 'abc カナ'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['A  b\n C', 'abc'],
  ])('%s reads the same as %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  /** What a key is, by its definition. */
  const defined = (text: string) =>
    text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/gu, '').toLowerCase();

  it('is the same for every character as by the definition, between letters', () => {
    const wrong: string[] = [];
    for (let unit = 0; unit < 0x10000; unit += 1) {
      const text = `É${String.fromCharCode(unit)}ブ`;
      if (keyOf(text) !== defined(text)) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('is the same for texts in any mixture of scripts and marks', () => {
    const near = fc.constantFrom(...'aZ éÖßЙйёかがカｶﾞ゙한ᄀ\u11a8ı漢㍻ª…—“”、。ー\u0301\u200b\u00a0\t\n𝐀');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(near, fc.string({ unit: 'binary', maxLength: 1 })), maxLength: 300 }),
        (text) => {
          expect(keyOf(text)).toBe(defined(text));
        },
      ),
    );
  });

  it('reads texts longer than any paragraph', () => {
    const long = 'Long text '.repeat(20_000);
    expect(keyOf(long)).toBe('longtext'.repeat(20_000));
  });

  it('keeps joiners that a script needs, and drops a line of nothing else', () => {
    expect(tidyLine('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(tidyLine(' \u200b\ufeff ')).toBe('');
  });

  it('folds widths for labels', () => {
    expect(foldWidth('｜ ホーム ｜')).toBe('| ホーム |');
  });

  it('cuts an excerpt by characters, not within one', () => {
    expect(excerpt('𠮷'.repeat(10), 5)).toBe(`${'𠮷'.repeat(4)}…`);
    expect(excerpt('a\n b', 5)).toBe('a b');
  });
});

describe('addresses', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://user:pw@bank.example/',
    '',
    'http://[',
  ])('refuses %s', (href) => {
    expect(toAbsoluteUrl(href, 'https://blog.example/')).toBeNull();
  });

  it('gives the same post the same address', () => {
    expect(normaliseUrl('https://blog.example/p?utm_source=x&id=7&fbclid=1#c3')).toBe(
      'https://blog.example/p?id=7',
    );
    expect(normaliseUrl('https://blog.example/p?id=7')).toBe('https://blog.example/p?id=7');
  });

  it('names a host as readers know it', () => {
    expect(hostOf('https://www.blog.example/x')).toBe('blog.example');
    expect(hostOf(null)).toBe('');
  });
});
