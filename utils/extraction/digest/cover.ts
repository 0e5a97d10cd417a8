import type { Vector, Vectors } from './vectors.ts';

/** Which comments were chosen, and how well they cover the thread. */
export interface Cover {
  /** Indices of the chosen comments, the one that covers most first. */
  readonly chosen: readonly number[];
  /** The sum over all comments of the similarity to the nearest chosen one. */
  readonly value: number;
}

/**
 * Comments looked at for one choice, the most promising first. In threads of more the best of so many is taken:
 * those that say nearly the same are many there, and one is as good as the other.
 */
const MAX_LOOKS = 100;

interface Candidate {
  readonly index: number;
  gain: number;
}

/** The comments that hold a word, and its weight in each. */
interface Posting {
  readonly comments: number[];
  readonly weights: number[];
}

/**
 * Chooses comments that stand for all: each time the one that brings most comments nearer to a chosen one. That
 * is the greedy choice for a submodular cover, which reaches at least 63 % of the best there is (Nemhauser, Wolsey
 * and Fisher 1978; facility location). A gain never grows, so the old one is a bound, and most candidates are
 * never looked at again (Minoux 1978).
 */
export class Coverer {
  private readonly vectors: readonly Vector[];
  private readonly postings: readonly Posting[];
  private readonly similar: Float64Array;

  constructor({ of, keys }: Vectors) {
    this.vectors = of;
    this.similar = new Float64Array(of.length);
    const postings = keys.map((): Posting => ({ comments: [], weights: [] }));
    of.forEach(({ words, weights }, comment) => {
      words.forEach((word, place) => {
        postings[word]?.comments.push(comment);
        postings[word]?.weights.push(weights[place] ?? 0);
      });
    });
    this.postings = postings;
  }

  /**
   * @param may which comments can be chosen; asked of the best ones only.
   * @param limit how many at most.
   */
  cover(may: (index: number) => boolean, limit: number): Cover {
    const nearest = new Float64Array(this.vectors.length);
    const queue = this.candidates();
    const chosen: number[] = [];
    let value = 0;
    while (chosen.length < limit) {
      const best = this.takeBest(queue, may, nearest);
      if (!best || best.gain <= 0) break;
      value += best.gain;
      chosen.push(best.index);
      this.compare(best.index).forEach((near, index) => {
        if (near > (nearest[index] ?? 0)) nearest[index] = near;
      });
    }
    return { chosen, value };
  }

  /** For every comment which of some others it is nearest to, and how near that is; -1 where it is near none. */
  nearestOf(speakers: readonly number[]): { readonly speaker: number; readonly similarity: number }[] {
    const nearest = this.vectors.map(() => ({ speaker: -1, similarity: 0 }));
    for (const speaker of speakers)
      this.compare(speaker).forEach((similarity, index) => {
        const place = nearest[index];
        if (place && similarity > place.similarity) nearest[index] = { speaker, similarity };
      });
    for (const speaker of speakers) nearest[speaker] = { speaker, similarity: 1 };
    return nearest;
  }

  /** With nothing chosen a gain is the sum of all similarities: one product with the sum of all vectors. */
  private candidates(): Candidate[] {
    const sums = this.postings.map(({ weights }) => weights.reduce((sum, weight) => sum + weight, 0));
    const queue = this.vectors.map(({ words, weights }, index): Candidate => {
      let gain = 0;
      for (let place = 0; place < words.length; place++)
        gain += (weights[place] ?? 0) * (sums[words[place] ?? 0] ?? 0);
      return { index, gain };
    });
    return queue.sort(byGain);
  }

  /** Takes the candidate with the highest gain out of the queue, which is sorted by gains of old. */
  private takeBest(
    queue: Candidate[],
    may: (index: number) => boolean,
    nearest: Float64Array,
  ): Candidate | null {
    const looked: Candidate[] = [];
    let best: Candidate | null = null;
    for (const candidate of queue) {
      if (best && (candidate.gain < best.gain || looked.length >= MAX_LOOKS)) break;
      looked.push(candidate);
      candidate.gain = may(candidate.index) ? this.gainOf(candidate.index, nearest) : 0;
      if (candidate.gain > 0 && (!best || byGain(candidate, best) < 0)) best = candidate;
    }
    const again = looked.filter((candidate) => candidate !== best && candidate.gain > 0).sort(byGain);
    queue.splice(0, queue.length, ...merge(again, queue.slice(looked.length)));
    return best;
  }

  private gainOf(index: number, nearest: Float64Array): number {
    const similar = this.compare(index);
    let gain = 0;
    for (let other = 0; other < similar.length; other++) {
      const more = (similar[other] ?? 0) - (nearest[other] ?? 0);
      if (more > 0) gain += more;
    }
    return gain;
  }

  /** How similar each comment is to one; most share no word with it and are never met. */
  private compare(index: number): Float64Array {
    const { similar } = this;
    similar.fill(0);
    const vector = this.vectors[index];
    vector?.words.forEach((word, place) => {
      const weight = vector.weights[place] ?? 0;
      const { comments, weights } = this.postings[word] ?? { comments: [], weights: [] };
      for (let at = 0; at < comments.length; at++) {
        const comment = comments[at] ?? 0;
        similar[comment] = (similar[comment] ?? 0) + weight * (weights[at] ?? 0);
      }
    });
    return similar;
  }
}

function byGain(a: Candidate, b: Candidate): number {
  return b.gain - a.gain || a.index - b.index;
}

/** Joins two queues, each in order, into one in order. */
function merge(one: readonly Candidate[], other: readonly Candidate[]): Candidate[] {
  const merged: Candidate[] = [];
  let place = 0;
  for (const candidate of one) {
    for (let next = other[place]; next && byGain(next, candidate) < 0; next = other[++place])
      merged.push(next);
    merged.push(candidate);
  }
  return [...merged, ...other.slice(place)];
}
