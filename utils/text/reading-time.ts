import { detectLanguage, isCjk } from './language.ts';

export interface ReadingTime {
  /** Whole minutes, at least 1. */
  readonly minutes: number;
  readonly count: number;
  readonly unit: 'words' | 'characters';
}

/**
 * Silent reading of ordinary prose, in words a minute, for Chinese and Japanese in characters a minute.
 * Source: S. Trauzettel-Klosinski, K. Dietz, "Standardized Assessment of Reading Performance: The New
 * International Reading Speed Texts IReST", Investigative Ophthalmology & Visual Science 53 (2012), 5452-5461.
 */
const WORDS_A_MINUTE: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
};
/** The same study's mean over its languages. */
const MEAN_WORDS_A_MINUTE = 184;
const CHARACTERS_A_MINUTE: Readonly<Record<string, number>> = { zh: 255, ja: 357 };
/** The study has no Korean text; a Hangul syllable is counted like a Japanese character. */
const OTHER_CHARACTERS_A_MINUTE = 357;

/** Scripts without spaces between words, which only a dictionary can part. */
const UNSPACED_SCRIPTS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * How long a text takes to read. Chinese, Japanese and Korean are counted by characters (letters and digits,
 * no punctuation), everything else by words.
 *
 * @param lang BCP 47 language where known; else it is detected.
 */
export function readingTime(text: string, lang: string | null): ReadingTime {
  const unit = isCjk(text) ? 'characters' : 'words';
  const count = unit === 'characters' ? (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) : countWords(text);
  const language = (lang ?? detectLanguage(text) ?? '').toLowerCase().split(/[-_]/u)[0] ?? '';
  const speed =
    unit === 'characters'
      ? (CHARACTERS_A_MINUTE[language] ?? OTHER_CHARACTERS_A_MINUTE)
      : (WORDS_A_MINUTE[language] ?? MEAN_WORDS_A_MINUTE);
  return { minutes: Math.max(1, Math.round(count / speed)), count, unit };
}

function countWords(text: string): number {
  const spaced = countSpaced(text);
  if (spaced !== null) return spaced;
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (isWordLike) words += 1;
  }
  return words;
}

const OTHER = 1;
const JOINER = 2;
const MARK = 3;
const LETTER = 4;
const UNSPACED = 5;
/**
 * What kind of character each UTF-16 unit is, as far as it has been asked; expressions are slow one by one. 0 stands
 * for what must be looked at: what is new, and characters beyond the basic plane.
 */
const kinds = new Uint8Array(0x1_0000);

function kindOf(text: string, at: number): number {
  return kinds[text.charCodeAt(at)] || lookAt(text, at);
}

function lookAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // Of the two halves of a character beyond the basic plane, the first tells what it is.
  if (unit >= 0xdc00 && unit <= 0xdfff) return MARK;
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const character = text.slice(at, at + 2);
    if (UNSPACED_SCRIPTS.test(character)) return UNSPACED;
    return /^[\p{L}\p{N}]/u.test(character) ? LETTER : OTHER;
  }
  const kind = kindOfCharacter(text.charAt(at));
  kinds[unit] = kind;
  return kind;
}

function kindOfCharacter(character: string): number {
  if (UNSPACED_SCRIPTS.test(character)) return UNSPACED;
  if (/[\p{L}\p{N}]/u.test(character)) return LETTER;
  if (/\p{M}/u.test(character)) return MARK;
  return /['’.-]/u.test(character) ? JOINER : OTHER;
}

/**
 * Runs of letters and digits; an apostrophe, a full stop or a hyphen between two of them joins them. Null where a
 * script comes up that has no spaces.
 */
function countSpaced(text: string): number | null {
  let words = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text, at);
    if (kind === LETTER) {
      if (!isInWord) words += 1;
      isInWord = true;
    } else if (kind === UNSPACED) {
      return null;
    } else if (isInWord && kind !== MARK) {
      isInWord = kind === JOINER && at + 1 < text.length && kindOf(text, at + 1) === LETTER;
    }
  }
  return words;
}
