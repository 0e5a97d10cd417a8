// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { BackupFailure } from '../../../utils/library/backup/errors.ts';
import { seal, unseal } from '../../../utils/library/backup/sealed.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const MIB = 1024 * 1024;
const HEADER = 52;

async function* inParts(bytes: Bytes, size: number): AsyncIterable<Bytes> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function whole(parts: AsyncIterable<Bytes>): Promise<Bytes> {
  const pieces: Bytes[] = [];
  for await (const part of parts) pieces.push(part);
  return new Uint8Array(Buffer.concat(pieces));
}

const sealed = (bytes: Bytes, passphrase = 'open sesame') => whole(seal(inParts(bytes, 300_000), passphrase));
const opened = (bytes: Bytes, passphrase = 'open sesame') => whole(unseal(new Blob([bytes]), passphrase));
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (thrown: unknown) => (thrown instanceof BackupFailure ? thrown.kind : String(thrown)),
  );

function someBytes(length: number): Bytes {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 255);
}

describe('a sealed file', () => {
  test.each([0, 1, MIB - 1, MIB, MIB + 1, 2 * MIB])('of %i bytes opens as it was', async (length) => {
    const bytes = someBytes(length);
    expect(Buffer.compare(await opened(await sealed(bytes)), bytes)).toBe(0);
  });

  test('shows nothing of what is in it and is another each time', async () => {
    const bytes = new TextEncoder().encode('a secret '.repeat(100));
    const [one, other] = [await sealed(bytes), await sealed(bytes)];
    expect(Buffer.from(one).includes('secret')).toBe(false);
    expect(Buffer.compare(one, other)).not.toBe(0);
  });

  test('says how it was made, with at least 600,000 rounds', async () => {
    const bytes = await sealed(someBytes(10));
    expect(Buffer.from(bytes.subarray(0, 7)).toString()).toBe('SEIDOKU');
    expect(bytes[7]).toBe(1);
    expect(new DataView(bytes.buffer).getUint32(8)).toBeGreaterThanOrEqual(600_000);
  });

  test('does not open with another passphrase, but in another form of the same', async () => {
    const bytes = await sealed(someBytes(10), 'パスフレーズ é');
    expect(await failure(opened(bytes, 'パスフレーズ e'))).toBe('wrong-passphrase');
    expect(await failure(opened(bytes, 'パスフレーズ é'.normalize('NFD')))).toBe('none');
  });

  test('tells when anything of it was changed', async () => {
    const bytes = await sealed(someBytes(MIB + 500));
    const changed = (at: number) => {
      const copy = bytes.slice();
      copy[at] = (copy[at] ?? 0) ^ 1;
      return failure(opened(copy));
    };
    expect(await changed(0)).toBe('foreign');
    // Rounds, salt, nonce, check, first piece, its tag, last piece, its tag.
    expect(await changed(11)).toBe('wrong-passphrase');
    expect(await changed(13)).toBe('wrong-passphrase');
    expect(await changed(30)).toBe('damaged');
    expect(await changed(40)).toBe('wrong-passphrase');
    for (const at of [HEADER + 5, HEADER + MIB + 8, HEADER + MIB + 16 + 3, bytes.length - 1]) {
      expect(await changed(at)).toBe('damaged');
    }
  });

  test('tells when it ends too early, wherever that is', async () => {
    const bytes = await sealed(someBytes(2 * MIB + 500));
    const cutAt = (length: number) => failure(opened(bytes.slice(0, length)));
    expect(await cutAt(3)).toBe('foreign');
    expect(await cutAt(30)).toBe('truncated');
    expect(await cutAt(HEADER)).toBe('truncated');
    // Between two pieces nothing but the tag of the last one shows that there was more.
    expect(await cutAt(HEADER + MIB + 16)).toBe('truncated');
    expect(await cutAt(HEADER + 2 * (MIB + 16))).toBe('truncated');
    expect(['truncated', 'damaged']).toContain(await cutAt(bytes.length - 1));
  });

  test('tells when its pieces were put in another order, or one was left out', async () => {
    const bytes = await sealed(someBytes(2 * MIB + 500));
    const piece = (number: number) =>
      bytes.slice(HEADER + number * (MIB + 16), HEADER + (number + 1) * (MIB + 16));
    const head = bytes.slice(0, HEADER);
    const made = (...numbers: number[]) =>
      failure(opened(new Uint8Array(Buffer.concat([head, ...numbers.map(piece)]))));
    expect(await made(0, 1, 2)).toBe('none');
    expect(await made(1, 0, 2)).toBe('damaged');
    expect(await made(0, 2)).toBe('damaged');
  });

  test('of a newer version, or with rounds that would never end, is not opened', async () => {
    const bytes = await sealed(someBytes(10));
    const newer = bytes.slice();
    newer[7] = 2;
    expect(await failure(opened(newer))).toBe('newer');
    const endless = bytes.slice();
    new DataView(endless.buffer).setUint32(8, 0xffff_ffff);
    expect(await failure(opened(endless))).toBe('damaged');
  });
});
