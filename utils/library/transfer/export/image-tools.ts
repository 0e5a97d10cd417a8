import type { WholeImage } from '../../transfer-types.ts';
import { drawCover } from './epub/draw-cover.ts';
import { dataAddress } from './image-files.ts';
import type { BookImage, ImageTools } from './types.ts';

/** No screen of a reading device shows more. Pixels of the longer side. */
const MAX_SIDE = 2_400;
const JPEG_QUALITY = 0.88;

/** Draws with the canvas of a page. What the browser cannot draw is left out. */
export const pageImageTools: ImageTools = {
  convert: (image) => convert(image).catch(() => null),
  drawCover: (text) => drawCover(text).catch(() => null),
};

async function convert(image: WholeImage): Promise<BookImage | null> {
  const source = dataAddress(image);
  if (!source) return null;
  // As an address within the page: its policy allows no others to a drawing, and a drawing runs no script there.
  const drawn = new Image();
  drawn.src = source;
  await drawn.decode();
  const { naturalWidth: width, naturalHeight: height } = drawn;
  if (!(width > 0 && height > 0)) return null;
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return fileOf(canvas, isOpaque(data) ? 'image/jpeg' : 'image/png');
}

/** JPEG knows nothing that shines through. */
function isOpaque(pixels: Uint8ClampedArray): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
}

async function fileOf(canvas: OffscreenCanvas, type: 'image/jpeg' | 'image/png'): Promise<BookImage> {
  const blob = await canvas.convertToBlob({ type, quality: JPEG_QUALITY });
  return { type, bytes: new Uint8Array(await blob.arrayBuffer()) };
}
