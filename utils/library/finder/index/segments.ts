import { type Block, BlockWriter } from './blocks.ts';
import type { EncodedPostings } from './postings.ts';

/**
 * The files of a segment: which passages hold a term, where in them it stands, and the words alone, for finding
 * those that are spelt nearly like another.
 */
export const FILES = ['passages', 'positions', 'words'] as const;
export type FileName = (typeof FILES)[number];

/** The first term of each block. */
export type Directory = Readonly<Record<FileName, readonly string[]>>;

/**
 * A part of the index: the passages with numbers in a range of its own. Its blocks never change; it is replaced by
 * one that covers its neighbours as well.
 */
export interface Segment {
  readonly id: number;
  /** Its passages: from the first to before the last. */
  readonly from: number;
  readonly to: number;
  readonly directory: Directory;
  /** Of all blocks together. */
  readonly bytes: number;
}

/** Takes the blocks of a segment that is being written; their number in their file is the order in which they come. */
export type BlockSink = (file: FileName, block: Block) => void;

/** Writes terms, which come in order, into the files of a segment. */
export function segmentWriter(sink: BlockSink) {
  const directory: Record<FileName, string[]> = { passages: [], positions: [], words: [] };
  let bytes = 0;
  const writerOf = (file: FileName) =>
    new BlockWriter((block) => {
      directory[file].push(block.first);
      bytes += block.bytes.length;
      sink(file, block);
    });
  const writers = {
    passages: writerOf('passages'),
    positions: writerOf('positions'),
    words: writerOf('words'),
  };
  return {
    add(term: string, { passages, positions }: EncodedPostings, isWord: boolean): void {
      if (passages.length === 0) return;
      writers.passages.add(term, passages);
      if (positions.length > 0) writers.positions.add(term, positions);
      if (isWord) writers.words.add(term, NOTHING);
    },
    end(identity: Pick<Segment, 'id' | 'from' | 'to'>): Segment {
      for (const file of FILES) writers[file].end();
      return { ...identity, directory, bytes };
    },
  };
}

const NOTHING = new Uint8Array(0);
