import { ByteWriter } from './bytes.ts';
import { type EncodedPostings, writeStep } from './postings.ts';

/**
 * Where the terms of many passages stand, while they are collected: a linked list a term, all of them in a few typed
 * arrays. Arrays of their own for hundreds of thousands of terms keep the collector of garbage busy.
 */
export class PostingPool {
  /** By term: its first and its last occurrence. */
  private heads = new Int32Array(4_096);
  private tails = new Int32Array(4_096);
  private terms = 0;
  /** By occurrence: the next one of its term (-1 for none), its passage, its position (-1 where that is none). */
  private nexts = new Int32Array(65_536);
  private passages = new Uint32Array(65_536);
  private positions = new Int32Array(65_536);
  private size = 0;

  /** The number of a new term. */
  newTerm(): number {
    if (this.terms === this.heads.length) {
      this.heads = grown(this.heads, Int32Array);
      this.tails = grown(this.tails, Int32Array);
    }
    this.heads[this.terms] = -1;
    return this.terms++;
  }

  /** Passages of a term come in order, and so do the positions in each. */
  add(term: number, passage: number, position: number): void {
    const at = this.size++;
    if (at === this.nexts.length) {
      this.nexts = grown(this.nexts, Int32Array);
      this.passages = grown(this.passages, Uint32Array);
      this.positions = grown(this.positions, Int32Array);
    }
    this.nexts[at] = -1;
    this.passages[at] = passage;
    this.positions[at] = position;
    if (this.heads[term] === -1) this.heads[term] = at;
    else this.nexts[this.tails[term] as number] = at;
    this.tails[term] = at;
  }

  /** Encodes the postings of terms; what it gives is good until it is called again. */
  encoder(): (term: number) => EncodedPostings {
    const passages = new ByteWriter();
    const positions = new ByteWriter();
    return (term) => {
      passages.clear();
      positions.clear();
      passages.number(this.passages[this.tails[term] as number] as number);
      let before = 0;
      for (let at = this.heads[term] as number; at !== -1; ) {
        const passage = this.passages[at] as number;
        let count = 0;
        let last = 0;
        while (at !== -1 && this.passages[at] === passage) {
          const position = this.positions[at] as number;
          if (position !== -1) positions.number(position - last);
          last = position;
          count += 1;
          at = this.nexts[at] as number;
        }
        writeStep(passages, passage - before, count);
        before = passage;
      }
      return { passages: passages.view(), positions: positions.view() };
    };
  }
}

function grown<Numbers extends Int32Array | Uint32Array>(
  numbers: Numbers,
  Kind: new (length: number) => Numbers,
): Numbers {
  const larger = new Kind(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
