import { pick, seeded } from '../seeded.ts';

/** How many different words a language of the benchmark has. */
const VOCABULARY = 24_000;
/** UTF-8 bytes of a text, about. */
const TEXT_BYTES = 5_000;

export type BenchLanguage = 'en' | 'ja';

/** Made-up words of a language, the most frequent first, and how its sentences are made of them. */
export interface Tongue {
  readonly lang: BenchLanguage;
  readonly words: readonly string[];
  /** A word, the rarer the later it comes in the list, as in any language. */
  word(random: () => number): string;
  sentence(random: () => number): string;
  /** Characters of a text of the usual size. */
  readonly textLength: number;
}

const STARTS = 'b br c ch cl d dr f fl g gr h j k l m n p pr qu r s sh st t th tr v w wh'.split(' ');
const VOWELS = 'a e i o u ai ea ee ou oa'.split(' ');
const ENDS = ['', '', 'n', 'r', 's', 't', 'l', 'nd', 'st', 'ck', 'm', 'ng'];
const ENGLISH_FRAME = [
  'the',
  'of',
  'and',
  'a',
  'to',
  'in',
  'was',
  'that',
  'it',
  'with',
  'for',
  'on',
  'from',
  'about',
];

/** Single ones are several times as frequent. */
const PARTICLES = [
  ...'のはがをにでともの'.repeat(5),
  ...['から', 'まで', 'など'].flatMap((one) => [one, one]),
  'について',
  'という',
];
const ENDINGS = ['した。', 'している。', 'ます。', 'だった。', 'と思います。', 'かもしれない。', 'のです。'];
const OKURIGANA = ['', '', '', 'い', 'る', 'み', 'しい', 'かな'];
const KATAKANA = [...'アイウエオカキクケコサシスセソタチツテトナニノハヒフヘホマミムメモラリルレロン'];

export function english(): Tongue {
  const random = seeded(1);
  const words = distinct(() => {
    const syllables = 1 + Math.floor(random() * 2.6);
    return Array.from(
      { length: syllables },
      () => pick(STARTS, random) + pick(VOWELS, random) + pick(ENDS, random),
    ).join('');
  });
  const word = (chance: () => number) => words[rank(chance)] ?? '';
  return {
    lang: 'en',
    words,
    word,
    sentence(chance) {
      const parts = [];
      for (let count = 5 + Math.floor(chance() * 12); count > 0; count--) {
        parts.push(chance() < 0.4 ? pick(ENGLISH_FRAME, chance) : word(chance));
      }
      const text = parts.join(' ');
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}. `;
    },
    textLength: TEXT_BYTES,
  };
}

export function japanese(): Tongue {
  const random = seeded(2);
  /** About two thousand kanji, some of them frequent. */
  const kanji = () => String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 2_100) * 3);
  const words = distinct(() => {
    if (random() < 0.25) {
      return Array.from({ length: 2 + Math.floor(random() * 5) }, () => pick(KATAKANA, random)).join('');
    }
    return kanji() + (random() < 0.7 ? kanji() : '') + pick(OKURIGANA, random);
  });
  const word = (chance: () => number) => words[rank(chance)] ?? '';
  return {
    lang: 'ja',
    words,
    word,
    sentence(chance) {
      let text = '';
      for (let count = 2 + Math.floor(chance() * 7); count > 0; count--) {
        text += word(chance) + pick(PARTICLES, chance) + (chance() < 0.15 ? '、' : '');
      }
      return text + word(chance) + pick(ENDINGS, chance);
    },
    textLength: TEXT_BYTES / 3,
  };
}

/** A text of the usual size, in paragraphs. */
export function textOf(tongue: Tongue, random: () => number): string {
  const length = tongue.textLength * (0.6 + random() * 0.8);
  let text = '';
  let sinceBreak = 0;
  while (text.length < length) {
    text += tongue.sentence(random);
    sinceBreak += 1;
    if (sinceBreak < 5) continue;
    text = `${text.trimEnd()}\n`;
    sinceBreak = 0;
  }
  return text.trimEnd();
}

/** How flat the frequencies of the most frequent words are: function words, which are not, are mixed in apart. */
const FLAT = 25;

/** The law of Zipf and Mandelbrot: a rank from 0 on. */
function rank(random: () => number): number {
  return Math.floor(FLAT * (1 + VOCABULARY / FLAT) ** random() - FLAT);
}

function distinct(make: () => string): string[] {
  const words = new Set<string>();
  while (words.size < VOCABULARY) words.add(make());
  return [...words];
}
