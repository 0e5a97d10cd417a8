/** Characters that are written but not seen: soft hyphen, zero-width marks, word joiner, byte order mark. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
const INVISIBLE_ONLY = /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*$/u;
/** What `SPACES` would change; most lines of most pages have none of it. */
const UNTIDY = /[\t\n\f\r\u00a0\u2000-\u200a\u202f\u205f]| {2}/;
const SPACES = /[\t\n\f\r \u00a0\u2000-\u200a\u202f\u205f]+/gu;

/**
 * Runs of spaces (the ideographic space apart) become one space; outer spaces go, and so does a line of nothing
 * but invisible characters. Within a text these stay: scripts of India and Persia need their joiners.
 */
export function tidyLine(text: string): string {
  const trimmed = text.trim();
  const line = UNTIDY.test(trimmed) ? trimmed.replace(SPACES, ' ').trim() : trimmed;
  return mayBeInvisible(line.charCodeAt(0)) && INVISIBLE_ONLY.test(line) ? '' : line;
}

/** False for most characters that lines begin with; only a line that begins with an invisible one can consist of them. */
function mayBeInvisible(unit: number): boolean {
  return unit === 0xad || (unit >= 0x200b && unit <= 0x2064) || unit === 0xfeff;
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
  const plain = plainKeyOf(text);
  if (plain !== null) return plain;
  const closed = text.normalize('NFKC').replace(INVISIBLE, '').replaceAll(' ', '');
  // Most texts have been tidied and hold no other spaces than these.
  return (OTHER_SPACE.test(closed) ? closed.replace(/\s+/gu, '') : closed).toLowerCase();
}

/** So many code units can be made a string by one call. */
const MOST_UNITS = 4_096;
/** By the number of binary digits of a text's length: a row that is cut to less than half gives its memory away. */
const rows: readonly number[][] = Array.from({ length: 32 }, () => []);

/**
 * The key of a text of plain characters alone; null for others and for very long ones. One by one: engines take spaces
 * out of a text by making a dozen times as much garbage.
 */
function plainKeyOf(text: string): string | null {
  if (text.length > MOST_UNITS) return null;
  const units = rows[32 - Math.clz32(text.length)] ?? [];
  let size = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const folded = folds[unit] || learnFold(unit);
    if (folded === NOT_PLAIN) return null;
    if (folded === SPACE) continue;
    units[size] = folded;
    size += 1;
  }
  units.length = size;
  return String.fromCharCode(...units);
}

const SPACE = 0x20;
/** U+FFFF is no character. */
const NOT_PLAIN = 0xffff;

/** What `foldPlain` gives for each code unit, as far as it has been asked; 0 for those that have not. */
const folds = new Uint16Array(0x1_0000);

function learnFold(unit: number): number {
  const folded = foldPlain(unit);
  folds[unit] = folded;
  return folded;
}

/**
 * A code unit in its NFKC form and with its case folded; `NOT_PLAIN` where that takes more than the unit itself, or where
 * NFKC may join it to another (UAX #15). Plain are ASCII in any width, the letters of Latin-1, Cyrillic, Arabic, Japanese, Chinese
 * and Korean, and their commonest marks.
 */
function foldPlain(unit: number): number {
  if (unit <= 0x7f) return foldAscii(unit);
  if (unit <= 0xff) return unit >= 0xc0 ? foldLatin(unit) : MARKS.has(unit) ? unit : NOT_PLAIN;
  if (unit >= 0x0400 && unit <= 0x045f) return foldCyrillic(unit);
  if (unit >= 0xff01 && unit <= 0xff5e) return foldAscii(unit - 0xfee0);
  const isPlain =
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a1 && unit <= 0x30fc) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0x0621 && unit <= 0x064a) ||
    MARKS.has(unit);
  return isPlain ? unit : NOT_PLAIN;
}

/** The marks of the languages above that are their own NFKC form. */
const MARKS = new Set(Array.from('¡¿«»·‘’“”„–—、。「」『』【】々〜،؛؟', (mark) => mark.charCodeAt(0)));

function foldAscii(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20;
  return unit >= 0x09 && unit <= 0x0d ? SPACE : unit;
}

/** Of U+0400 to U+045F. */
function foldCyrillic(unit: number): number {
  if (unit >= 0x0430) return unit;
  return unit >= 0x0410 ? unit + 0x20 : unit + 0x50;
}

/** Of U+00C0 to U+00FF, where only the sign of multiplication is no letter with a small form. */
function foldLatin(unit: number): number {
  return unit <= 0xde && unit !== 0xd7 ? unit + 0x20 : unit;
}

/** What makes of a text more than one line with single spaces. */
const LOOSE = /\s\s|[^\S ]/u;
/** Characters that a text has two units for. */
const LONG_CHARACTER = /[\u{10000}-\u{10ffff}]/u;

/** The first `limit` characters of a text on one line, with an ellipsis where something was cut. */
export function excerpt(text: string, limit = 160): string {
  const line = (LOOSE.test(text) ? text.replace(/\s+/gu, ' ') : text).trim();
  if (line.length <= limit) return line;
  const beginning = line.slice(0, (limit + 1) * 2);
  if (!LONG_CHARACTER.test(beginning)) return `${beginning.slice(0, limit - 1)}…`;
  const characters = [...beginning];
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : line;
}
