import { topicWords, type Word } from '../../text/words.ts';
import type { DigestTheme, RawComment, RawThread } from '../types.ts';
import { lineOf } from './quote.ts';

const MAX_THEMES = 5;
const MAX_WORDS = 3;
/** A word of one commenter's is no theme. */
const MIN_SIZE = 2;
/** A word that nearly everybody uses is what the post is about, not a theme among others. */
const MAX_SHARE = 0.7;
/** Below this many comments a share says nothing. */
const MIN_FOR_SHARE = 6;

interface Said {
  readonly comment: RawComment;
  readonly words: ReadonlyMap<string, number>;
}

/**
 * Up to five themes. A theme grows from the word that best sets a group of comments apart (in how many it is,
 * times its inverse share, as tf-idf weighs terms); the words that most of the group share name it too, and the
 * comment with most of them speaks for it. Where no word stands out, one theme without words shows the fullest
 * comment, so that a thread is never without a line.
 */
export function themesOf(thread: RawThread, lang: string | null): DigestTheme[] {
  const shown = new Map<string, Map<string, number>>();
  const names = namesOf(thread);
  const said = thread.comments.map((comment) => ({ comment, words: wordsOf(comment, lang, names, shown) }));
  const themes: DigestTheme[] = [];
  const used = new Set<string>();
  let left: readonly Said[] = said.filter(({ words }) => words.size > 0);
  while (themes.length < MAX_THEMES) {
    const seed = seedOf(left, said, used);
    if (!seed) break;
    const group = left.filter(({ words }) => words.has(seed));
    const keys = keysOf(group, seed, said, used);
    for (const key of keys) used.add(key);
    themes.push({
      ...lineOf(speakerOf(group, keys).comment),
      words: keys.map((key) => mostWritten(shown.get(key), key)),
      size: group.length,
    });
    left = left.filter((one) => !group.includes(one));
  }
  return themes.length > 0 || thread.comments.length === 0 ? themes : [fullest(thread)];
}

/** The names of those who speak are no themes. */
function namesOf(thread: RawThread): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { author } of thread.comments)
    for (const part of (author ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u))
      if (part) names.add(part);
  return names;
}

function wordsOf(
  comment: RawComment,
  lang: string | null,
  names: ReadonlySet<string>,
  shown: Map<string, Map<string, number>>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const words: Word[] = topicWords(`${comment.title ?? ''}\n${comment.text}`, lang);
  for (const { key, shown: form } of words) {
    if (names.has(key) || names.has(form.toLowerCase())) continue;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const forms = shown.get(key) ?? new Map<string, number>();
    forms.set(form, (forms.get(form) ?? 0) + 1);
    shown.set(key, forms);
  }
  return counts;
}

/** In how many comments each word is. */
function spreadOf(said: readonly Said[]): Map<string, number> {
  const spread = new Map<string, number>();
  for (const { words } of said) for (const key of words.keys()) spread.set(key, (spread.get(key) ?? 0) + 1);
  return spread;
}

function seedOf(left: readonly Said[], all: readonly Said[], used: ReadonlySet<string>): string | null {
  const everywhere = spreadOf(all);
  let best: string | null = null;
  let bestScore = 0;
  for (const [key, count] of spreadOf(left)) {
    if (count < MIN_SIZE || used.has(key)) continue;
    const share = (everywhere.get(key) ?? count) / all.length;
    if (all.length >= MIN_FOR_SHARE && share > MAX_SHARE) continue;
    const score = count * Math.log(1 + 1 / share) * (1 + Math.min(key.length, 12) / 24);
    if (score > bestScore || (score === bestScore && best !== null && key < best)) {
      best = key;
      bestScore = score;
    }
  }
  return best;
}

/** The seed, and the words that at least half of its group share and that are used little elsewhere. */
function keysOf(
  group: readonly Said[],
  seed: string,
  all: readonly Said[],
  used: ReadonlySet<string>,
): string[] {
  const everywhere = spreadOf(all);
  const others = [...spreadOf(group)]
    .filter(
      ([key, count]) => key !== seed && !used.has(key) && count >= MIN_SIZE && count * 2 >= group.length,
    )
    .map(([key, count]) => ({ key, score: count * (count / (everywhere.get(key) ?? count)) }))
    .filter(({ score }) => score >= MIN_SIZE / 2)
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  return [seed, ...others.slice(0, MAX_WORDS - 1).map(({ key }) => key)];
}

/** The comment that uses the theme's words most for its length; of equals the first. */
function speakerOf(group: readonly Said[], keys: readonly string[]): Said {
  const score = ({ comment, words }: Said) => {
    const hits = keys.reduce((sum, key) => sum + Math.min(words.get(key) ?? 0, 3), 0);
    return hits * Math.log(2 + Math.min(words.size, 40)) - Math.max(0, comment.text.length - 600) / 400;
  };
  return group.reduce((best, one) => (score(one) > score(best) ? one : best));
}

/** The form of a word that commenters wrote most; of equals the shortest, which is the plain one. */
function mostWritten(forms: ReadonlyMap<string, number> | undefined, key: string): string {
  let best = key;
  let count = 0;
  for (const [form, times] of forms ?? []) {
    if (times < count || (times === count && form.length >= best.length)) continue;
    best = form;
    count = times;
  }
  return best;
}

function fullest(thread: RawThread): DigestTheme {
  const [first, ...rest] = thread.comments;
  if (!first) throw new RangeError('a thread without comments has no fullest one');
  const fullness = (comment: RawComment) => Math.min(comment.text.length, 400);
  const comment = rest.reduce((best, one) => (fullness(one) > fullness(best) ? one : best), first);
  return { ...lineOf(comment), words: [], size: thread.comments.length };
}
