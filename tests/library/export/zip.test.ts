import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createZip } from '../../../utils/library/transfer/export/zip.ts';

const entry = fc.record({
  path: fc.stringMatching(/^[a-zあ]{1,8}$/u),
  content: fc.string({ unit: 'grapheme' }),
  time: fc.oneof(fc.double(), fc.constant(Date.UTC(2024, 1, 1))),
  isDense: fc.boolean(),
});

test('what is put in comes out, with a first file and without', () => {
  const first = fc.option(entry, { nil: undefined });
  fc.assert(
    fc.property(first, fc.uniqueArray(entry, { selector: ({ path }) => path }), (opening, entries) => {
      const others = entries.filter(({ path }) => path !== opening?.path);
      const zip = createZip(opening);
      const parts = [...others.flatMap((one) => [...zip.add(one)]), ...zip.end()];
      const files = unzipSync(new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part)))));
      const all = opening ? [opening, ...others] : others;
      expect(
        Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)])),
      ).toEqual(Object.fromEntries(all.map(({ path, content }) => [path, content])));
    }),
  );
});

test('more files than a zip holds are refused, not lost', () => {
  const zip = createZip(undefined, { files: 50, bytes: 1_000_000 });
  const add = (index: number) => zip.add({ path: String(index), content: '', time: 0 });
  expect(() => {
    for (let index = 0; index < 60; index += 1) add(index);
  }).toThrow(expect.objectContaining({ kind: 'too-large' }));
});
