import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typeOfImage } from '../../../utils/library/images/image-file.ts';
import * as images from './some-images.ts';

const { text } = images;

describe('the kind of an image by its own bytes', () => {
  test.each([
    ['image/png', images.PNG],
    ['image/gif', images.GIF],
    ['image/jpeg', images.JPEG],
    ['image/webp', images.WEBP],
    ['image/bmp', images.BMP],
    ['image/avif', images.AVIF],
    ['image/svg+xml', images.SVG],
    [
      'image/svg+xml',
      text('\uFEFF<?xml version="1.0"?>\n<!-- Made by hand -->\n<svg width="1" height="2"/>'),
    ],
    [
      'image/svg+xml',
      text(
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>',
      ),
    ],
  ])('%s', (type, bytes) => {
    expect(typeOfImage(bytes)).toEqual({ ok: true, value: type });
  });

  test.each([
    ['nothing', new Uint8Array(0)],
    ['a page', text('<!doctype html><title>Not found</title>')],
    ['a page with a drawing', text('<html><body><svg viewBox="0 0 1 1"></svg>')],
    ['a page that begins with a comment', text('<!-- --><script>1</script><svg>')],
    ['a drawing with entities of its own', text('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>')],
    ['JSON', text('{"error":"no hotlinks"}')],
    ['a PDF', text('%PDF-1.7')],
    ['the first bytes of a PNG', images.PNG.slice(0, 18)],
    ['a PNG without any points', new Uint8Array([...images.PNG.slice(0, 16), 0, 0, 0, 0, 0, 0, 0, 0])],
    ['HEIC, which few browsers show', withBrand(images.AVIF, 'heic')],
  ])('%s is none', (_, bytes) => {
    expect(typeOfImage(bytes)).toEqual({ ok: false, error: 'not-an-image' });
  });

  test('a pixel counts readers', () => {
    expect(typeOfImage(images.PIXEL_PNG)).toEqual({ ok: false, error: 'beacon' });
  });

  test('one that claims to be huge is not kept', () => {
    expect(typeOfImage(images.HUGE_PNG)).toEqual({ ok: false, error: 'too-large' });
  });

  test('whatever comes gets an answer, and soon', () => {
    const starts = [images.PNG, images.GIF, images.JPEG, images.WEBP, images.AVIF, images.BMP, images.SVG];
    const hostile = fc
      .tuple(fc.constantFrom(...starts), fc.nat(64), fc.uint8Array({ maxLength: 400 }))
      .map(([start, kept, rest]) => new Uint8Array([...start.slice(0, kept), ...rest]));
    fc.assert(fc.property(hostile, (bytes) => typeof typeOfImage(bytes).ok === 'boolean'));
  });

  test.each([
    ['JPEG segments', repeated(images.JPEG.slice(0, 4), [0xff, 0xe2, 0, 2])],
    ['AVIF boxes', repeated(images.AVIF.slice(0, 16), [...images.AVIF.slice(-20)])],
    ['comments', text(`<!--${'--><!--'.repeat(2_000_000)}`)],
    ['spaces', text(' '.repeat(12_000_000))],
  ])('millions of %s are not walked through one by one again and again', (_, bytes) => {
    expect(typeOfImage(bytes).ok).toBe(false);
  });
});

function withBrand(file: Uint8Array, brand: string): Uint8Array {
  const changed = file.slice();
  changed.set(text(brand), 8);
  return changed;
}

function repeated(start: Uint8Array, part: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(12_000_000);
  bytes.set(start);
  for (let at = start.length; at + part.length < bytes.length; at += part.length) bytes.set(part, at);
  return bytes;
}
