import { MAX_BODY } from './body.ts';
import { decode, encodingOf } from './encoding.ts';
import { type Found, flawOf, type Recognised, readAs, recognise } from './read-file.ts';
import type { ByteStream, Entry, FileProblem, ImportKind } from './types.ts';
import { isZip, type ZipEntry, zipEntries } from './zip.ts';

/** Kinds whose texts lie beside the list, each in a file of its own. */
const WITH_BODIES: ReadonlySet<ImportKind> = new Set(['omnivore', 'matter']);
/** More than this waits for its texts in no archive; the rest is read without them. Entries and characters. */
const MOST_WAITING = 100_000;
const MAX_WAITING = 40_000_000;
/** The notes of one entry are cut to this, and those of all together. Characters. */
const MAX_NOTE = 20_000;
const MAX_NOTES = 16_000_000;
/** What systems put into archives by themselves. */
const CLUTTER = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/iu;
const NOTES = /\.md$/iu;
const TEXTS = /\.(?:csv|json|html?|txt|zip)$/iu;

/** What the first look at an archive has found. */
interface Contents {
  /** Entries by the name of the file with their text; null once that was read. */
  readonly waiting: Map<string, Listed | null>;
  /** Entries of which no file has the text. */
  readonly alone: Listed[];
  /** Notes by the name of the file with the text. */
  readonly notes: ReadonlyMap<string, string>;
  readonly flaws: readonly Found[];
}

interface Listed {
  readonly kind: ImportKind;
  readonly file: string;
  readonly entry: Entry;
}

/**
 * Reads an archive twice: where its lists and their texts lie apart, the lists come first, wherever they stand.
 * @param open gives its bytes from the beginning
 */
export async function* readArchive(name: string, open: () => ByteStream): AsyncGenerator<Found> {
  const contents = await lookInto(name, open());
  yield* contents.flaws;
  const isOfBodies = contents.waiting.size > 0;
  let isOfUse = isOfBodies || contents.alone.length > 0 || contents.flaws.length > 0;
  for await (const packed of zipEntries(open())) {
    if ('flaw' in packed) {
      isOfUse = true;
      yield flawOf(name, packed.flaw);
      continue;
    }
    if (isClutter(packed)) continue;
    const file = `${name}/${packed.name}`;
    const text = await recognise(packed.bytes);
    const key = keyOf(packed.name);
    const listed = contents.waiting.get(key);
    if (listed !== undefined) {
      // An article may look like a list of bookmarks, and a text may be there twice.
      if (listed && !NOTES.test(packed.name)) {
        contents.waiting.set(key, null);
        const html = await textOf(text);
        const isLost = packed.endedBy() !== null;
        yield withBody(listed, contents, isLost ? { lostBody: 'damaged' } : { html });
        if (packed.endedBy() === 'damaged') continue;
      }
    } else if (text.format) {
      isOfUse = true;
      if (!WITH_BODIES.has(text.format.kind)) yield* readAs(text.format, file, text);
    } else if (!isOfBodies && (TEXTS.test(packed.name) || isZip(text.head))) {
      isOfUse = true;
      yield flawOf(file, text.head.length === 0 ? 'empty' : 'unknown');
    }
    const flaw = await endOf(packed, text);
    if (flaw) yield flawOf(file, flaw);
  }
  for (const listed of contents.waiting.values()) if (listed) yield withBody(listed, contents, {});
  for (const listed of contents.alone) yield listed;
  if (!isOfUse) yield flawOf(name, 'nothing-inside');
}

/** Finds the lists whose texts lie beside them, and the notes. */
async function lookInto(name: string, bytes: ByteStream): Promise<Contents> {
  const waiting = new Map<string, Listed | null>();
  const alone: Listed[] = [];
  const notes = new Map<string, string>();
  const flaws: Found[] = [];
  let held = 0;
  let noted = 0;
  for await (const packed of zipEntries(bytes)) {
    if ('flaw' in packed || isClutter(packed)) continue;
    const text = await recognise(packed.bytes);
    if (NOTES.test(packed.name)) {
      if (noted > MAX_NOTES) continue;
      const note = (await textOf(text)).slice(0, MAX_NOTE);
      noted += note.length;
      notes.set(keyOf(packed.name), note);
    } else if (text.format && WITH_BODIES.has(text.format.kind)) {
      for await (const found of readAs(text.format, `${name}/${packed.name}`, text)) {
        if ('flaw' in found) {
          flaws.push(found);
          continue;
        }
        const key = found.entry.bodyKey;
        held += sizeOf(found.entry);
        const mayWait = waiting.size < MOST_WAITING && held < MAX_WAITING;
        if (key && mayWait && !waiting.has(key)) waiting.set(key, found);
        else alone.push(found);
      }
    }
  }
  return { waiting, alone, notes, flaws };
}

function sizeOf({ url, title, excerpt, note, tags }: Entry): number {
  return url.length + title.length + excerpt.length + note.length + tags.join().length;
}

function withBody(
  listed: Listed,
  { notes }: Contents,
  body: Partial<Pick<Entry, 'html' | 'lostBody'>>,
): Listed {
  const { entry } = listed;
  return { ...listed, entry: { ...entry, note: notes.get(entry.bodyKey ?? '') ?? entry.note, ...body } };
}

/** A text as a whole; what is longer than any text is cut where that can be told. */
async function textOf({ head, bytes }: Recognised): Promise<string> {
  let whole = '';
  for await (const piece of decode(bytes, encodingOf(head))) {
    whole += piece;
    if (whole.length > MAX_BODY) break;
  }
  return whole;
}

/** What was wrong with a file in the archive, once it has been read to its end. */
async function endOf(packed: ZipEntry, { bytes }: Recognised): Promise<FileProblem | null> {
  for await (const _ of bytes);
  return packed.endedBy();
}

/** What files and entries are matched by: the name without folders and without what says its kind. */
function keyOf(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return base.replace(/\.(?:html?|md|txt)$/iu, '');
}

function isClutter({ name }: ZipEntry): boolean {
  return name.endsWith('/') || CLUTTER.test(name);
}
