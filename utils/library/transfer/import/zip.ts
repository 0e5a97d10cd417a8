import {
  Unzip,
  type UnzipDecoder,
  type UnzipDecoderConstructor,
  UnzipInflate,
  UnzipPassThrough,
} from 'fflate';
import { peek } from './streams.ts';
import type { ByteStream, Bytes, FileProblem } from './types.ts';

/** So much of an archive is unpacked at a time: of a bomb, a thousand times as much. Bytes. */
const STEP = 8 * 1024;
/** Text shrinks to a tenth, the dullest table to a hundredth. What shrinks more and is large is a bomb. */
const MOST_RATIO = 200;
const LARGE = 32 * 1024 * 1024;
const MAX_ENTRIES = 400_000;

/** A file in an archive. Its bytes are to be read, if at all, before the next one is asked for. */
export interface ZipEntry {
  /** As the archive has it: a label, never a path. */
  readonly name: string;
  readonly bytes: ByteStream;
  /** Why its bytes ended too early, once they have been read; null where they did not. */
  readonly endedBy: () => FileProblem | null;
}

/** Whether bytes begin as an archive does. */
export function isZip(head: Bytes): boolean {
  if (head[0] !== 0x50 || head[1] !== 0x4b) return false;
  return (head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6);
}

type Happening =
  | { readonly kind: 'entry'; readonly name: string }
  | { readonly kind: 'data'; readonly data: Bytes }
  | { readonly kind: 'end'; readonly flaw: FileProblem | null };

/**
 * The files of an archive in its order, unpacked piece by piece. Sizes that the archive claims are not believed, and
 * its names lead nowhere.
 */
export async function* zipEntries(
  bytes: ByteStream,
): AsyncGenerator<ZipEntry | { readonly flaw: FileProblem }> {
  const { head, bytes: whole } = await peek(bytes, 8);
  // Bit 0 of the first file's flags.
  if ((head[6] ?? 0) & 1) return yield { flaw: 'encrypted' };
  const happenings = happeningsIn(whole);
  let count = 0;
  for (let next = await happenings.next(); !next.done; next = await happenings.next()) {
    const { value } = next;
    if (value.kind === 'end' && value.flaw) yield { flaw: value.flaw };
    if (value.kind !== 'entry') continue;
    if (++count > MAX_ENTRIES) return yield { flaw: 'too-large' };
    let flaw: FileProblem | null = null;
    const content = contentOf(happenings, (found) => {
      flaw = found;
    });
    yield { name: value.name, bytes: content, endedBy: () => flaw };
    // What nobody wanted to read; after it the next file begins.
    for await (const _ of content);
  }
}

/** The bytes of the file that has just begun. */
async function* contentOf(
  happenings: AsyncGenerator<Happening>,
  end: (flaw: FileProblem | null) => void,
): AsyncGenerator<Bytes> {
  for (;;) {
    const { value, done } = await happenings.next();
    if (done) return end('truncated');
    if (value.kind === 'data') yield value.data;
    else return end(value.kind === 'end' ? value.flaw : 'damaged');
  }
}

/** What happens while an archive is unpacked; each file ends before the next one begins. */
async function* happeningsIn(bytes: ByteStream): AsyncGenerator<Happening> {
  const files: OpenFile[] = [];
  let read = 0;
  const unzip = new Unzip((file) => {
    const open = new OpenFile(file.name, () => read);
    files.push(open);
    if (!(file.compression in KNOWN_METHODS)) unzip.register(unknownMethod(file.compression));
    file.ondata = (error, data, isLast) => open.take(error, data as Bytes | null, isLast);
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  let unpacked = 0;
  let isAtEnd = false;
  try {
    for await (const piece of bytes) {
      for (let at = 0; at < piece.length; at += STEP) {
        const step = piece.subarray(at, at + STEP);
        read += step.length;
        unzip.push(step);
        for (const happening of settled(files)) {
          if (happening.kind === 'data') unpacked += happening.data.length;
          yield happening;
        }
        if (isBomb(unpacked, read) || files[0]?.isBomb()) return yield { kind: 'end', flaw: 'bomb' };
      }
    }
    isAtEnd = true;
    unzip.push(new Uint8Array(0), true);
    yield* settled(files);
  } catch {
    yield* settled(files);
    return yield { kind: 'end', flaw: isAtEnd ? 'truncated' : 'damaged' };
  }
  // A file that is still open lacks its end.
  if (files.length > 0) yield { kind: 'end', flaw: 'truncated' };
}

function isBomb(unpacked: number, read: number): boolean {
  return unpacked > LARGE && unpacked > read * MOST_RATIO;
}

/** What happened to files up to the first that has not ended yet. */
function* settled(files: OpenFile[]): Generator<Happening> {
  for (let file = files[0]; file; file = files[0]) {
    yield* file.happenings.splice(0);
    if (!file.hasEnded) return;
    files.shift();
  }
}

/** A file that is being unpacked. The library may begin the next one before it ends this one. */
class OpenFile {
  readonly happenings: Happening[];
  hasEnded = false;
  private unpacked = 0;
  private readonly read: () => number;
  private readonly start: number;

  constructor(name: string, read: () => number) {
    this.happenings = [{ kind: 'entry', name }];
    this.read = read;
    this.start = read() - STEP;
  }

  take(error: unknown, data: Bytes | null, isLast: boolean): void {
    if (this.hasEnded) return;
    if (data && data.length > 0) {
      this.unpacked += data.length;
      this.happenings.push({ kind: 'data', data });
    }
    if (!error && !isLast) return;
    this.hasEnded = true;
    this.happenings.push({ kind: 'end', flaw: error ? 'damaged' : null });
  }

  isBomb(): boolean {
    return isBomb(this.unpacked, this.read() - this.start);
  }
}

/** Stored as it is, and deflated: what every program writes. */
const KNOWN_METHODS = { 0: UnzipPassThrough, 8: UnzipInflate };

/** Passes over a file that was packed in a way of which nothing is known. */
function unknownMethod(compression: number): UnzipDecoderConstructor {
  return Object.assign(
    class implements UnzipDecoder {
      ondata: UnzipDecoder['ondata'] = () => {};
      push(): void {
        this.ondata(Object.assign(new Error('unknown method'), { code: 14 }), new Uint8Array(0), true);
      }
    },
    { compression },
  );
}
