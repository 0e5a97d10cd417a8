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
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

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
  if (!UNSPACED.test(text))
    return text.match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’.-](?=[\p{L}\p{N}]))*/gu)?.length ?? 0;
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (isWordLike) words += 1;
  }
  return words;
}
