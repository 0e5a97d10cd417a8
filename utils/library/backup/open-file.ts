import { bytesOf } from '../transfer/import/streams.ts';
import { BackupFailure } from './errors.ts';
import { readWhole, type WholePart } from './read-whole.ts';
import { isSealed, unseal } from './sealed.ts';
import { decoded, decompressed } from './streams.ts';
import { WHOLE_FORMAT } from './whole-format.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const HEAD = 16;

/** True for a file that only a passphrase opens. */
export async function isSealedFile(file: Blob): Promise<boolean> {
  return isSealed(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
}

/** So much of a file tells whether it is one of ours. */
const PEEKED = 4_096;

/** True for backups and exports of everything, as their first bytes show. */
export async function isBackupFile(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, PEEKED).arrayBuffer());
  if (isSealed(head)) return true;
  return new TextDecoder().decode(isGzip(head) ? await unpackedHead(head) : head).includes(WHOLE_FORMAT);
}

function isGzip(head: Bytes): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** As much as the beginning of a compressed file gives: it breaks off, which is no fault of it. */
async function unpackedHead(head: Bytes): Promise<Bytes> {
  async function* once() {
    yield head;
  }
  try {
    for await (const part of decompressed(once())) return part;
  } catch {
    // Nothing of ours.
  }
  return new Uint8Array();
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
  yield* readWhole(decoded(isGzip(head) ? decompressed(bytes) : bytes));
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
