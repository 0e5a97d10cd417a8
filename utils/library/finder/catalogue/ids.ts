import type { ArticleId } from '../../types.ts';
import { ID_BYTES } from './columns.ts';

/** The bytes of an id, which is hexadecimal digits. */
export function bytesOfId(id: ArticleId): Uint8Array {
  const bytes = new Uint8Array(ID_BYTES);
  for (let at = 0; at < ID_BYTES; at++) bytes[at] = Number.parseInt(id.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/** In which order two rows lie on disk, by their ids. */
export function compareIds(ids: Uint8Array, one: number, other: number): number {
  for (let at = 0; at < ID_BYTES; at++) {
    const difference = (ids[one * ID_BYTES + at] ?? 0) - (ids[other * ID_BYTES + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Every two bytes as four digits, each as one number as this machine has it in memory. */
let digitsOfPairs: Uint32Array | null = null;

function makeDigits(): Uint32Array {
  const digits = new Uint32Array(2 ** 16);
  const bytes = new Uint8Array(Uint16Array.from(digits, (_, pair) => pair).buffer);
  const written = new Uint8Array(digits.buffer);
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    written[at * 2] = HEXADECIMAL.charCodeAt(byte >>> 4);
    written[at * 2 + 1] = HEXADECIMAL.charCodeAt(byte & 15);
  }
  return digits;
}

const HEXADECIMAL = '0123456789abcdef';
const ID_PAIRS = ID_BYTES / 2;

/** The ids of rows as one run of hexadecimal digits: thousands of strings would take long to hand over. */
export function joinedIds(ids: Uint8Array, rows: Uint32Array): Uint8Array<ArrayBuffer> {
  digitsOfPairs ??= makeDigits();
  const table = digitsOfPairs;
  const pairs = new Uint16Array(ids.buffer, ids.byteOffset, ids.length / 2);
  const digits = new Uint32Array(rows.length * ID_PAIRS);
  let to = 0;
  for (let index = 0; index < rows.length; index++) {
    const from = (rows[index] as number) * ID_PAIRS;
    for (let at = from; at < from + ID_PAIRS; at++) digits[to++] = table[pairs[at] as number] as number;
  }
  return new Uint8Array(digits.buffer);
}

/** Takes apart what `joinedIds` joined. */
export function splitIds(joined: Uint8Array): ArticleId[] {
  const text = new TextDecoder('latin1').decode(joined);
  const ids: ArticleId[] = new Array(text.length / (ID_BYTES * 2));
  for (let index = 0; index < ids.length; index++) {
    ids[index] = text.slice(index * ID_BYTES * 2, (index + 1) * ID_BYTES * 2) as ArticleId;
  }
  return ids;
}

/**
 * Finds the row of an id (a hash table with open addressing: a `Map` of 100,000 strings takes twenty times the
 * memory). Ids are hashes, so their first bytes serve as one.
 */
export class RowsById {
  private slots = new Uint32Array(1024);
  private used = 0;

  /** -1 where there is none. @param ids the bytes of all ids, one after another */
  find(ids: Uint8Array, id: Uint8Array): number {
    const mask = this.slots.length - 1;
    for (let slot = hashOf(id, 0) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot] ?? 0;
      if (entry === 0) return -1;
      if (isSame(ids, entry - 1, id)) return entry - 1;
    }
  }

  /** Adds a row, whose id is among `ids` already. Rows that got another id are forgotten when the table grows. */
  add(ids: Uint8Array, row: number, rows: number): void {
    if ((this.used + 1) * 2 > this.slots.length) this.rebuild(ids, rows);
    else this.place(ids, row);
  }

  /** Begins anew with all rows that have an id. */
  rebuild(ids: Uint8Array, rows: number): void {
    let size = 1024;
    while (size < rows * 4) size *= 2;
    this.slots = new Uint32Array(size);
    this.used = 0;
    for (let row = 0; row < rows; row++) if (!isEmpty(ids, row)) this.place(ids, row);
  }

  private place(ids: Uint8Array, row: number): void {
    const mask = this.slots.length - 1;
    let slot = hashOf(ids, row * ID_BYTES) & mask;
    while (this.slots[slot]) slot = (slot + 1) & mask;
    this.slots[slot] = row + 1;
    this.used += 1;
  }
}

function hashOf(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0)) >>>
    0
  );
}

function isSame(ids: Uint8Array, row: number, id: Uint8Array): boolean {
  for (let at = 0; at < ID_BYTES; at++) if (ids[row * ID_BYTES + at] !== id[at]) return false;
  return true;
}

function isEmpty(ids: Uint8Array, row: number): boolean {
  return ids.subarray(row * ID_BYTES, (row + 1) * ID_BYTES).every((byte) => byte === 0);
}
