import type { Token } from '../../../text/search-tokens.ts';
import { PostingPool } from './posting-pool.ts';
import { MAX_POSITION } from './postings.ts';
import { type BlockSink, type Segment, segmentWriter } from './segments.ts';
import { giveTerms, type TermTaker } from './terms.ts';

/** Numbers in the pool: of a sign itself, and with every sign that stands behind it somewhere. */
interface SignTerms {
  /** -1 while it is known with others only. */
  own: number;
  readonly pairs: Map<number, number>;
}

/** Collects passages in memory until they are enough for a segment. */
export class SegmentBuilder {
  /** How many tokens it holds: a measure of its size. */
  tokens = 0;
  private readonly pool = new PostingPool();
  private readonly words = new Map<string, number>();
  private readonly signs = new Map<number, SignTerms>();
  private passage = 0;
  private first = 0;
  private readonly taker: TermTaker = {
    word: (word, position) => {
      let term = this.words.get(word);
      if (term === undefined) {
        term = this.pool.newTerm();
        this.words.set(word, term);
      }
      this.pool.add(term, this.passage, position);
    },
    sign: (sign) => {
      const known = this.signOf(sign);
      if (known.own === -1) known.own = this.pool.newTerm();
      this.pool.add(known.own, this.passage, -1);
    },
    pair: (first, second, position) => {
      const { pairs } = this.signOf(first);
      let term = pairs.get(second);
      if (term === undefined) {
        term = this.pool.newTerm();
        pairs.set(second, term);
      }
      this.pool.add(term, this.passage, position);
    },
  };

  /** Passages come in the order of their numbers. */
  add(passage: number, tokens: readonly Token[]): void {
    if (this.tokens === 0) this.first = passage;
    this.tokens += tokens.length;
    this.passage = passage;
    const isLong = (tokens.at(-1)?.position ?? 0) > MAX_POSITION;
    giveTerms(isLong ? tokens.filter(({ position }) => position <= MAX_POSITION) : tokens, this.taker);
  }

  /** Writes what was collected. */
  write(id: number, sink: BlockSink): Segment {
    const writer = segmentWriter(sink);
    const encode = this.pool.encoder();
    const terms = this.terms();
    for (const term of [...terms.keys()].sort()) {
      writer.add(term, encode(terms.get(term) as number), this.words.has(term));
    }
    return writer.end({ id, from: this.first, to: this.passage + 1 });
  }

  private terms(): Map<string, number> {
    const terms = new Map(this.words);
    for (const [sign, { own, pairs }] of this.signs) {
      const text = String.fromCodePoint(sign);
      if (own !== -1) terms.set(text, own);
      for (const [next, term] of pairs) terms.set(text + String.fromCodePoint(next), term);
    }
    return terms;
  }

  private signOf(sign: number): SignTerms {
    let known = this.signs.get(sign);
    if (!known) {
      known = { own: -1, pairs: new Map() };
      this.signs.set(sign, known);
    }
    return known;
  }
}
