import type { Interface } from './interface.ts';

/**
 * A day as the interface's language writes it. Takes YYYY-MM-DD; anything else is given back as it is, since
 * a date that the page shows in its own way is still worth showing.
 */
export function formatDay(iso: string, language: Interface['language']): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(iso)) return iso;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

/** The day of a moment (milliseconds since 1970) in the reader's own time zone. */
export function formatMoment(milliseconds: number, language: Interface['language']): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(milliseconds);
}

/** Words of a list one after the other, without an "and". */
export function formatList(words: readonly string[], language: Interface['language']): string {
  return new Intl.ListFormat(language, { style: 'narrow', type: 'conjunction' }).format(words);
}

const BYTE_UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size as people read it: `340 kB`, `1.2 MB`. */
export function formatBytes(bytes: number, language: Interface['language']): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1_000)) / 3), BYTE_UNITS.length);
  const value = bytes / 1_000 ** power;
  const unit = BYTE_UNITS[power - 1] ?? 'kilobyte';
  const maximumFractionDigits = value < 10 && power > 1 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits }).format(
    bytes > 0 && power === 1 ? Math.max(1, value) : value,
  );
}

/** A number as the interface's language writes it. */
export function formatCount(count: number, language: Interface['language']): string {
  return new Intl.NumberFormat(language).format(count);
}
