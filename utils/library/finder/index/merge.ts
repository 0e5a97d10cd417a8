import { concatenated, type Entry, joinedEntries } from './blocks.ts';
import { blockBuffer } from './commit.ts';
import { type EncodedPostings, joinPostings } from './postings.ts';
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
  const cursors = await Promise.all(
    segments.map(async (segment) => ({
      passages: await openCursor(database, segment, 'passages'),
      positions: await openCursor(database, segment, 'positions'),
      words: await openCursor(database, segment, 'words'),
    })),
  );
  for (;;) {
    const term = leastOf(cursors.map(({ passages }) => passages.term()));
    if (term === null) break;
    const lists: EncodedPostings[] = [];
    let isWord = false;
    for (const { passages, positions, words } of cursors) {
      const found = await passages.take(term);
      const placed = await positions.take(term);
      if (await words.take(term)) isWord = true;
      if (found) lists.push({ passages: found, positions: placed ?? new Uint8Array(0) });
    }
    writer.add(term, joinPostings(lists, isLive), isWord);
    if (buffer.isFull) await buffer.write();
  }
  const merged = writer.end(id);
  await buffer.write();
  return merged.bytes > 0 ? merged : null;
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
  const load = async () => {
    entries = (await batches.next()).value ?? [];
    at = 0;
  };
  await load();
  return {
    /** Null at the end. */
    term: (): string | null => entries[at]?.[0] ?? null,
    /** Gives what is known of a term, and goes on, where that one is next. */
    take(term: string): Uint8Array | null | Promise<Uint8Array> {
      const entry = entries[at];
      if (!entry || entry[0] !== term) return null;
      at += 1;
      return at < entries.length ? entry[1] : load().then(() => entry[1]);
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
