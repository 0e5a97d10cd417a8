import { embeddedImage, imageKind } from '../image-files.ts';
import type { BookImage, ImageTools, ReadableEntry } from '../types.ts';

/** An image of a book with its place in it. */
export interface PlacedImage extends BookImage {
  /** Beside the chapters: `images/…`. */
  readonly path: string;
  readonly id: string;
}

const ENDINGS: Record<BookImage['type'], string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

/** More would make a book that no reading device opens. Bytes of one image. */
const MAX_IMAGE = 20_000_000;

/**
 * The images that a chapter shows, by their address: those that are kept offline or lie in the article itself. What
 * reading devices do not know (WebP, AVIF) is drawn anew.
 */
export async function bookImages(
  { images }: ReadableEntry,
  addresses: readonly string[],
  chapter: string,
  tools: ImageTools,
): Promise<ReadonlyMap<string, PlacedImage>> {
  const placed = new Map<string, PlacedImage>();
  for (const address of addresses) {
    const kept = images.get(address) ?? embeddedImage(address);
    const image = kept && kept.bytes.byteLength <= MAX_IMAGE ? await asBookImage(kept, tools) : null;
    if (!image) continue;
    const id = `${chapter}-${placed.size + 1}`;
    placed.set(address, { ...image, id: `image-${id}`, path: `images/${id}.${ENDINGS[image.type]}` });
  }
  return placed;
}

async function asBookImage(
  image: Parameters<ImageTools['convert']>[0],
  tools: ImageTools,
): Promise<BookImage | null> {
  const bytes = new Uint8Array(image.bytes);
  const kind = imageKind(bytes);
  if (!kind) return null;
  const { type } = kind;
  if (type === 'image/png' || type === 'image/jpeg' || type === 'image/gif') return { type, bytes };
  return tools.convert({ ...image, type });
}
