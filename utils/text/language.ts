import { LATIN_STOP_WORDS } from './language/stop-words.ts';

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Myanmar}/gu, 'my'],
];

const RIGHT_TO_LEFT = /^(?:ar|arc|dv|fa|ha-arab|he|iw|ks|ku-arab|ps|sd|syr|ug|ur|yi)\b/iu;

/** The direction in which a language is written. */
export function directionOf(lang: string | null): 'ltr' | 'rtl' {
  return lang && RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr';
}

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HANGUL = /\p{Script=Hangul}/gu;
const HAN = /\p{Script=Han}/gu;
/** Where those scripts' characters lie; most texts have none from there, which is told faster. */
const NEAR_CJK = /[\u1100-\u11ff\u2e80-\uffff]/;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const OTHER_WORDS =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}])+/gu;

/** Frequent characters that simplified and traditional Chinese write differently. */
const SIMPLIFIED = /[这个们说对时会来国学为过还没样让问开关见话长东车书语头]/gu;
const TRADITIONAL = /[這個們說對時會來國學為過還沒樣讓問開關見話長東車書語頭]/gu;

/** How much of a text is looked at: enough to be sure, cheap enough for an injected script. */
const SAMPLE = 2500;
/** With fewer stop words than this a Latin text could be of several languages, or just names. */
const MIN_STOP_WORDS = 2;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * Whether a text is mainly Chinese, Japanese or Korean: it has more characters of those scripts than words
 * of other ones. Decides between counting characters and words.
 */
export function isCjk(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (!NEAR_CJK.test(sample)) return false;
  const characters = count(sample, CJK);
  return characters > 0 && characters > count(sample, OTHER_WORDS);
}

/**
 * The language of a text as a BCP 47 tag, from its script and, for Latin script, its stop words; null where
 * the text is too short or of a language that is not known here. Looks at the first 2,500 characters.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  if (isCjk(sample)) return detectCjk(sample);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return null;
  if (count(sample, /\p{Script=Cyrillic}/gu) * 2 > letters) return detectCyrillic(sample);
  if (count(sample, /\p{Script=Arabic}/gu) * 2 > letters) return detectArabic(sample);
  for (const [script, language] of SCRIPTS) if (count(sample, script) * 2 > letters) return language;
  return detectLatin(sample);
}

function detectCjk(text: string): string {
  const hangul = count(text, HANGUL);
  const kana = count(text, KANA);
  const han = count(text, HAN);
  if (hangul > kana && hangul * 2 > han) return 'ko';
  // Chinese pages hold a kana or two (の as an ornament); Japanese prose is about half kana, titles less.
  if (kana * 12 > han) return 'ja';
  return count(text, TRADITIONAL) > count(text, SIMPLIFIED) ? 'zh-Hant' : 'zh-Hans';
}

function detectCyrillic(text: string): string {
  if (/[ђћљњџ]/iu.test(text)) return 'sr';
  if (count(text, /[іїєґ]/giu) > count(text, /[ыэъё]/giu)) return /ў/iu.test(text) ? 'be' : 'uk';
  return /[ыэё]/iu.test(text) ? 'ru' : 'bg';
}

function detectArabic(text: string): string {
  if (/[ٹڈےں]/u.test(text)) return 'ur';
  return count(text, /[پچژگکی]/gu) * 20 > count(text, /\p{Script=Arabic}/gu) ? 'fa' : 'ar';
}

function detectLatin(text: string): string | null {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const scores = new Map<string, number>();
  for (const word of words) {
    const languages = LATIN_STOP_WORDS.get(word) ?? [];
    // A word of one language says more than "de", which is of six.
    for (const language of languages)
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  let best: string | null = null;
  let most = 0;
  for (const [language, score] of scores) {
    if (score > most) [best, most] = [language, score];
  }
  return most >= Math.min(MIN_STOP_WORDS, words.length / 4) && most > 0.5 ? best : null;
}
