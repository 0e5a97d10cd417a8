import { topicWords, type Word } from '../../text/words.ts';
import type { RawComment } from '../types/comments.ts';

/** What a comment is about: its words by number, rising, with their weights; of length 1. */
export interface Vector {
  readonly words: Int32Array;
  readonly weights: Float64Array;
}

/** The words of a thread's comments, weighed. */
export interface Vectors {
  /** In the order of the comments; empty for a comment without topical words. */
  readonly of: readonly Vector[];
  /** In how many comments each word is. */
  readonly spread: readonly number[];
  /** The keys of the words. */
  readonly keys: readonly string[];
  /** The form of a word that commenters wrote most. */
  shown(word: number): string;
}

/**
 * Characters of a whole thread that are read for its topics. Where a thread has more, the beginning of each
 * comment tells what it is about: a digest must not take longer than finding the article.
 */
const BUDGET = 100_000;
const MIN_PER_COMMENT = 100;

/**
 * Weighs words as tf-idf does, with the logarithm of both counts (Salton and Buckley, "Term-weighting approaches
 * in automatic text retrieval", 1988). The names of those who speak are no topics.
 */
export function vectorsOf(comments: readonly RawComment[], lang: string | null): Vectors {
  const vocabulary = new Vocabulary(namesOf(comments));
  const limit = Math.max(MIN_PER_COMMENT, Math.floor(BUDGET / Math.max(1, comments.length)));
  const counted = comments.map(({ title, text }) => {
    const said = title ? `${title}\n${text}` : text;
    return vocabulary.count(topicWords(said.length > limit ? said.slice(0, limit) : said, lang));
  });
  const { spread, keys } = vocabulary;
  const rarities = Float64Array.from(spread, (count) => Math.log(1 + comments.length / count));
  return {
    of: counted.map((one) => weigh(one, rarities)),
    spread,
    keys,
    shown: (word) => vocabulary.mostWritten(word),
  };
}

/** The cosine of two comments' words: 0 for nothing in common, 1 for the same words. */
export function similarity(one: Vector, other: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < one.words.length && j < other.words.length; ) {
    const [a = 0, b = 0] = [one.words[i], other.words[j]];
    if (a === b) sum += (one.weights[i] ?? 0) * (other.weights[j] ?? 0);
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return sum;
}

interface Counted {
  readonly words: Int32Array;
  readonly times: Int32Array;
}

/** Numbers the words of a thread and counts them. */
class Vocabulary {
  readonly keys: string[] = [];
  readonly spread: number[] = [];
  private readonly names: ReadonlySet<string>;
  private readonly numbers = new Map<string, number>();
  private readonly forms = new Map<Word, { readonly word: number; times: number }>();
  /** How often each word is in the comment that is being counted. */
  private readonly times: number[] = [];

  constructor(names: ReadonlySet<string>) {
    this.names = names;
  }

  count(words: readonly Word[]): Counted {
    const found: number[] = [];
    for (const one of words) {
      const form = this.formOf(one);
      if (form.word < 0) continue;
      form.times += 1;
      const times = this.times[form.word] ?? 0;
      if (times === 0) found.push(form.word);
      this.times[form.word] = times + 1;
    }
    const sorted = Int32Array.from(found).sort();
    const times = sorted.map((word) => this.times[word] ?? 0);
    for (const word of found) {
      this.times[word] = 0;
      this.spread[word] = (this.spread[word] ?? 0) + 1;
    }
    return { words: sorted, times };
  }

  /** Of equals the shortest, which is the plain one, and of those the first in code points. */
  mostWritten(word: number): string {
    let best: Word | null = null;
    let most = 0;
    for (const [form, { word: of, times }] of this.forms) {
      if (of !== word || times < most) continue;
      if (best && times === most && !isPlainer(form.shown, best.shown)) continue;
      [best, most] = [form, times];
    }
    return best?.shown ?? this.keys[word] ?? '';
  }

  private formOf(word: Word): { readonly word: number; times: number } {
    const known = this.forms.get(word);
    if (known) return known;
    const form = { word: this.names.has(word.key) ? -1 : this.numberOf(word.key), times: 0 };
    this.forms.set(word, form);
    return form;
  }

  private numberOf(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }
}

function isPlainer(form: string, other: string): boolean {
  return form.length < other.length || (form.length === other.length && form < other);
}

function weigh({ words, times }: Counted, rarities: Float64Array): Vector {
  const weights = new Float64Array(words.length);
  let squares = 0;
  for (let place = 0; place < words.length; place++) {
    const often = times[place] ?? 1;
    const weight = (often === 1 ? 1 : 1 + Math.log(often)) * (rarities[words[place] ?? 0] ?? 0);
    weights[place] = weight;
    squares += weight * weight;
  }
  const length = Math.sqrt(squares);
  for (let place = 0; place < weights.length; place++) weights[place] = (weights[place] ?? 0) / length;
  return { words, weights };
}

function namesOf(comments: readonly RawComment[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const author of new Set(comments.map((comment) => comment.author ?? '')))
    for (const part of author
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u))
      if (part) names.add(part);
  return names;
}
