import type { Tongue } from './texts.ts';

export interface BenchQuery {
  readonly kind: string;
  readonly line: string;
}

/** Of each kind so many, from frequent to rare. */
const EACH = 4;

/**
 * Search lines of every kind that a reader types, in both languages.
 * @param texts some texts of the list, for phrases that are there
 */
export function benchQueries(english: Tongue, japanese: Tongue, texts: readonly string[]): BenchQuery[] {
  const long = english.words.filter((word) => word.length > 7);
  const kinds: Readonly<Record<string, (index: number) => string>> = {
    everything: () => '',
    'English, frequent': (index) => wordAt(english, index * 3),
    'English, now and then': (index) => wordAt(english, 300 + index * 200),
    'English, rare': (index) => wordAt(english, 15_000 + index * 2_000),
    'English, two words': (index) => `${wordAt(english, 5 + index * 20)} ${wordAt(english, 50 + index * 90)}`,
    'English, beginning': (index) => (long[index * 700] ?? '').slice(0, 4),
    'English, misspelt': (index) => misspelt(long[index * 900 + 50] ?? ''),
    'English, phrase': (index) => `"${wordsOf(texts[index * 2] ?? '', 3)}"`,
    'English, function word': (index) => ['the', 'with', 'about', 'from'][index] ?? '',
    'Japanese, frequent': (index) => wordAt(japanese, index * 3),
    'Japanese, now and then': (index) => wordAt(japanese, 300 + index * 200),
    'Japanese, rare': (index) => wordAt(japanese, 15_000 + index * 2_000),
    'Japanese, two words': (index) =>
      `${wordAt(japanese, 5 + index * 20)} ${wordAt(japanese, 50 + index * 90)}`,
    'Japanese, one sign': (index) => wordAt(japanese, 40 + index * 60).charAt(0),
    'Japanese, function word': (index) => ['について', 'している', 'という', 'かもしれない'][index] ?? '',
    'Japanese, phrase': (index) => `「${(texts[index * 2 + 1] ?? '').slice(30, 40).replaceAll('\n', '')}」`,
    'word and operators': (index) =>
      `${wordAt(english, 20 + index * 30)} is:unread after:2017 -${wordAt(english, index)}`,
    日本語と条件: (index) => `${wordAt(japanese, 20 + index * 30)} lang:ja before:2018-06`,
    tag: (index) => `tag:${wordAt(index % 2 ? japanese : english, index * 20)}`,
    without: (index) => `-${wordAt(index % 2 ? japanese : english, 1 + index * 50)}`,
  };
  return Object.entries(kinds).flatMap(([kind, line]) =>
    Array.from({ length: EACH }, (_, index) => ({ kind, line: line(index) })),
  );
}

function wordAt({ words }: Tongue, rank: number): string {
  return words[rank] ?? '';
}

function wordsOf(text: string, count: number): string {
  return text
    .split(/\s+/u)
    .slice(8, 8 + count)
    .join(' ');
}

/** Two letters in the wrong order. */
function misspelt(word: string): string {
  return word.slice(0, 3) + word.charAt(4) + word.charAt(3) + word.slice(5);
}
