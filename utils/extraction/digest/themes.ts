import { topicWords } from '../../text/words.ts';
import type { RawComment } from '../types/comments.ts';
import type { DigestTheme } from '../types/digest.ts';
import { Coverer } from './cover.ts';
import { compare } from './order.ts';
import { bestLineOf, lineOf } from './quote.ts';
import type { Vectors } from './vectors.ts';

const MAX_THEMES = 5;
const MAX_WORDS = 3;
/** A theme of one comment is none. */
const MIN_SIZE = 2;
/** Comments that share less than this with the one that speaks for a theme do not belong to it. */
const MIN_SIMILARITY = 0.05;
/** Comments that stand elsewhere in the digest speak for a theme only where others would cover less than this. */
const GOOD_ENOUGH = 0.85;
/** A word that nearly everybody uses is what the post is about, not a theme among others. */
const MAX_SHARE = 0.7;
/** Below this many comments a share says nothing. */
const MIN_FOR_SHARE = 6;

/** The comments in an order of their own, so that the page's order changes nothing, with what is known of each. */
export interface Reading {
  readonly comments: readonly RawComment[];
  readonly vectors: Vectors;
  readonly lang: string | null;
  /** Whether a comment may stand for others at all. */
  isWorth(index: number): boolean;
  /** Whether another part of the digest would show it. */
  isShownElsewhere(index: number): boolean;
}

/**
 * Up to five themes: the comments that together cover the thread best speak for them, each for those it is nearest
 * to, and the words that they share name them. Where no words are shared, one theme without words shows the
 * fullest comment, so that a thread is never without a line.
 */
export function themesOf(reading: Reading): DigestTheme[] {
  const { comments, vectors, lang } = reading;
  const coverer = new Coverer(vectors);
  const groups = groupsOf(speakersOf(reading, coverer), coverer);
  const used = new Set<number>();
  const themes: DigestTheme[] = [];
  for (const { speaker, members } of groups) {
    const comment = comments[speaker];
    const words = wordsOf(speaker, members, vectors, used);
    if (!comment || words.length === 0) continue;
    for (const word of words) used.add(word);
    const line = bestLineOf(comment, lang, worthOf(speaker, words, reading));
    if (themes.some(({ quote }) => quote === line.quote)) continue;
    themes.push({ ...line, words: words.map((word) => vectors.shown(word)), size: members.length });
  }
  return themes.length > 0 || comments.length === 0 ? themes : [fullest(reading)];
}

function speakersOf(reading: Reading, coverer: Coverer): readonly number[] {
  const all = coverer.cover(reading.isWorth, MAX_THEMES);
  if (!all.chosen.some(reading.isShownElsewhere)) return all.chosen;
  const apart = coverer.cover(
    (index) => reading.isWorth(index) && !reading.isShownElsewhere(index),
    MAX_THEMES,
  );
  return apart.value >= all.value * GOOD_ENOUGH ? apart.chosen : all.chosen;
}

interface Group {
  readonly speaker: number;
  readonly members: readonly number[];
}

/**
 * Puts every comment to the speaker it is nearest to; the largest group comes first. As many speakers are heard as
 * give most groups: in a small thread each further one may stand for nobody but itself.
 */
function groupsOf(speakers: readonly number[], coverer: Coverer): Group[] {
  let best: Group[] = [];
  for (let count = 1; count <= speakers.length; count++) {
    const groups = groupAround(speakers.slice(0, count), coverer);
    if (groups.length > best.length) best = groups;
  }
  return best.sort((a, b) => b.members.length - a.members.length);
}

function groupAround(speakers: readonly number[], coverer: Coverer): Group[] {
  const members = new Map<number, number[]>(speakers.map((speaker) => [speaker, []]));
  coverer.nearestOf(speakers).forEach(({ speaker, similarity }, index) => {
    if (similarity > MIN_SIMILARITY) members.get(speaker)?.push(index);
  });
  return speakers
    .map((speaker) => ({ speaker, members: members.get(speaker) ?? [] }))
    .filter((group) => group.members.length >= MIN_SIZE);
}

/** Words of the speaker that others of its group use too, and the rest of the thread less. */
function wordsOf(
  speaker: number,
  members: readonly number[],
  { of, spread, keys }: Vectors,
  used: ReadonlySet<number>,
): number[] {
  const isTooCommon = (word: number) =>
    of.length >= MIN_FOR_SHARE && (spread[word] ?? 0) > of.length * MAX_SHARE;
  const { words, weights } = of[speaker] ?? { words: [], weights: [] };
  return [...words]
    .map((word, place) => {
      const inside = members.filter((member) => of[member]?.words.includes(word)).length;
      const length = 1 + Math.min(keys[word]?.length ?? 0, 12) / 24;
      const score = (weights[place] ?? 0) * inside * (inside / (spread[word] ?? inside)) * length;
      return { word, inside, score };
    })
    .filter(({ word, inside }) => inside >= MIN_SIZE && !used.has(word) && !isTooCommon(word))
    .sort((a, b) => b.score - a.score || compare(keys[a.word] ?? '', keys[b.word] ?? ''))
    .slice(0, MAX_WORDS)
    .map(({ word }) => word);
}

/** How much of a theme a sentence says: its naming words first, then the comment's other words. */
function worthOf(
  speaker: number,
  naming: readonly number[],
  { lang, vectors }: Reading,
): (sentence: string) => number {
  const { words, weights } = vectors.of[speaker] ?? { words: [], weights: [] };
  const worth = new Map<string, number>();
  words.forEach((word: number, place: number) => {
    worth.set(vectors.keys[word] ?? '', (weights[place] ?? 0) * (naming.includes(word) ? 3 : 1));
  });
  return (sentence) => {
    const keys = new Set(topicWords(sentence, lang).map(({ key }) => key));
    return [...keys].reduce((sum, key) => sum + (worth.get(key) ?? 0), 0);
  };
}

/** The fullest comment that may stand for others and stands nowhere else, as far as there is one. */
function fullest({ comments, isWorth, isShownElsewhere }: Reading): DigestTheme {
  const worth = comments.filter((_, index) => isWorth(index));
  const apart = comments.filter((_, index) => isWorth(index) && !isShownElsewhere(index));
  const [pool = comments] = [apart, worth].filter(({ length }) => length > 0);
  const [first, ...rest] = pool;
  if (!first) throw new RangeError('a thread without comments has no fullest one');
  const fullness = (comment: RawComment) => Math.min(comment.text.length, 400);
  const comment = rest.reduce((best, one) => (fullness(one) > fullness(best) ? one : best), first);
  return { ...lineOf(comment), words: [], size: comments.length };
}
