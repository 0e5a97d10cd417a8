import { typeOfImage } from '../../images/image-file.ts';
import type { WholeImage } from '../../transfer-types.ts';

/** What an image is by its own bytes, with the ending of a file of its kind. */
export interface ImageKind {
  readonly type: string;
  readonly ending: string;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/x-icon': 'ico',
  'image/svg+xml': 'svg',
};

/** What an image really is, whatever its server called it; null for what is none. */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  const type = typeOfImage(bytes);
  const ending = type.ok && ENDINGS[type.value];
  return type.ok && ending ? { type: type.value, ending } : null;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** The image that an article holds in itself as a `data:` address; null for any other address. */
export function embeddedImage(address: string): WholeImage | null {
  const match = /^data:(image\/[a-z+.-]+);base64,([a-z0-9+/=\s]+)$/iu.exec(address);
  if (!match) return null;
  try {
    const bytes = Uint8Array.from(atob(match[2] ?? ''), (sign) => sign.charCodeAt(0));
    return { url: address, type: match[1] ?? '', bytes: bytes.buffer };
  } catch {
    return null;
  }
}

/** An image as a `data:` address, with the type that its bytes show; null for what is no image. */
export function dataAddress({ bytes }: WholeImage): string | null {
  const data = new Uint8Array(bytes);
  const kind = imageKind(data);
  return kind && `data:${kind.type};base64,${toBase64(data)}`;
}

const CHUNK = 0x6000;

/** Base64 in pieces whose lengths are multiples of three, since a call takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += btoa(latin(bytes.subarray(at, at + CHUNK)));
  return text;
}

export function fromBase64(text: string): ArrayBuffer | null {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)).buffer;
  } catch {
    return null;
  }
}
