import { isBackupFile } from '../../backup/open-file.ts';
import { readArchive } from './archive.ts';
import { detect, type Format } from './detect.ts';
import { decode, encodingOf } from './encoding.ts';
import { bytesOf, type Peeked, peek } from './streams.ts';
import type { ByteStream, Entry, FileProblem, Flaw, ImportKind } from './types.ts';
import { isZip } from './zip.ts';
import { sizedArchive } from './zip-index.ts';

/** So much of a text tells what it is. Bytes. */
export const HEAD = 256 * 1024;

/** What reading a file gives: its entries in their order, and what is wrong with it. */
export type Found =
  | {
      readonly kind: ImportKind /** With the name inside an archive. */;
      readonly file: string;
      readonly entry: Entry;
    }
  | { readonly flaw: Flaw };

/**
 * Reads a file of any kind, an archive with all that is in it. Nothing of it is in memory as a whole.
 * @param tell hears how many bytes were read since the last time
 */
export async function* readFile(file: File, tell: (bytes: number) => void): AsyncGenerator<Found> {
  try {
    if (await isBackupFile(file)) {
      yield flawOf(file.name, 'backup');
      return;
    }
    const { head, bytes } = await peek(bytesOf(file, tell), 4);
    if (isZip(head)) {
      await close(bytes);
      // Half of the way is the first look, which tells what belongs together.
      yield* readArchive(file.name, () => sizedArchive(file, (read) => tell(read / 2)));
    } else yield* readText(file.name, bytes);
  } catch (thrown) {
    // The browser's words for a file that was moved, changed or is forbidden since it was chosen.
    if (!(thrown instanceof DOMException)) throw thrown;
    yield flawOf(file.name, 'unreadable');
  }
}

/** Reads one text of whatever kind. */
export async function* readText(file: string, bytes: ByteStream): AsyncGenerator<Found> {
  const text = await recognise(bytes);
  if (!text.format) yield flawOf(file, text.head.length === 0 ? 'empty' : 'unknown');
  else yield* readAs(text.format, file, text);
}

export interface Recognised extends Peeked {
  readonly format: Format | null;
}

/** Looks at the beginning of a text to tell what it is. */
export async function recognise(bytes: ByteStream): Promise<Recognised> {
  const peeked = await peek(bytes, HEAD);
  const encoding = encodingOf(peeked.head);
  // No text has zeros in it.
  const isBinary = !encoding.startsWith('utf-16') && peeked.head.subarray(0, 4096).includes(0);
  const format = isBinary ? null : detect(new TextDecoder(encoding).decode(peeked.head, { stream: true }));
  return { ...peeked, format };
}

/** Reads a text whose kind is known. */
export async function* readAs(format: Format, file: string, { head, bytes }: Peeked): AsyncGenerator<Found> {
  for await (const read of format.read(decode(bytes, encodingOf(head)))) {
    if ('flaw' in read) yield flawOf(file, read.flaw, read.row);
    else yield { kind: format.kind, file, entry: read };
  }
}

export function flawOf(
  file: string,
  problem: FileProblem,
  row: number | null = null,
): { readonly flaw: Flaw } {
  return { flaw: { file, row, problem } };
}

async function close(bytes: ByteStream): Promise<void> {
  await bytes[Symbol.asyncIterator]().return?.();
}
