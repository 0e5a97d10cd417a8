import { concatenated, type Entry, joinedEntries } from './blocks.ts';
import { blockBuffer } from './commit.ts';
import { type JoinedList, postingJoiner } from './postings.ts';
import { type FileName, type Segment, segmentWriter } from './segments.ts';
import { readBlocks, type SearchDatabase } from './store.ts';

/** So many segments of a size become one of the next size. */
const FAN = 5;
/** Segments up to here are of the smallest size. Bytes. */
const SMALLEST = 64_000;
/** So many blocks of a file are in memory at a time. */
const BLOCKS_AHEAD = 8;

/** The newest segments that should become one: few segments are quickly searched, large ones seldom written anew. */
export function segmentsToMerge(segments: readonly Segment[]): readonly Segment[] {
  const sizes = segments.map(({ bytes }) =>
    Math.max(0, Math.ceil(Math.log(bytes / SMALLEST) / Math.log(FAN))),
  );
  for (let size = 0; size <= Math.max(0, ...sizes); size++) {
    const newest = sizes.length - 1 - sizes.findLastIndex((one) => one > size);
    if (newest >= FAN) return segments.slice(-newest);
  }
  return [];
}

/** Writes one segment of several neighbours, without what is no more. Null where nothing is left. */
export async function mergeSegments(
  database: SearchDatabase,
  segments: readonly Segment[],
  id: number,
  isLive: (passage: number) => boolean,
): Promise<Segment | null> {
  const buffer = blockBuffer(database, id);
  const writer = segmentWriter(buffer.sink);
  const join = postingJoiner(isLive);
  const sources = await Promise.all(
    segments.map(async (segment) => ({
      isWhole: isWhole(segment, isLive),
      passages: await openCursor(database, segment, 'passages'),
      positions: await openCursor(database, segment, 'positions'),
      words: await openCursor(database, segment, 'words'),
    })),
  );
  for (;;) {
    const term = leastOf(sources.map(({ passages }) => passages.term()));
    if (term === null) break;
    const lists: JoinedList[] = [];
    let isWord = false;
    for (const { passages, positions, words, ...source } of sources) {
      const found = passages.take(term);
      const placed = positions.take(term);
      if (words.take(term)) isWord = true;
      if (found) lists.push({ ...source, passages: found, positions: placed ?? NOTHING });
      for (const cursor of [passages, positions, words]) if (cursor.isEmpty()) await cursor.load();
    }
    writer.add(term, join(lists), isWord);
    if (buffer.isFull) await buffer.write();
  }
  const from = segments[0]?.from ?? 0;
  const merged = writer.end({ id, from, to: segments.at(-1)?.to ?? from });
  await buffer.write();
  return merged.bytes > 0 ? merged : null;
}

const NOTHING = new Uint8Array(0);

function isWhole({ from, to }: Segment, isLive: (passage: number) => boolean): boolean {
  for (let passage = from; passage < to; passage++) if (!isLive(passage)) return false;
  return true;
}

function leastOf(terms: readonly (string | null)[]): string | null {
  let least: string | null = null;
  for (const term of terms) if (term !== null && (least === null || term < least)) least = term;
  return least;
}

/** Goes through a file of a segment, term by term. */
async function openCursor(database: SearchDatabase, segment: Segment, file: FileName) {
  const batches = entryBatches(database, segment, file);
  let entries: Entry[] = [];
  let at = 0;
  let isAtEnd = false;
  async function load(): Promise<void> {
    const { value, done } = await batches.next();
    entries = value ?? [];
    isAtEnd = done ?? false;
    at = 0;
  }
  await load();
  return {
    load,
    /** Whether `load` must be called before it goes on. */
    isEmpty: () => at >= entries.length && !isAtEnd,
    /** Null at the end. */
    term: (): string | null => entries[at]?.[0] ?? null,
    /** Gives what is known of a term, and goes on, where that one is next. */
    take(term: string): Uint8Array | null {
      const entry = entries[at];
      if (!entry || entry[0] !== term) return null;
      at += 1;
      return entry[1];
    },
  };
}

async function* entryBatches(database: SearchDatabase, segment: Segment, file: FileName) {
  const firsts = segment.directory[file];
  /** The parts of an entry that goes on in the next block. */
  let open: Uint8Array[] = [];
  for (let from = 0; from < firsts.length; from += BLOCKS_AHEAD) {
    const to = Math.min(firsts.length, from + BLOCKS_AHEAD);
    const blocks = await readBlocks(database.transaction('blocks'), segment, file, [from, to]);
    const entries: Entry[] = [...joinedEntries(blocks)];
    const [first] = entries;
    if (first && open.length > 0) entries[0] = [first[0], concatenated([...open, first[1]])];
    open = [];
    const last = entries.at(-1);
    if (last && last[0] === firsts[to]) open = [(entries.pop() ?? last)[1]];
    if (entries.length > 0) yield entries;
  }
}
