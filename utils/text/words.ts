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

const segmenters = new Map<string, Intl.Segmenter>();

/** The base language of a BCP 47 tag in lower case; `und` where there is none. */
export function baseLanguage(lang: string | null): string {
  return lang?.toLowerCase().split(/[-_]/u)[0] || 'und';
}

/** The words of a text that say what it is about: no function words, no numbers, no one-letter words. */
export function topicWords(text: string, lang: string | null): Word[] {
  const language = baseLanguage(lang);
  const words: Word[] = [];
  for (const part of segment(withoutAddresses(text), language, 'word')) {
    if (!part.isWordLike) continue;
    const shown = part.segment.normalize('NFKC');
    const key = keyOfWord(shown.toLowerCase(), language);
    // Korean forms differ by particles alone: the stem is what a reader would call the word.
    if (isTopical(key, shown, language)) words.push({ key, shown: language === 'ko' ? key : shown });
  }
  return words;
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
