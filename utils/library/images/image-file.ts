import { BMP } from 'image-size/types/bmp';
import { GIF } from 'image-size/types/gif';
import { HEIF } from 'image-size/types/heif';
import { ICO } from 'image-size/types/ico';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import { err, ok, type Result } from '../../result.ts';
import { MAX_BEACON_SIDE, MAX_IMAGE_PIXELS } from './limits.ts';
import type { ImageProblem } from './types.ts';

interface Kind {
  /** MIME type. */
  readonly type: string;
  /** How many bytes may be looked at: the reader of each is linear but that of AVIF. */
  readonly head: number;
  readonly reader: typeof PNG;
}

/** What every browser shows. The content decides, never a name or what a server says of it. */
const KINDS: readonly Kind[] = [
  { type: 'image/png', head: 64, reader: PNG },
  { type: 'image/gif', head: 64, reader: GIF },
  { type: 'image/jpeg', head: 2_000_000, reader: JPG },
  { type: 'image/webp', head: 64, reader: WEBP },
  { type: 'image/avif', head: 32_000, reader: HEIF },
  { type: 'image/bmp', head: 64, reader: BMP },
  { type: 'image/x-icon', head: 8_000, reader: ICO },
];

/** An SVG file says so at once; HTML that holds a drawing is no image. */
const SVG_START =
  /^\uFEFF?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*(?:<!DOCTYPE svg[^>[]{0,300}>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<svg[\s/>]/u;
const SVG_HEAD = 8_000;

/**
 * The MIME type of an image by its own bytes, or why it is not to be kept. Its colours are not decoded: that is the
 * browser's work, and it comes after these limits.
 */
export function typeOfImage(bytes: Uint8Array): Result<string, ImageProblem> {
  for (const { type, head, reader } of KINDS) {
    const start = bytes.subarray(0, head);
    const size = sizeBy(reader, start, type);
    if (size) return judge(type, size);
  }
  return isSvg(bytes) ? ok('image/svg+xml') : err('not-an-image');
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeBy(reader: Kind['reader'], start: Uint8Array, type: string): Size | null {
  try {
    if (!reader.validate(start)) return null;
    const { width, height, type: exact } = reader.calculate(start);
    // HEIC has the same frame as AVIF; few browsers show it.
    return exact && exact !== 'avif' && type === 'image/avif' ? null : { width, height };
  } catch {
    // Cut off or damaged.
    return null;
  }
}

function judge(type: string, { width, height }: Size): Result<string, ImageProblem> {
  if (!(width > 0 && height > 0)) return err('not-an-image');
  if (Math.max(width, height) <= MAX_BEACON_SIDE) return err('beacon');
  return width * height > MAX_IMAGE_PIXELS ? err('too-large') : ok(type);
}

function isSvg(bytes: Uint8Array): boolean {
  return SVG_START.test(new TextDecoder().decode(bytes.subarray(0, SVG_HEAD)));
}
