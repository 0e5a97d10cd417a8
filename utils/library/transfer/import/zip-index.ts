import { bytesOf } from './streams.ts';
import type { Bytes } from './types.ts';

/**
 * Archives that were streamed say the sizes of their files behind the data alone, so that a reader of the stream has
 * to look for the next file's mark, and finds it in the data once in some ten megabytes. The index at the end of the
 * archive has the sizes; with it a stream can be made that says them where they are needed.
 */

/** The layout of archives (APPNOTE.TXT of PKWARE, 4.3). */
const END = { mark: 0x06054b50, size: 22, count: 10, length: 12, start: 16 } as const;
const LONG_END_POINTER = { mark: 0x07064b50, size: 20, at: 8 } as const;
const LONG_END = { mark: 0x06064b50, size: 56, count: 32, length: 40, start: 48 } as const;
const ENTRY = {
  mark: 0x02014b50,
  size: 46,
  packed: 20,
  full: 24,
  name: 28,
  extra: 30,
  remark: 32,
  start: 42,
} as const;
const HEADER = { mark: 0x04034b50, size: 30, flags: 6, packed: 18, full: 22, name: 26, extra: 28 } as const;
const LONG_SIZES = 1;
const SIZES_FOLLOW = 8;
const SEE_ELSEWHERE = 0xffff_ffff;

/** A remark at the end of an archive is never longer. */
const MAX_REMARK = 0xffff;
const MAX_INDEX = 32 * 1024 * 1024;
const WINDOW = 256 * 1024;

interface Indexed {
  readonly start: number;
  readonly packed: number;
  readonly full: number;
}

/**
 * The bytes of an archive with the sizes of its files in front of them; as they are where the archive has no index
 * that makes sense, as when its end is missing.
 * @param tell hears how many bytes were read since the last time
 */
export async function* sizedArchive(archive: Blob, tell: (bytes: number) => void): AsyncGenerator<Bytes> {
  const files = await indexOf(archive);
  if (!files) {
    yield* bytesOf(archive, tell);
    return;
  }
  const window = new Window(archive, tell);
  for (const file of files) yield* sized(window, file);
}

/** The files that the index names; null where it does not fit the archive. */
async function indexOf(archive: Blob): Promise<readonly Indexed[] | null> {
  const tail = await viewOf(archive, Math.max(0, archive.size - END.size - MAX_REMARK), archive.size);
  const end = lastMark(tail, END.mark, tail.byteLength - END.size);
  if (end < 0) return null;
  const place = (await longPlace(archive, tail, end)) ?? {
    count: tail.getUint16(end + END.count, true),
    start: tail.getUint32(end + END.start, true),
    length: tail.getUint32(end + END.length, true),
  };
  if (place.length > MAX_INDEX || place.start + place.length > archive.size) return null;
  const files = readIndex(await viewOf(archive, place.start, place.start + place.length));
  const packed = files?.reduce((sum, file) => sum + file.packed, 0) ?? 0;
  // Files that share their data make bombs of small archives.
  return files?.length === place.count && packed <= archive.size ? files : null;
}

/** Where the index of a large archive is; null for others. */
async function longPlace(archive: Blob, tail: DataView, end: number) {
  const pointer = end - LONG_END_POINTER.size;
  if (pointer < 0 || tail.getUint32(pointer, true) !== LONG_END_POINTER.mark) return null;
  const at = Number(tail.getBigUint64(pointer + LONG_END_POINTER.at, true));
  const long = await viewOf(archive, at, at + LONG_END.size);
  if (long.byteLength < LONG_END.size || long.getUint32(0, true) !== LONG_END.mark) return null;
  const number = (offset: number) => Number(long.getBigUint64(offset, true));
  return { count: number(LONG_END.count), start: number(LONG_END.start), length: number(LONG_END.length) };
}

function readIndex(index: DataView): readonly Indexed[] | null {
  const files: Indexed[] = [];
  for (let at = 0; at < index.byteLength; ) {
    if (at + ENTRY.size > index.byteLength || index.getUint32(at, true) !== ENTRY.mark) return null;
    const [name, extra, remark] = [ENTRY.name, ENTRY.extra, ENTRY.remark].map((offset) =>
      index.getUint16(at + offset, true),
    ) as [number, number, number];
    const [full, packed, start] = [ENTRY.full, ENTRY.packed, ENTRY.start].map((offset) =>
      index.getUint32(at + offset, true),
    ) as [number, number, number];
    const extras = at + ENTRY.size + name;
    if (extras + extra + remark > index.byteLength) return null;
    const file = withLongSizes(index, extras, extras + extra, { full, packed, start });
    // A header has no room for more; archives of such files keep their stream.
    if (file.packed >= SEE_ELSEWHERE || file.full >= SEE_ELSEWHERE) return null;
    files.push(file);
    at = extras + extra + remark;
  }
  return files;
}

/** Numbers that are too long for their place stand among the extras, in this order. */
function withLongSizes(index: DataView, from: number, to: number, file: Indexed): Indexed {
  for (let at = from; at + 4 <= to; at += 4 + index.getUint16(at + 2, true)) {
    if (index.getUint16(at, true) !== LONG_SIZES) continue;
    let next = at + 4;
    const long = (value: number) => {
      if (value !== SEE_ELSEWHERE || next + 8 > to) return value;
      next += 8;
      return Number(index.getBigUint64(next - 8, true));
    };
    return { full: long(file.full), packed: long(file.packed), start: long(file.start) };
  }
  return file;
}

/** A file's header with its sizes, and its data. */
async function* sized(window: Window, { start, packed, full }: Indexed): AsyncGenerator<Bytes> {
  const fixed = await window.read(start, HEADER.size);
  const view = new DataView(fixed.buffer);
  if (fixed.length < HEADER.size || view.getUint32(0, true) !== HEADER.mark) return;
  const names = view.getUint16(HEADER.name, true);
  const data = start + HEADER.size + names + view.getUint16(HEADER.extra, true);
  view.setUint16(HEADER.flags, view.getUint16(HEADER.flags, true) & ~SIZES_FOLLOW, true);
  view.setUint32(HEADER.packed, Math.min(packed, window.size - data), true);
  view.setUint32(HEADER.full, full, true);
  view.setUint16(HEADER.extra, 0, true);
  yield fixed;
  if (names > 0) yield await window.read(start + HEADER.size, names);
  const end = Math.min(data + packed, window.size);
  for (let at = data; at < end; at += WINDOW) yield await window.read(at, Math.min(WINDOW, end - at));
}

/** Reads here and there in a file, mostly onwards, without asking the disk for every few bytes. */
class Window {
  readonly size: number;
  private readonly file: Blob;
  private readonly tell: (bytes: number) => void;
  private start = 0;
  private bytes: Bytes = new Uint8Array(0);
  /** How far the file has been read. */
  private furthest = 0;

  constructor(file: Blob, tell: (bytes: number) => void) {
    this.file = file;
    this.size = file.size;
    this.tell = tell;
  }

  /** Fewer bytes than asked for only at the end of the file. The result belongs to the caller. */
  async read(at: number, length: number): Promise<Bytes> {
    const end = Math.min(at + length, this.size);
    if (at < this.start || end > this.start + this.bytes.length) {
      this.start = at;
      this.bytes = new Uint8Array(await this.file.slice(at, at + Math.max(length, WINDOW)).arrayBuffer());
      const reached = at + this.bytes.length;
      if (reached > this.furthest) this.tell(reached - this.furthest);
      this.furthest = Math.max(this.furthest, reached);
    }
    return this.bytes.slice(at - this.start, Math.max(at, end) - this.start);
  }
}

async function viewOf(file: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await file.slice(start, end).arrayBuffer());
}

/** The last place of a mark; -1 where it is nowhere. */
function lastMark(view: DataView, mark: number, from: number): number {
  for (let at = from; at >= 0; at -= 1) if (view.getUint32(at, true) === mark) return at;
  return -1;
}
