import { describe, expect, it } from 'vitest';
import { excerpt, foldWidth, keyOf, tidyLine } from '../../utils/text/normalise.ts';
import { hostOf, normaliseUrl, toAbsoluteUrl } from '../../utils/text/urls.ts';

describe('text keys', () => {
  it.each([
    ['ＡＢＣ　ｶﾅ', 'abc カナ'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['A  b\n C', 'abc'],
  ])('%s reads the same as %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
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
