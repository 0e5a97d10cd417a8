import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { ExportFailure, type Part } from './types.ts';

/** What the plain format has room for; beyond them most programs cannot open a zip. */
const LIMITS = { files: 65_000, bytes: 0xf000_0000 };

/** The format knows no years before 1980 and none after 2107. */
const FIRST_TIME = Date.UTC(1980, 0, 2);
const LAST_TIME = Date.UTC(2099, 0, 1);

export interface ZipEntry {
  readonly path: string;
  readonly content: Part;
  /** When it was last changed, milliseconds since 1970. */
  readonly time: number;
  /** True for what deflating makes no smaller, such as images. */
  readonly isDense?: boolean;
}

/** A zip that is made piece by piece: what is added is given out at once, nothing of it is kept. */
export interface ZipMaker {
  add(entry: ZipEntry): readonly Part[];
  end(): readonly Part[];
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * @param first a file that comes first, neither compressed nor followed by a record of its size, as the `mimetype`
 *   of a book must be
 */
export function createZip(first?: ZipEntry, limits = LIMITS): ZipMaker {
  const opening = first ? storedRecord(first) : null;
  let given: Bytes[] = opening ? [opening.file] : [];
  let files = 0;
  let bytes = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    bytes += chunk.length;
    given.push(chunk as Bytes);
  });
  const take = () => {
    const parts = given;
    given = [];
    return parts;
  };
  return {
    add({ path, content, time, isDense = false }) {
      files += 1;
      if (files > limits.files || bytes > limits.bytes) throw new ExportFailure('too-large');
      const file = new ZipDeflate(path, { level: isDense ? 0 : 6 });
      file.mtime = clampTime(time);
      zip.add(file);
      file.push(typeof content === 'string' ? strToU8(content) : content, true);
      return take();
    },
    end() {
      const before = take();
      zip.end();
      // The directory is the last piece, and all of it.
      const directory = take();
      if (!opening) return [...before, ...directory];
      return [...before, withOpening(join(directory), opening)];
    },
  };
}

function clampTime(time: number): Date {
  return new Date(Number.isFinite(time) ? Math.min(LAST_TIME, Math.max(FIRST_TIME, time)) : FIRST_TIME);
}

/** The lengths of the records of a zip, and where in them the fields stand that are changed here. */
const END_RECORD = 22;
const DIRECTORY_OFFSET = 42;
const NAME_LENGTH = 28;
const DIRECTORY_RECORD = 46;

interface Opening {
  readonly file: Bytes;
  /** Its record in the directory. */
  readonly record: Bytes;
}

/** One stored file with its sizes in front of it, taken out of a zip of its own. */
function storedRecord({ path, content, time }: ZipEntry): Opening {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const whole = zipSync({ [path]: [bytes, { level: 0, mtime: clampTime(time) }] }) as Bytes;
  const directoryAt = new DataView(whole.buffer).getUint32(whole.length - END_RECORD + 16, true);
  return { file: whole.slice(0, directoryAt), record: whole.slice(directoryAt, whole.length - END_RECORD) };
}

/** The directory of the other files with the opening one in front: all of them lie that much further back. */
function withOpening(directory: Bytes, { file, record }: Opening): Bytes {
  const moved = join([record, directory]);
  const view = new DataView(moved.buffer);
  const end = moved.length - END_RECORD;
  for (let at = record.length; at < end; at += recordLength(view, at)) {
    view.setUint32(at + DIRECTORY_OFFSET, view.getUint32(at + DIRECTORY_OFFSET, true) + file.length, true);
  }
  const files = view.getUint16(end + 8, true) + 1;
  view.setUint16(end + 8, files, true);
  view.setUint16(end + 10, files, true);
  view.setUint32(end + 12, end, true);
  view.setUint32(end + 16, view.getUint32(end + 16, true) + file.length, true);
  return moved;
}

function recordLength(view: DataView, at: number): number {
  const lengths = [0, 2, 4].map((further) => view.getUint16(at + NAME_LENGTH + further, true));
  return lengths.reduce((sum, length) => sum + length, DIRECTORY_RECORD);
}

function join(pieces: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
