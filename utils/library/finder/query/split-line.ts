/** A piece of a search line between spaces. */
export interface LinePart {
  /** As typed, after NFKC. */
  readonly whole: string;
  readonly isNegated: boolean;
  /** Null where there is none: `re:zero` is a word. */
  readonly operator: Operator | null;
  readonly value: string;
  readonly isQuoted: boolean;
  readonly isUnclosed: boolean;
}

export const OPERATORS = ['tag', 'site', 'before', 'after', 'is', 'lang'] as const;
export type Operator = (typeof OPERATORS)[number];

/** NFKC has made the full-width ones of these. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '「': '」',
  '『': '』',
};
/** These open a phrase wherever they stand: Japanese puts no space before them. */
const OPENS_ANYWHERE = /[「『]/u;
const MINUS = /^[-−]/u;
const OPERATOR = new RegExp(`^(${OPERATORS.join('|')}):`, 'iu');

/** Longer lines are no one's question; UTF-16 units. */
const MAX_LENGTH = 4_000;

/** Takes a search line apart: words, phrases in quotes, operators, each with or without a minus. */
export function splitLine(line: string): LinePart[] {
  const parts: LinePart[] = [];
  let rest = line.slice(0, MAX_LENGTH).toWellFormed().normalize('NFKC').trimStart();
  while (rest) {
    const { part, length } = firstPart(rest);
    parts.push(part);
    rest = rest.slice(length).trimStart();
  }
  return parts;
}

function firstPart(rest: string): { part: LinePart; length: number } {
  const isNegated = MINUS.test(rest) && /^.\S/u.test(rest);
  let at = isNegated ? 1 : 0;
  const name = OPERATOR.exec(rest.slice(at));
  at += name?.[0].length ?? 0;
  const { value, length, ...quotes } = firstValue(rest.slice(at));
  const operator = (name?.[1]?.toLowerCase() ?? null) as Operator | null;
  const whole = rest.slice(0, at + length);
  return { part: { whole, isNegated, operator, value, ...quotes }, length: at + length };
}

function firstValue(rest: string): Pick<LinePart, 'value' | 'isQuoted' | 'isUnclosed'> & { length: number } {
  const closing = CLOSING[rest.charAt(0)];
  if (!closing) {
    const end = rest.search(/\s/u);
    const word = end < 0 ? rest : rest.slice(0, end);
    const opening = word.search(OPENS_ANYWHERE);
    const value = opening > 0 ? word.slice(0, opening) : word;
    return { value, length: value.length, isQuoted: false, isUnclosed: false };
  }
  const end = [...rest].findIndex((sign, index) => index > 0 && closing.includes(sign));
  if (end < 0) return { value: rest.slice(1), length: rest.length, isQuoted: true, isUnclosed: true };
  const length = [...rest].slice(0, end + 1).join('').length;
  return { value: rest.slice(1, length - 1), length, isQuoted: true, isUnclosed: false };
}
