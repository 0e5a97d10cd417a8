import { BackupFailure } from './errors.ts';
import { WHOLE_FORMAT } from './whole-format.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export function compressed(parts: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  return through(parts, new CompressionStream('gzip'));
}

/** Throws a `BackupFailure` where it is not what `compressed` has made, or not all of it. */
export async function* decompressed(parts: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  try {
    yield* through(parts, new DecompressionStream('gzip'));
  } catch (thrown) {
    throw thrown instanceof TypeError ? new BackupFailure('damaged', thrown.message) : thrown;
  }
}

export async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Bytes> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

/** The text of bytes in UTF-8, whatever its pieces are; what is no UTF-8 is not what was written. */
export async function* decoded(parts: AsyncIterable<Bytes>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let hasText = false;
  const decode = (part?: Bytes) => {
    try {
      return decoder.decode(part, { stream: part !== undefined });
    } catch {
      const isOurs = hasText || new TextDecoder().decode(part).includes(WHOLE_FORMAT);
      throw new BackupFailure(isOurs ? 'damaged' : 'foreign');
    }
  };
  for await (const part of parts) {
    const text = decode(part);
    hasText ||= text !== '';
    yield text;
  }
  yield decode();
}

interface Transform {
  readonly writable: WritableStream<BufferSource>;
  readonly readable: ReadableStream<Bytes>;
}

async function* through(
  parts: AsyncIterable<Bytes>,
  { writable, readable }: Transform,
): AsyncGenerator<Bytes> {
  const writer = writable.getWriter();
  const reader = readable.getReader();
  let cause: unknown = null;
  const written = (async () => {
    try {
      for await (const part of parts) await writer.write(part);
      await writer.close();
    } catch (thrown) {
      cause ??= thrown;
      await writer.abort(thrown).catch(() => undefined);
    }
  })();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    await written;
  } catch (thrown) {
    await written;
    throw cause ?? thrown;
  } finally {
    reader.cancel().catch(() => undefined);
  }
  if (cause) throw cause;
}
