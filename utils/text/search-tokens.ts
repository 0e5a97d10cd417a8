/**
 * A token of a folded text: a word, or one sign of a script that puts no spaces between words (and of Korean,
 * which writes particles on its words, and emoji). Signs are found wherever they stand, words only as words.
 */
export interface Token {
  readonly text: string;
  readonly isSign: boolean;
  /** Grows by one of `STEPS` from token to token. */
  readonly position: number;
  /** UTF-16 units of the folded text: from the first to before the last. */
  readonly start: number;
  readonly end: number;
}

/**
 * How far a token is from the one before it. No two steps add up to another one, so two tokens that are a step apart
 * have nothing between them. Something between words does not part them, something between signs does.
 */
export const STEPS = { words: 1, neighbours: 2, partedSigns: 3, texts: 4 } as const;

const OTHER = 0;
const WORD = 1;
const SIGN = 2;
/** Belongs to the sign before it: variation selectors, accents. */
const MARK = 3;
type Kind = typeof OTHER | typeof WORD | typeof SIGN | typeof MARK;

/** By script extension: ー is shared by both kana, and of no script of its own. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const EMOJI = /\p{Extended_Pictographic}/u;
const MARKS = /\p{M}/u;
const OF_WORDS = /[\p{L}\p{N}]/u;

/** The kind of every code unit, found out once: asking expressions for each sign of each text is slow. */
let kinds: Uint8Array | null = null;

/** The tokens of a text that was folded by `foldForSearch`, in its order. */
export function tokensOf(folded: string): Token[] {
  kinds ??= kindsOfUnits();
  const tokens: Token[] = [];
  let position = 0;
  let wordStart = -1;
  let last: Kind = OTHER;
  const endWord = (end: number) => {
    if (wordStart < 0) return;
    const before = tokens.at(-1);
    if (before) position += before.isSign ? STEPS.neighbours : STEPS.words;
    tokens.push({ text: folded.slice(wordStart, end), isSign: false, position, start: wordStart, end });
    wordStart = -1;
  };
  for (let at = 0; at < folded.length; ) {
    const unit = folded.charCodeAt(at);
    const isHigh = unit >= 0xd800 && unit < 0xdc00 && at + 1 < folded.length;
    const next = isHigh ? at + 2 : at + 1;
    let kind = isHigh ? kindOf(folded.slice(at, next)) : ((kinds[unit] ?? OTHER) as Kind);
    if (kind === MARK) kind = last;
    else if (kind === SIGN) {
      endWord(at);
      const before = tokens.at(-1);
      if (before) position += before.isSign && last !== SIGN ? STEPS.partedSigns : STEPS.neighbours;
      tokens.push({ text: folded.slice(at, next), isSign: true, position, start: at, end: next });
    } else if (kind === OTHER) endWord(at);
    if (kind === WORD && wordStart < 0) wordStart = at;
    last = kind;
    at = next;
  }
  endWord(folded.length);
  return tokens;
}

function kindsOfUnits(): Uint8Array {
  const found = new Uint8Array(0x10000);
  for (let unit = 0; unit < found.length; unit++) found[unit] = kindOf(String.fromCharCode(unit));
  return found;
}

function kindOf(sign: string): Kind {
  const isMark = MARKS.test(sign);
  if (UNSPACED.test(sign)) return isMark || OF_WORDS.test(sign) ? SIGN : OTHER;
  if (isMark) return MARK;
  if (EMOJI.test(sign)) return SIGN;
  return OF_WORDS.test(sign) ? WORD : OTHER;
}
