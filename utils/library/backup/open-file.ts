import { bytesOf } from '../transfer/import/streams.ts';
import { BackupFailure } from './errors.ts';
import { readWhole, type WholePart } from './read-whole.ts';
import { isSealed, unseal } from './sealed.ts';
import { decoded, decompressed } from './streams.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const HEAD = 16;

/** True for a file that only a passphrase opens. */
export async function isSealedFile(file: Blob): Promise<boolean> {
  return isSealed(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
}

/**
 * Reads a backup or an export of everything, sealed, compressed or plain: what it is shows in its first bytes.
 *
 * @param tell hears of bytes that were read
 */
export async function* openBackup(
  file: Blob,
  passphrase: string,
  tell: (bytes: number) => void = () => {},
): AsyncGenerator<WholePart> {
  let bytes: AsyncIterable<Bytes> = bytesOf(file, tell);
  let head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  if (isSealed(head)) {
    if (!passphrase) throw new BackupFailure('needs-passphrase');
    const opened = await peeked(counted(unseal(file, passphrase), tell));
    head = opened.head;
    bytes = opened.all;
  }
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  yield* readWhole(decoded(isGzip ? decompressed(bytes) : bytes));
}

async function* counted(parts: AsyncIterable<Bytes>, tell: (bytes: number) => void): AsyncGenerator<Bytes> {
  for await (const part of parts) {
    tell(part.length);
    yield part;
  }
}

async function peeked(parts: AsyncGenerator<Bytes>): Promise<{ head: Bytes; all: AsyncIterable<Bytes> }> {
  const first = await parts.next();
  const head = first.done ? new Uint8Array() : first.value;
  async function* all() {
    yield head;
    yield* parts;
  }
  return { head, all: all() };
}
