import { BackupFailure } from './errors.ts';

/**
 * A file that only its passphrase opens, version 1:
 *
 * | bytes | what |
 * |---|---|
 * | 7 | `SEIDOKU` |
 * | 1 | version, 1 |
 * | 4 | rounds of PBKDF2 with SHA-256, big-endian |
 * | 16 | salt, random |
 * | 8 | beginning of every nonce, random |
 * | 16 | check: tells a wrong passphrase from a damaged file |
 * | rest | pieces of 1 MiB, the last one shorter, each followed by its tag of 16 bytes |
 *
 * Each piece is sealed with AES-GCM under a key of 256 bits. Its nonce ends with its number in 31 bits and one bit
 * that is set for the last piece alone; the header is authenticated with each. So no piece can be changed, left out,
 * put elsewhere or cut off at the end without being noticed. Key and check come from the passphrase (in the form
 * NFKC) by PBKDF2 and then HKDF with different names.
 */
const MAGIC = 'SEIDOKU';
const VERSION = 1;
const ROUNDS = 600_000;
/** A file that asks for more was made to keep the reader waiting; fewer than this were never written. */
const ROUNDS_ALLOWED = { least: 600_000, most: 10_000_000 };
const SALT = 16;
const NONCE_START = 8;
const CHECK = 16;
const HEADER = MAGIC.length + 1 + 4 + SALT + NONCE_START + CHECK;
const PIECE = 1024 * 1024;
const TAG = 16;

type Bytes = Uint8Array<ArrayBuffer>;

export function isSealed(head: Bytes): boolean {
  return new TextDecoder('latin1').decode(head.subarray(0, MAGIC.length)) === MAGIC;
}

/** Seals what comes, piece by piece. */
export async function* seal(parts: AsyncIterable<Bytes>, passphrase: string): AsyncGenerator<Bytes> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const nonceStart = crypto.getRandomValues(new Uint8Array(NONCE_START));
  const { key, check } = await keyOf(passphrase, salt, ROUNDS);
  const header = headerOf(salt, nonceStart, check);
  yield header;
  let number = 0;
  for await (const { piece, isLast } of pieces(parts)) {
    yield new Uint8Array(
      await crypto.subtle.encrypt(algorithm(nonceStart, number, isLast, header), key, piece),
    );
    number += 1;
  }
}

/** Opens what `seal` has made. Throws a `BackupFailure` where anything of it is not as it was written. */
export async function* unseal(file: Blob, passphrase: string): AsyncGenerator<Bytes> {
  const header = new Uint8Array(await file.slice(0, HEADER).arrayBuffer());
  const { rounds, salt, nonceStart, check } = readHeader(header);
  const { key, check: own } = await keyOf(passphrase, salt, rounds);
  if (own.some((byte, index) => byte !== check[index])) throw new BackupFailure('wrong-passphrase');
  let number = 0;
  for (let at = HEADER; ; at += PIECE + TAG) {
    const end = at + PIECE + TAG;
    const isLast = end >= file.size;
    const piece = await file.slice(at, end).arrayBuffer();
    if (piece.byteLength < TAG) throw new BackupFailure('truncated');
    yield await open(piece, key, nonceStart, number, isLast, header);
    if (isLast) return;
    number += 1;
  }
}

async function open(
  piece: ArrayBuffer,
  key: CryptoKey,
  nonceStart: Bytes,
  number: number,
  isLast: boolean,
  header: Bytes,
): Promise<Bytes> {
  const decrypt = (last: boolean) =>
    crypto.subtle.decrypt(algorithm(nonceStart, number, last, header), key, piece);
  try {
    return new Uint8Array(await decrypt(isLast));
  } catch {
    // A piece that is whole, and was not the last when it was written, ends a file that was cut off.
    const wasCut =
      isLast &&
      (await decrypt(false).then(
        () => true,
        () => false,
      ));
    throw new BackupFailure(wasCut ? 'truncated' : 'damaged');
  }
}

function algorithm(nonceStart: Bytes, number: number, isLast: boolean, header: Bytes): AesGcmParams {
  const iv = new Uint8Array(NONCE_START + 4);
  iv.set(nonceStart);
  new DataView(iv.buffer).setUint32(NONCE_START, (number << 1) | (isLast ? 1 : 0));
  return { name: 'AES-GCM', iv, additionalData: header, tagLength: TAG * 8 };
}

async function keyOf(passphrase: string, salt: Bytes, rounds: number) {
  const secret = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const password = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    password,
    256,
  );
  const root = await crypto.subtle.importKey('raw', stretched, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const named = (name: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(name),
  });
  const [key, check] = await Promise.all([
    crypto.subtle.deriveKey(named('seidoku backup key'), root, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveBits(named('seidoku backup check'), root, CHECK * 8),
  ]);
  return { key, check: new Uint8Array(check) };
}

function headerOf(salt: Bytes, nonceStart: Bytes, check: Bytes): Bytes {
  const header = new Uint8Array(HEADER);
  header.set(new TextEncoder().encode(MAGIC));
  header[MAGIC.length] = VERSION;
  new DataView(header.buffer).setUint32(MAGIC.length + 1, ROUNDS);
  let at = MAGIC.length + 5;
  for (const field of [salt, nonceStart, check]) {
    header.set(field, at);
    at += field.length;
  }
  return header;
}

function readHeader(header: Bytes) {
  if (!isSealed(header)) throw new BackupFailure('foreign');
  if ((header[MAGIC.length] ?? 0) > VERSION) throw new BackupFailure('newer');
  if (header.length < HEADER) throw new BackupFailure('truncated');
  const rounds = new DataView(header.buffer).getUint32(MAGIC.length + 1);
  if (rounds < ROUNDS_ALLOWED.least || rounds > ROUNDS_ALLOWED.most) throw new BackupFailure('damaged');
  let at = MAGIC.length + 5;
  const field = (length: number) => {
    at += length;
    return header.slice(at - length, at);
  };
  return { rounds, salt: field(SALT), nonceStart: field(NONCE_START), check: field(CHECK) };
}

/** Pieces of one size and a shorter last one, empty at worst. */
async function* pieces(parts: AsyncIterable<Bytes>) {
  let held = new Uint8Array(PIECE);
  let length = 0;
  for await (const part of parts) {
    for (let at = 0; at < part.length; ) {
      // Only what comes after a full piece tells that it was not the last.
      if (length === PIECE) {
        yield { piece: held, isLast: false };
        held = new Uint8Array(PIECE);
        length = 0;
      }
      const taken = part.subarray(at, at + PIECE - length);
      held.set(taken, length);
      length += taken.length;
      at += taken.length;
    }
  }
  yield { piece: held.slice(0, length), isLast: true };
}
