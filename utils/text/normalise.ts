/** Characters that are written but not seen: soft hyphen, zero-width marks, word joiner, byte order mark. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
const INVISIBLE_ONLY = /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*$/u;
const FIRST_INVISIBLE = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u;
/** What `SPACES` would change; most lines of most pages have none of it. */
const UNTIDY = /[\t\n\f\r\u00a0\u2000-\u200a\u202f\u205f]| {2}/u;
const SPACES = /[\t\n\f\r \u00a0\u2000-\u200a\u202f\u205f]+/gu;

/**
 * Runs of spaces (the ideographic space apart) become one space; outer spaces go, and so does a line of nothing
 * but invisible characters. Within a text these stay: scripts of India and Persia need their joiners.
 */
export function tidyLine(text: string): string {
  const trimmed = text.trim();
  const line = UNTIDY.test(trimmed) ? trimmed.replace(SPACES, ' ').trim() : trimmed;
  // Only a line that begins with an invisible character can consist of them; asking that first is quick.
  return FIRST_INVISIBLE.test(line) && INVISIBLE_ONLY.test(line) ? '' : line;
}

const OTHER_SPACE = /\s/u;
const ASCII = /^[\0-\x7f]*$/u;

/** `tidyLine` after NFKC and without invisible characters: full-width ASCII becomes ASCII. For matching labels. */
export function foldWidth(text: string): string {
  if (ASCII.test(text)) return tidyLine(text);
  return tidyLine(text.normalize('NFKC').replace(INVISIBLE, ''));
}

/**
 * The key under which equal blocks are found: NFKC, no spaces, no invisible characters, case folded.
 * Two texts with the same key read the same.
 */
export function keyOf(text: string): string {
  // Plain ASCII is its own NFKC form and holds nothing invisible.
  const form = ASCII.test(text) ? text : text.normalize('NFKC').replace(INVISIBLE, '');
  // Most texts have been tidied and hold no other spaces than these.
  const closed = form.replaceAll(' ', '');
  return (OTHER_SPACE.test(closed) ? closed.replace(/\s+/gu, '') : closed).toLowerCase();
}

/** The first `limit` characters of a text on one line, with an ellipsis where something was cut. */
export function excerpt(text: string, limit = 160): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return line;
  const characters = [...line.slice(0, (limit + 1) * 2)];
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : line;
}
