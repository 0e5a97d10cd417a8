/** Characters that are written but not seen: soft hyphen, zero-width marks, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
const INVISIBLE_ONLY = /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*$/u;
const SPACES = /[\t\n\f\r \u00a0\u2000-\u200a\u202f\u205f]+/gu;

/**
 * Runs of spaces (the ideographic space apart) become one space; outer spaces go, and so does a line of nothing
 * but invisible characters. Within a text these stay: scripts of India and Persia need their joiners.
 */
export function tidyLine(text: string): string {
  const line = text.replace(SPACES, ' ').trim();
  return INVISIBLE_ONLY.test(line) ? '' : line;
}

/** `tidyLine` after NFKC and without invisible characters: full-width ASCII becomes ASCII. For matching labels. */
export function foldWidth(text: string): string {
  return tidyLine(text.normalize('NFKC').replace(INVISIBLE, ''));
}

/**
 * The key under which equal blocks are found: NFKC, no spaces, no invisible characters, case folded.
 * Two texts with the same key read the same.
 */
export function keyOf(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/gu, '').toLowerCase();
}

/** The first `limit` characters of a text on one line, with an ellipsis where something was cut. */
export function excerpt(text: string, limit = 160): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line.slice(0, (limit + 1) * 2)];
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : line;
}
