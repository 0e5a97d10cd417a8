import { type DayParts, formatsFor } from './dates/formats.ts';
import { findRelative } from './dates/relative.ts';

export interface FoundDate {
  /** The date as the text writes it, with the time of day where it follows: `text.slice(index, index + length)`. */
  readonly shown: string;
  /** YYYY-MM-DD as written, no time-zone shift; null where the text does not give the full day. */
  readonly iso: string | null;
  readonly index: number;
}

/** A weekday in brackets, words such as "at" and a time of day, as they follow a date. */
const TIME_AFTER =
  /^[.,]?(?:T(?=\d)|\s*[(（[][\p{L}/・]{1,9}\.?[)）\]])?(?:[\s,@|/–—•·:-]|(?:at|um|à|a|às|alle|ore|om|kl\.?|в|о|o)(?=\s)|T(?=\d)|오전|오후|午前|午後|上午|下午){0,6}(?:\d{1,2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?|h\d{2}|\s?[時点點시]\s?(?:\d{1,2}\s?[分분])?|\.\d{2}(?=\s*Uhr)|(?=\s?[ap]m))(?:\s*(?:[ap]\.?m\b\.?|Uhr))?(?:Z|[+-]\d{2}:?\d{2})?)/iu;
const WEEKDAY_AFTER = /^\s*[(（][\p{L}/・]{1,9}[)）]/u;

/**
 * Finds the first date in a text: numeric, with month names of about 30 languages, Japanese eras, Chinese,
 * Korean, or relative ("3 days ago": shown, but `iso` null, for it depends on when the page was made).
 *
 * @param lang BCP 47 language of the text; decides `3/4/2022`, whose full day stays unknown without it.
 */
export function findDate(text: string, lang?: string | null): FoundDate | null {
  const ascii = withAsciiDigits(text);
  let best: { index: number; length: number; iso: string | null } | null = null;
  for (const { pattern, read } of formatsFor(ascii)) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(ascii); match; match = pattern.exec(ascii)) {
      if (best && match.index > best.index) break;
      const parts = match.groups && read(match.groups, lang ?? '');
      if (!parts || !isDay(parts)) continue;
      const length = match[0].trimEnd().length;
      if (!best || match.index < best.index || length > best.length)
        best = { index: match.index, length, iso: toIso(parts) };
      break;
    }
  }
  const relative = findRelative(ascii);
  if (relative && (!best || relative.index < best.index))
    return {
      shown: text.slice(relative.index, relative.index + relative[0].length),
      iso: null,
      index: relative.index,
    };
  if (!best) return null;
  const start = best.index + leadingSpace(ascii.slice(best.index, best.index + best.length));
  const rest = ascii.slice(best.index + best.length, best.index + best.length + 60);
  const more = (TIME_AFTER.exec(rest) ?? WEEKDAY_AFTER.exec(rest))?.[0].length ?? 0;
  return { shown: text.slice(start, best.index + best.length + more), iso: best.iso, index: start };
}

/**
 * The day of a machine-readable value (a `datetime` attribute, JSON-LD, `<meta>`), as written there without a
 * time-zone shift. Reads ISO 8601 (also the basic form), RFC 2822 and, since pages are careless, every form
 * that `findDate` knows. Null where the value gives no full day.
 */
export function toIsoDay(value: string, lang?: string | null): string | null {
  const basic = /^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$/u.exec(value);
  if (basic) {
    const parts = { year: Number(basic[1]), month: Number(basic[2]), day: Number(basic[3]) };
    return isDay(parts) ? toIso(parts) : null;
  }
  return findDate(value.slice(0, 100), lang)?.iso ?? null;
}

/** Full-width, Arabic and Persian digits as ASCII digits, place for place. */
function withAsciiDigits(text: string): string {
  return text.replace(/[０-９٠-٩۰-۹]/gu, (digit) => String((digit.charCodeAt(0) - zeroOf(digit)) % 10));
}

function zeroOf(digit: string): number {
  if (digit >= '０') return 0xff10;
  return digit >= '۰' ? 0x6f0 : 0x660;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

function isDay({ year, month, day }: DayParts): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (year !== null && (year < 1000 || year > 2200)) return false;
  return day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

function toIso({ year, month, day }: DayParts): string | null {
  if (year === null) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
