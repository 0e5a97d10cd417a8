import type { ByteStream, Bytes } from './types.ts';

/** So many bytes of a file are read at a time. */
const PIECE = 256 * 1024;

/**
 * The bytes of a file from its beginning, never all at once.
 * @param tell hears of every piece's size
 */
export async function* bytesOf(file: Blob, tell: (bytes: number) => void = () => {}): AsyncGenerator<Bytes> {
  for (let start = 0; start < file.size; start += PIECE) {
    const piece = new Uint8Array(await file.slice(start, start + PIECE).arrayBuffer());
    tell(piece.length);
    yield piece;
  }
}

/** A stream of which the beginning was looked at. */
export interface Peeked {
  /** As much as was wanted, or all there is. */
  readonly head: Bytes;
  /** True when the head is the whole of it. */
  readonly isWhole: boolean;
  /** The stream from its beginning; to be read once. */
  readonly bytes: ByteStream;
}

/** Looks at the beginning of a stream without losing it. */
export async function peek(bytes: ByteStream, wanted: number): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]();
  const pieces: Bytes[] = [];
  let length = 0;
  let isWhole = false;
  while (length < wanted && !isWhole) {
    const next = await iterator.next();
    if (next.done) isWhole = true;
    else {
      pieces.push(next.value);
      length += next.value.length;
    }
  }
  return { head: joined(pieces, wanted), isWhole, bytes: again(pieces, iterator) };
}

async function* again(pieces: readonly Bytes[], rest: AsyncIterator<Bytes>): AsyncGenerator<Bytes> {
  try {
    yield* pieces;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function joined(pieces: readonly Bytes[], limit: number): Bytes {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const whole = new Uint8Array(Math.min(limit, length));
  let at = 0;
  for (const piece of pieces) {
    const part = piece.subarray(0, Math.max(0, whole.length - at));
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
