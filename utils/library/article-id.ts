import type { AbsoluteUrl } from '../extraction/types/source.ts';
import type { ArticleId } from './types.ts';

/** Enough of a SHA-256 that two addresses never share an id by chance. Bytes. */
const ID_BYTES = 16;

/** The id of the article at a normalised address, as hexadecimal digits: safe in an address, tells no one what it names. */
export async function articleIdOf(url: AbsoluteUrl): Promise<ArticleId> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(url));
  return hexadecimal(new Uint8Array(digest, 0, ID_BYTES)) as ArticleId;
}

/** The key under which an image is kept: its SHA-256 as hexadecimal digits. */
export async function imageHashOf(bytes: BufferSource): Promise<string> {
  return hexadecimal(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Takes an id from an address or a message; null when it is none. */
export function toArticleId(value: unknown): ArticleId | null {
  return typeof value === 'string' && /^[0-9a-f]{32}$/u.test(value) ? (value as ArticleId) : null;
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
