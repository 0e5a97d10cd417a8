import type { AbsoluteUrl } from '../../extraction/types/source.ts';
import { err, ok, type Result } from '../../result.ts';
import { toAbsoluteUrl } from '../../text/urls.ts';
import { typeOfImage } from './image-file.ts';
import { IMAGE_TIME, MAX_IMAGE_BYTES } from './limits.ts';
import { mayAsk } from './private-address.ts';
import type { FetchedImage, ImageProblem } from './types.ts';

export interface FetchOptions {
  /** The host of the article: it may be one of the reader's own network, and its images with it. */
  readonly articleHost: string;
  /** Ends the request at the reader's wish. */
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly time?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Asks a server for one image, without cookies and without saying who asks or from where, and takes no more of it
 * than an image may have. Never rejects.
 */
export async function fetchImage(
  url: AbsoluteUrl,
  { articleHost, signal, time = IMAGE_TIME, fetch = globalThis.fetch }: FetchOptions,
): Promise<Result<FetchedImage, ImageProblem>> {
  if (!mayAsk(url, articleHost)) return err('private-address');
  const timeout = AbortSignal.timeout(time);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      headers: { accept: 'image/avif,image/webp,image/svg+xml,image/*' },
      signal: AbortSignal.any([signal, timeout]),
    });
    const read = await readImage(response, articleHost);
    if (!read.ok) void response.body?.cancel().catch(() => {});
    return read;
  } catch {
    return err(timeout.aborted ? 'timeout' : 'unreachable');
  }
}

async function readImage(
  response: Response,
  articleHost: string,
): Promise<Result<FetchedImage, ImageProblem>> {
  // Browsers follow redirects by themselves; what can be seen is where they ended.
  const landed = response.url ? toAbsoluteUrl(response.url) : null;
  if (response.url && !landed) return err('unreachable');
  if (landed && !mayAsk(landed, articleHost)) return err('private-address');
  if (!response.ok) return err('refused');
  if (Number(response.headers.get('content-length') ?? 0) > MAX_IMAGE_BYTES) return err('too-large');
  const bytes = await readAtMost(response, MAX_IMAGE_BYTES);
  if (!bytes) return err('too-large');
  const type = typeOfImage(bytes);
  return type.ok ? ok({ type: type.value, bytes }) : type;
}

/** The whole body; null when it has more bytes than that, of which no more are read. */
async function readAtMost(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) return null;
      chunks.push(value);
    }
  } finally {
    reader.releaseLock();
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
