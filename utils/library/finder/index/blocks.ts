import { ByteReader, ByteWriter } from './bytes.ts';

/** Large enough that few are read, and too small for browsers to put into files of their own. Bytes. */
const BLOCK_SIZE = 32_000;

/** Terms in order with what is known of each, cut into blocks; `first` is the first term of a block. */
export interface Block {
  readonly first: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Packs terms, which come in order, into blocks. What does not fit into a block begins the next one; what is larger
 * than a block goes on in further ones under the same term.
 */
export class BlockWriter {
  private readonly emit: (block: Block) => void;
  private readonly current = new ByteWriter(BLOCK_SIZE + 1_000);
  private first = '';
  private previous = '';

  constructor(emit: (block: Block) => void) {
    this.emit = emit;
  }

  add(term: string, payload: Uint8Array): void {
    if (this.current.length > 0 && this.current.length + payload.length > BLOCK_SIZE) this.end();
    for (let at = 0; at === 0 || at < payload.length; at += BLOCK_SIZE) {
      if (at > 0) this.end();
      this.entry(term, payload.subarray(at, at + BLOCK_SIZE));
    }
  }

  /** Gives out the last block. */
  end(): void {
    if (this.current.length > 0) this.emit({ first: this.first, bytes: this.current.copy() });
    this.current.clear();
    this.previous = '';
  }

  private entry(term: string, payload: Uint8Array): void {
    const { current, previous } = this;
    if (current.length === 0) this.first = term;
    const shared = sharedLength(previous, term);
    current.number(shared);
    current.number(term.length - shared);
    current.text(term, shared);
    current.number(payload.length);
    current.append(payload);
    this.previous = term;
  }
}

export type Entry = readonly [term: string, payload: Uint8Array];

/** Goes through the terms of a block, in order. The payload is a view into the block. */
export function* entriesOf(bytes: Uint8Array): Generator<Entry> {
  const reader = new ByteReader(bytes);
  let term = '';
  while (!reader.isAtEnd) {
    const shared = reader.number();
    term = term.slice(0, shared) + reader.text(reader.number());
    yield [term, reader.slice(reader.number())];
  }
}

/** Goes through consecutive blocks; what was cut over several is one again. */
export function* joinedEntries(blocks: Iterable<Uint8Array>): Generator<Entry> {
  let term = '';
  let parts: Uint8Array[] = [];
  for (const block of blocks) {
    for (const [next, payload] of entriesOf(block)) {
      if (parts.length > 0 && next !== term) {
        yield [term, concatenated(parts)];
        parts = [];
      }
      term = next;
      parts.push(payload);
    }
  }
  if (parts.length > 0) yield [term, concatenated(parts)];
}

/** Which blocks hold a term, or, where it is open, the terms that begin so: from the first to before the last. */
export function blocksWith(
  firsts: readonly string[],
  term: string,
  isOpen: boolean,
): [from: number, to: number] {
  const begin = firstAtLeast(firsts, term);
  const from = firsts[begin] === term ? begin : Math.max(0, begin - 1);
  const to = firstAtLeast(firsts, isOpen ? `${term}\uffff` : `${term}\0`);
  return [from, to];
}

function firstAtLeast(sorted: readonly string[], term: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}

export function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
