import { pngHeader, pngPicture } from '../../../scripts/lib/picture.ts';

const bytes = (...values: readonly (number | string)[]) =>
  new Uint8Array(
    values.flatMap((value) =>
      typeof value === 'string' ? [...value].map((one) => one.charCodeAt(0)) : [value],
    ),
  );

/** Just enough of each kind of image to be told by. */
export const PNG = new Uint8Array(pngPicture(40, 30, 1));
export const OTHER_PNG = new Uint8Array(pngPicture(40, 30, 2));
export const PIXEL_PNG = new Uint8Array(pngPicture(1, 1, 1));
/** Says that it has four thousand million points. */
export const HUGE_PNG = new Uint8Array(pngHeader(65_535, 65_535));
export const GIF = bytes('GIF89a', 40, 0, 30, 0, 0, 0, 0);
export const JPEG = bytes(
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, 'JFIF', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
  ...[0xff, 0xc0, 0, 17, 8, 0, 30, 0, 40, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9, 0, 0],
);
export const WEBP = bytes(
  'RIFF',
  30,
  0,
  0,
  0,
  'WEBP',
  'VP8 ',
  18,
  0,
  0,
  0,
  0,
  0,
  0,
  0x9d,
  1,
  0x2a,
  40,
  0,
  30,
  0,
);
export const BMP = bytes('BM', ...Array<number>(16).fill(0), 40, 0, 0, 0, 30, 0, 0, 0, 0, 0, 0, 0);
export const AVIF = bytes(
  ...[0, 0, 0, 16, 'ftypavif', 0, 0, 0, 0],
  ...[0, 0, 0, 48, 'meta', 0, 0, 0, 0],
  ...[0, 0, 0, 36, 'iprp', 0, 0, 0, 28, 'ipco', 0, 0, 0, 20, 'ispe', 0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 30],
);
export const text = (content: string) => new TextEncoder().encode(content);
export const SVG = text(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>',
);
