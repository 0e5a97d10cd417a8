import type { SavedState } from '../../types.ts';

/** Reads what files say in their cells and fields. None of it throws, whatever they say. */

const DATE =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?\s*$/iu;

/**
 * A moment in milliseconds since 1970: of a number of seconds, milliseconds or microseconds (told apart by their
 * size), or of an ISO date with or without fraction and zone. Null for anything else, and for no moment (0).
 */
export function momentOf(value: unknown): number | null {
  if (typeof value === 'number') return momentOfNumber(value);
  if (typeof value !== 'string') return null;
  if (/^\s*\d{1,17}(?:\.\d+)?\s*$/u.test(value)) return momentOfNumber(Number(value));
  const parts = DATE.exec(value);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  const fraction = Number(`0.${parts[7] ?? 0}`) * 1000;
  const time = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second, Math.floor(fraction));
  return Number.isNaN(time) ? null : time - offsetOf(parts[8] ?? 'Z');
}

function momentOfNumber(value: number): number | null {
  if (!Number.isFinite(value) || value <= 0) return null;
  if (value < 1e11) return Math.round(value * 1000);
  return Math.round(value < 1e14 ? value : value / 1000);
}

/** Milliseconds by which a zone is ahead. */
function offsetOf(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone);
  if (!parts) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return (parts[1] === '-' ? -1 : 1) * minutes * 60_000;
}

/** The day that a date names, as it is written there. */
export function dayOf(value: unknown): string | null {
  return (typeof value === 'string' && /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/u.exec(value)?.[1]) || null;
}

/** Text, or nothing where it is something else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** `true`, 1, `"1"`, `"true"`, `"yes"` in any case. */
export function isTrue(value: unknown): boolean {
  return (
    value === true || value === 1 || (typeof value === 'string' && /^\s*(?:1|true|yes)\s*$/iu.test(value))
  );
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Tags that a separator parts. */
export function splitTags(cell: string, separator: string): readonly string[] {
  return cell.split(separator).filter((tag) => tag.trim() !== '');
}

/** Tags of a list of texts, or of objects with a text under one of these names. */
export function tagsOf(value: unknown, ...names: readonly string[]): readonly string[] {
  return listOf(value)
    .map((tag) => textOf(tag) || textOf(names.map((name) => recordOf(tag)[name]).find(Boolean)))
    .filter((tag) => tag.trim() !== '');
}

/** Notes one under the other. */
export function joinNotes(...notes: readonly string[]): string {
  return notes
    .map((note) => note.trim())
    .filter(Boolean)
    .join('\n\n');
}

/** The state of what was read so far. */
export function stateOf(isArchived: boolean, percent: number | null): SavedState {
  if (isArchived) return 'archived';
  return percent !== null && percent > 0 ? 'reading' : 'unread';
}

/** A whole number from 0 to 100; null for anything else. */
export function percentOf(value: number): number | null {
  return Number.isFinite(value) && value > 0 ? Math.min(100, Math.round(value)) : null;
}
