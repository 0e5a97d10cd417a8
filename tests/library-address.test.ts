import fc from 'fast-check';
import { expect, test } from 'vitest';
import { libraryPath, libraryTarget } from '../utils/library-address.ts';

const hashOf = (path: string) => new URL(path, 'https://own.example').hash;

test('what an address was made of is read from it again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(libraryTarget(hashOf(libraryPath({ kind: 'list', text })))).toEqual({ kind: 'list', text });
    }),
  );
  expect(libraryTarget(hashOf(libraryPath({ kind: 'import' })))).toEqual({ kind: 'import' });
});

test.each(['', '#', '#search=%E3%81', '#saved=1', '#importer'])('%s shows the whole list', (hash) => {
  expect(libraryTarget(hash)).toEqual({ kind: 'list', text: '' });
});
