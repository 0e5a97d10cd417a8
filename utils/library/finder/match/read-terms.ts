import { typoSearch } from '../../../text/typos.ts';
import type { BlockCache } from '../index/block-cache.ts';
import { blocksWith, entriesOf, joinedEntries } from '../index/blocks.ts';
import { IndexDamage } from '../index/bytes.ts';
import type { EncodedPostings } from '../index/postings.ts';
import type { FileName, Segment } from '../index/segments.ts';
import type { SearchDatabase } from '../index/store.ts';

/** The postings of one term in one segment. */
export interface FoundTerm extends EncodedPostings {
  readonly term: string;
}

const NOTHING = new Uint8Array(0);

/** Reads terms from some segments. */
export interface TermReader {
  /**
   * A term, or where it is open every word that begins so; segment by segment, so that passages are in order.
   * @param isPlaced whether the positions are wanted as well
   */
  read(term: string, isOpen: boolean, isPlaced: boolean): Promise<readonly (readonly FoundTerm[])[]>;
  /** The words that a word may have been meant as. */
  alike(word: string, typos: number): Promise<ReadonlySet<string>>;
}

export function termReader(
  database: SearchDatabase,
  segments: readonly Segment[],
  cache: BlockCache,
): TermReader {
  const blocksOf = (file: FileName, rangeIn: (firsts: readonly string[]) => readonly [number, number]) =>
    cache.read(
      database,
      segments.map((segment) => ({ segment, file, range: rangeIn(segment.directory[file]) })),
    );
  const entries = async (file: FileName, term: string, isOpen: boolean) => {
    const found = await blocksOf(file, (firsts) => blocksWith(firsts, term, isOpen));
    return found.map((blocks) => matchingEntries(blocks, term, isOpen));
  };

  return {
    async read(term, isOpen, isPlaced) {
      const [passages, positions] = await Promise.all([
        entries('passages', term, isOpen),
        isPlaced ? entries('positions', term, isOpen) : [],
      ]);
      return passages.map((list, segment) => {
        const places = new Map(positions[segment]);
        return list.map(([name, bytes]) => {
          const placed = places.get(name) ?? NOTHING;
          if (isPlaced && placed.length === 0) throw new IndexDamage('a term without positions');
          return { term: name, passages: bytes, positions: placed };
        });
      });
    },
    async alike(word, typos) {
      const found = await blocksOf('words', (firsts) => [0, firsts.length]);
      const words = new Set<string>();
      for (const blocks of found) {
        const isAlike = typoSearch(word, typos);
        for (const block of blocks) {
          for (const [candidate] of entriesOf(block)) if (isAlike(candidate)) words.add(candidate);
        }
      }
      return words;
    },
  };
}

function matchingEntries(blocks: readonly Uint8Array[], term: string, isOpen: boolean) {
  const found: (readonly [string, Uint8Array])[] = [];
  for (const entry of joinedEntries(blocks)) {
    if (isOpen ? entry[0].startsWith(term) : entry[0] === term) found.push(entry);
    else if (entry[0] > term) break;
  }
  return found;
}
