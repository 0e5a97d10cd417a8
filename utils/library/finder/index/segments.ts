import type { Token } from '../../../text/search-tokens.ts';
import { type Block, BlockWriter } from './blocks.ts';
import { type EncodedPostings, MAX_POSITION, PostingBuilder } from './postings.ts';
import { visitTerms } from './terms.ts';

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
    end(id: number): Segment {
      for (const file of FILES) writers[file].end();
      return { id, directory, bytes };
    },
  };
}

const NOTHING = new Uint8Array(0);

/** Collects passages in memory until they are enough for a segment. */
export class SegmentBuilder {
  private readonly terms = new Map<string, { readonly postings: PostingBuilder; readonly isWord: boolean }>();
  /** How many tokens it holds: a measure of its size. */
  tokens = 0;

  /** Passages come in the order of their numbers. */
  add(passage: number, tokens: readonly Token[]): void {
    this.tokens += tokens.length;
    visitTerms(tokens, (term, position, isWord) => {
      if (position > MAX_POSITION) return;
      let known = this.terms.get(term);
      if (!known) {
        known = { postings: new PostingBuilder(), isWord };
        this.terms.set(term, known);
      }
      known.postings.add(passage, position);
    });
  }

  /** Writes what was collected. */
  write(id: number, sink: BlockSink): Segment {
    const writer = segmentWriter(sink);
    for (const term of [...this.terms.keys()].sort()) {
      const known = this.terms.get(term);
      if (known) writer.add(term, known.postings.encode(), known.isWord);
    }
    return writer.end(id);
  }
}
