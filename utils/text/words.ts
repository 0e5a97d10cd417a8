import { isStopWord } from './stop-words.ts';

/** A word as it was written, and the key under which its other forms are found. */
export interface Word {
  readonly key: string;
  readonly shown: string;
}

/** Korean writes particles on the noun before them. */
const KOREAN_PARTICLE =
  /(?:에서는|에서도|으로는|으로도|에게서|이라고|이라는|께서|에서|에게|한테|부터|까지|으로|라고|라는|처럼|보다|마다|조차|이나|은|는|이|가|을|를|에|의|도|로|과|와|만|요)$/u;
const MIN_LATIN_LENGTH = 3;

/** Scripts that put no spaces between words; only a dictionary tells their words apart. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SPACED_WORD = /[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{M}\p{N}]+)*/gu;
/** "l'école", "dell'arte": an article before the word. */
const ELISION = /^\p{L}{1,5}['’](?=\p{L}{2})/u;
/** Latin letters, punctuation and currency: a text of these alone needs no folding and no dictionary. */
const PLAIN_LATIN = /^[\0-\u024f\u2000-\u20cf]*$/;
const LATIN_WORD =
  /[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+(?:['’.][A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+)*/g;
const ADDRESS_SIGN = /:\/\/|www\.|@/;

const segmenters = new Map<string, Intl.Segmenter>();

/** More words than a long thread has; beyond them nothing is remembered. */
const MAX_REMEMBERED = 50_000;
const remembered = new Map<string, Map<string, Word | null>>();

/** The base language of a BCP 47 tag in lower case; `und` where there is none. */
export function baseLanguage(lang: string | null): string {
  return lang?.toLowerCase().split(/[-_]/u)[0] || 'und';
}

/** The words of a text that say what it is about: no function words, no numbers, no one-letter words. */
export function topicWords(text: string, lang: string | null): Word[] {
  const language = baseLanguage(lang);
  const known = knownWords(language);
  const words: Word[] = [];
  for (const raw of rawWords(ADDRESS_SIGN.test(text) ? withoutAddresses(text) : text, language)) {
    let word = known.get(raw);
    if (word === undefined) {
      word = wordOf(raw, language);
      if (known.size < MAX_REMEMBERED) known.set(raw, word);
    }
    if (word) words.push(word);
  }
  return words;
}

/** The same few words come again and again. */
function knownWords(language: string): Map<string, Word | null> {
  const known = remembered.get(language) ?? new Map<string, Word | null>();
  remembered.set(language, known);
  return known;
}

/** Texts with spaces are parted at them, about ten times as fast as by `Intl.Segmenter`. */
function rawWords(text: string, language: string): Iterable<string> {
  if (PLAIN_LATIN.test(text)) return text.match(LATIN_WORD) ?? [];
  const folded = text.normalize('NFKC');
  if (!UNSPACED.test(folded)) return folded.match(SPACED_WORD) ?? [];
  const words: string[] = [];
  for (const part of segment(folded, language, 'word')) if (part.isWordLike) words.push(part.segment);
  return words;
}

/** A raw word with its key; null where it is not topical. */
function wordOf(raw: string, language: string): Word | null {
  const shown = /^(?:fr|it|ca)$/u.test(language) ? raw.replace(ELISION, '') : raw;
  const key = keyOfWord(shown.toLowerCase(), language);
  if (!isTopical(key, shown, language)) return null;
  // Korean forms differ by particles alone: the stem is what a reader would call the word.
  return { key, shown: language === 'ko' ? key : shown };
}

/** The sentences of a text; every line begins a new one. */
export function sentencesOf(text: string, lang: string | null): string[] {
  return text
    .split('\n')
    .flatMap((line) => [...segment(line, baseLanguage(lang), 'sentence')].map((part) => part.segment.trim()))
    .filter(Boolean);
}

function segment(text: string, language: string, granularity: 'word' | 'sentence'): Intl.Segments {
  const name = `${language} ${granularity}`;
  const known = segmenters.get(name);
  if (known) return known.segment(text);
  const [locale] = language === 'und' ? [] : Intl.Segmenter.supportedLocalesOf([language]);
  const made = new Intl.Segmenter(locale, { granularity });
  segmenters.set(name, made);
  return made.segment(text);
}

function withoutAddresses(text: string): string {
  return text.replace(/\bhttps?:\/\/\S+|\bwww\.\S+|@[\p{L}\p{N}_]+/giu, ' ');
}

/** Plurals, possessives and particles fold into one key, in the languages where that is a matter of endings. */
function keyOfWord(word: string, language: string): string {
  if (language === 'ko' && word.length > 2) return word.replace(KOREAN_PARTICLE, '') || word;
  if (language !== 'en') return word;
  const base = word.replace(/[’']s?$/u, '');
  if (base.length > 4 && /[^aeious]ies$/u.test(base)) return `${base.slice(0, -3)}y`;
  if (base.length > 4 && /(?:ch|sh|ss|x|z)es$/u.test(base)) return base.slice(0, -2);
  return base.length > 3 && /[^su]s$/u.test(base) ? base.slice(0, -1) : base;
}

function isTopical(key: string, shown: string, language: string): boolean {
  if (/^[\p{N}.,:]+$/u.test(key)) return false;
  if (isStopWord(key, language) || isStopWord(shown.toLowerCase(), language)) return false;
  if (language === 'en' && isStopWord(shown.toLowerCase().replace(/[’'].*$/u, ''), language)) return false;
  if (/^\p{Script=Hiragana}+$/u.test(key)) return key.length >= 4;
  if (/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(key)) return key.length >= 2;
  return key.length >= MIN_LATIN_LENGTH;
}
