import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameOf, uniqueNames } from '../../../utils/library/transfer/export/file-name.ts';

describe('a file name', () => {
  test.each([
    ['Tea: a history', 'Tea-a history'],
    ['川沿いの古い印刷所', '川沿いの古い印刷所'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\x', 'C-Windows-x'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['a\nb\tc\0d', 'a b cd'],
    ['.hidden', 'hidden'],
    ['-rf', 'rf'],
    ['name. . .', 'name'],
    ['con', '_con'],
    ['LPT1.txt', '_LPT1.txt'],
    ['console', 'console'],
    ['[[link]] #tag ^block', 'link tag block'],
    ['\u200b\u2060', 'otherwise'],
    ['???', 'otherwise'],
    ['', 'otherwise'],
    ['I ♥ tea', 'I ♥ tea'],
  ])('of %j is %j', (title, name) => {
    expect(fileNameOf(title, 'otherwise')).toBe(name);
  });

  test('is one, whatever the title is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const name = fileNameOf(title, 'otherwise');
        expect(name).not.toMatch(/[\\/:*?"<>|#^[\]\p{Cc}\u202a-\u202e\u2066-\u2069]|^[.\s-]|[.\s]$/u);
        expect(name.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(161);
        expect(name).not.toBe('');
      }),
    );
  });

  test('is cut between signs, not within them', () => {
    expect(fileNameOf('👨‍👩‍👧'.repeat(30), 'x').replaceAll('👨‍👩‍👧', '')).toBe('');
    expect(Buffer.byteLength(fileNameOf('あ'.repeat(300), 'x'))).toBe(159);
  });
});

test('names differ, also where upper and lower case are the same', () => {
  const unique = uniqueNames();
  expect(['Tea', 'tea', 'TEA', 'Tea (2)', 'tea'].map(unique)).toEqual([
    'Tea',
    'tea (2)',
    'TEA (3)',
    'Tea (2) (2)',
    'tea (4)',
  ]);
});
