import { monthNumber } from './months.ts';

/** A day as read from a text; a part that the text does not give is null. */
export interface DayParts {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** Every written date has one of these; asked first, since most texts have none. */
const NUMERALS = /[\d〇一二三四五六七八九十元]/u;
/**
 * Signs that a kind of written dates is told by, for a look before the patterns: numbers apart by points, strokes or
 * hyphens, Han characters for month and day, and words.
 */
const NUMERIC = /\d\s?[-./]/u;
const HAN_SIGNS = /[月월]/u;
const VERBAL = /\d/u;

/** One way to write a date: where to look, and how to read what matched (null: it is no date after all). */
export interface DateFormat {
  /** Every text with such a date matches it. */
  readonly sign: RegExp;
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, lang: string) => DayParts | null;
}

const ERA_STARTS: Readonly<Record<string, number>> = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
  大正: 1911,
  明治: 1867,
  民國: 1911,
  民国: 1911,
};

const HAN_DIGITS = '〇一二三四五六七八九';

/** A number in ASCII or Han digits (`8`, `十二`, `二〇二二`); `元` is the first year of an era. */
function hanNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  if (text === '元') return 1;
  const value = (digit: string) => Math.max(0, HAN_DIGITS.indexOf(digit.replace('零', '〇')));
  const [tens, ones] = text.split('十');
  if (ones === undefined) return Number([...text].map(value).join(''));
  return (tens ? value(tens) : 1) * 10 + (ones ? value(ones) : 0);
}

/** Two-digit years are of 1970-2069, as POSIX `%y` nearly has it. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Thai pages count years from 543 BC. */
function commonYear(year: number): number {
  return year > 2400 && year < 2700 ? year - 543 : year;
}

function named(groups: Readonly<Record<string, string | undefined>>): DayParts | null {
  const month = monthNumber(groups.month ?? '');
  if (month === null) return null;
  return { year: groups.year ? commonYear(fullYear(groups.year)) : null, month, day: Number(groups.day) };
}

/**
 * Whether `3/4/2022` is March 4th in a language. English without a region is mostly American; Japanese,
 * Chinese and Korean put the month first whenever they write the year last. (CLDR `dateFormats` short.)
 */
function isMonthFirst(lang: string): boolean {
  return /^(?:en(?:-(?:us|ph))?|ja|zh|ko)(?:$|-(?!gb|au|nz|ie|in|za|ca|sg))/iu.test(lang);
}

function yearLast(groups: Readonly<Record<string, string | undefined>>, lang: string): DayParts | null {
  const [first, second] = [Number(groups.first), Number(groups.second)];
  const year = fullYear(groups.year ?? '');
  if (first > 12) return { year, month: second, day: first };
  if (second > 12) return { year, month: first, day: second };
  if (first === second || groups.separator === '.') return { year, month: second, day: first };
  if (!lang) return { year: null, month: second, day: first };
  return isMonthFirst(lang) ? { year, month: first, day: second } : { year, month: second, day: first };
}

function shortYear(groups: Readonly<Record<string, string | undefined>>, lang: string): DayParts | null {
  const { first = '', second = '', year = '' } = groups;
  if (!/^(?:ja|zh|ko|hu)/iu.test(lang)) return yearLast(groups, lang);
  return { year: fullYear(first), month: Number(second), day: Number(year) };
}

const NOT_AFTER_NUMBER = String.raw`(?<![\d\p{L}][.:/-]?)(?<!\d)`;
const NOT_BEFORE_NUMBER = String.raw`(?!\d|[.:,]\d)`;
const MONTH = String.raw`(?<month>[\p{L}\p{M}]{3,14}|(?:ม|ก|มี|เม|พ|มิ|ส|ต|ธ)\.[คพยม])\.?`;
const HAN = '[〇零一二三四五六七八九十]';

/** Every way of writing a date that is known here. The first in a text wins; of two at one place the longer. */
const DATE_FORMATS: readonly DateFormat[] = [
  {
    // 2022-12-08, 2022/12/08, 2022.12.8, 2022. 12. 8.
    sign: NUMERIC,
    pattern:
      /(?<!\d)(?<year>(?:19|20)\d\d)\s?(?<separator>[-/.])\s?(?<month>\d{1,2})\s?\k<separator>\s?(?<day>\d{1,2})(?!\d)/gu,
    read: ({ year, month, day }) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    // 令和4年12月8日, 2022年12月8日, 二〇二二年十二月八日, 民國111年12月8日, 2022년 12월 8일, 12月8日
    sign: HAN_SIGNS,
    pattern: new RegExp(
      `(?:(?<era>令和|平成|昭和|大正|明治|民國|民国|[RHS](?=\\d))?\\s*(?<![\\d])(?<year>\\d{1,4}|元|${HAN}{1,4})\\s*[年년]\\s*)?` +
        `(?<![\\d])(?<month>\\d{1,2}|${HAN}{1,3})\\s*[月월]\\s*(?<day>\\d{1,2}|${HAN}{1,3})\\s*[日號号일](?![間间])`,
      'gu',
    ),
    read: ({ era, year = '', month = '', day = '' }) => {
      const written = year ? hanNumber(year) : null;
      const since = era ? (ERA_STARTS[era] ?? null) : 0;
      const full = written === null || since === null ? null : written + since;
      return {
        year: full !== null && full > 1000 ? full : null,
        month: hanNumber(month),
        day: hanNumber(day),
      };
    },
  },
  {
    // R4.12.8, H30/1/2
    sign: NUMERIC,
    pattern:
      /(?<![\p{L}\d])(?<era>[RHS])(?<year>\d{1,2})(?<separator>[./])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})(?!\d)/gu,
    read: ({ era = '', year, month, day }) => ({
      year: (ERA_STARTS[era] ?? 0) + Number(year),
      month: Number(month),
      day: Number(day),
    }),
  },
  {
    // 8 December 2022, 8. Dezember 2022, 8 de diciembre de 2022, 1er août 2022, 8th of December, 2022, 8-Dec-2022
    sign: VERBAL,
    pattern: new RegExp(
      `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|re|º|ª|°|\\.)?[\\s-]*(?:(?:de|del|of|di)\\s+|d['’])?${MONTH}` +
        `(?:,?[\\s-]*(?:(?:de|del|of|m\\.)\\s+)?(?<year>(?:19|20|25)\\d\\d)(?!\\d))?(?![\\p{L}\\p{M}])`,
      'giu',
    ),
    read: named,
  },
  {
    // December 8th, 2022, Dec. 8 2022, Mai 10, 2017, декабря 8, 2022
    sign: VERBAL,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{M}])${MONTH}[\\s-]+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d)` +
        `(?:(?:\\s*,\\s*|\\s+)(?:\\p{L}{2,3}\\s+)?(?<year>(?:19|20)\\d\\d)(?!\\d))?(?![\\p{L}\\p{M}])`,
      'giu',
    ),
    read: named,
  },
  {
    // 2022. december 8., 2022 Dec 8
    sign: VERBAL,
    pattern: new RegExp(
      `(?<!\\d)(?<year>(?:19|20)\\d\\d)[.,]?[\\s-]+${MONTH}[\\s-]+(?<day>\\d{1,2})(?!\\d)`,
      'giu',
    ),
    read: named,
  },
  {
    // ngày 8 tháng 12 năm 2022, 8 Tháng 12, 2022
    sign: VERBAL,
    pattern:
      /(?<!\d)(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})(?:,?\s+(?:năm\s+)?(?<year>(?:19|20)\d\d))?(?!\d)/giu,
    read: ({ year, month, day }) => ({
      year: year ? Number(year) : null,
      month: Number(month),
      day: Number(day),
    }),
  },
  {
    // 08/12/2022, 8.12.2022, 18. 05. 2014, 17.07, 2011
    sign: NUMERIC,
    pattern: new RegExp(
      `${NOT_AFTER_NUMBER}(?<first>\\d{1,2})\\s?(?<separator>[./-])\\s?(?<second>\\d{1,2})(?:\\s?\\k<separator>|,)\\s?(?<year>(?:19|20)\\d\\d)${NOT_BEFORE_NUMBER}`,
      'gu',
    ),
    read: yearLast,
  },
  {
    // 23.09.20, 12/08/22
    sign: NUMERIC,
    pattern: new RegExp(
      `${NOT_AFTER_NUMBER}(?<first>\\d\\d)(?<separator>[./])(?<second>\\d\\d)\\k<separator>(?<year>\\d\\d)${NOT_BEFORE_NUMBER}`,
      'gu',
    ),
    read: shortYear,
  },
];

const FORMATS_BY_SIGN = [...Map.groupBy(DATE_FORMATS, ({ sign }) => sign)];

/** The ways of writing a date that a text may have; none for most texts. */
export function formatsFor(text: string): readonly DateFormat[] {
  return NUMERALS.test(text)
    ? FORMATS_BY_SIGN.flatMap(([sign, formats]) => (sign.test(text) ? formats : []))
    : [];
}
