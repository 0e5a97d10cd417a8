/** The index on disk is not what was written there: it must be built anew. */
export class IndexDamage extends Error {}

/** Bytes that grow. Numbers are written seven bits a byte, small ones in one (LEB128). */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 32) {
    this.bytes = new Uint8Array(capacity);
  }

  number(value: number): void {
    if (this.length + 8 > this.bytes.length) this.grow(8);
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.bytes[this.length++] = rest;
  }

  append(other: Uint8Array): void {
    if (this.length + other.length > this.bytes.length) this.grow(other.length);
    this.bytes.set(other, this.length);
    this.length += other.length;
  }

  text(value: string, from: number): void {
    for (let at = from; at < value.length; at++) this.number(value.charCodeAt(at));
  }

  /** What was written so far; changes with the next write. */
  view(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length);
  }

  /** A copy of what was written so far. */
  copy(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  private grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** Reads what `ByteWriter` wrote. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  number(): number {
    // Most are of one byte.
    let byte = this.byte();
    if (byte < 0x80) return byte;
    let value = byte - 0x80;
    for (let factor = 0x80; ; factor *= 0x80) {
      byte = this.byte();
      if (byte < 0x80) return value + byte * factor;
      value += (byte - 0x80) * factor;
    }
  }

  slice(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.bytes.length) throw new IndexDamage('a block ends too early');
    const part = this.bytes.subarray(this.at, end);
    this.at = end;
    return part;
  }

  text(length: number): string {
    let text = '';
    for (let count = 0; count < length; count++) text += String.fromCharCode(this.number());
    return text;
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new IndexDamage('a block ends too early');
    return byte;
  }
}
