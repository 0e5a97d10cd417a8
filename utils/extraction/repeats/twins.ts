import { keyOf } from '../../text/normalise.ts';
import type { Alone } from './alone.ts';
import { editsBetween } from './edits.ts';
import { type Copies, type Entry, LONG_ENOUGH } from './entries.ts';
import { FirstByShingle, shinglesOf } from './shingles.ts';

/** Edits (characters out or in) up to which two texts are one: a few anyway, and so many per character. */
const FEW_EDITS = 6;
const EDITS_PER_CHARACTER = 0.06;
/** Words with a capital or in katakana, which are most names' forms. */
const NAME = /\p{Lu}[\p{L}\p{N}]+|[\p{Script=Katakana}ー]{2,}/gu;
/** A code unit that may stand in a name. */
const IN_WORD = /[\p{L}\p{N}\ud800-\udfff]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** A name with more edits than this is another one, with fewer a slip. */
const SLIP = 4;
const LONG_NAME = 8;
/** So many candidates are compared character by character; the right one shares the most shingles. */
const MOST_CANDIDATES = 3;
/** Less of its shingles than this a block shares with any other of its language. */
const LEAST_SHARED = 0.1;
/** Candidates that share less than this part of what the best one shares are no rivals to it. */
const RIVAL = 0.5;

/**
 * Finds, for each long block, the first one that says the same, word for word or but for a few characters.
 * Blocks whose numbers or names differ are never twins ("300 sold in 2019", "400 sold in 2020"). Candidates come from an
 * index of chosen shingles, so the time stays linear in the text's length.
 *
 * @param known copies that have been found already; they are nobody's twins
 * @returns by entry: the place of its earlier twin; -1 where it has none
 */
export function findTwins(entries: readonly Entry[], alone: Alone, known: Copies): Int32Array {
  const twins = new Int32Array(entries.length).fill(-1);
  // By the first entry with a key: one more than the first of them that may be a twin; 0 for none.
  const firstOf = new Array<number>(entries.length).fill(0);
  const firstByShingle = new FirstByShingle(entries.length);
  entries.forEach((entry, index) => {
    if (entry.length < LONG_ENOUGH || known.has(index)) return;
    const same = (firstOf[entry.first] ?? 0) - 1;
    if (same >= 0) {
      if (alone.has(entry) && alone.has(entries[same])) twins[index] = same;
      return;
    }
    firstOf[entry.first] = index + 1;
    const shingles = shinglesOf(entry.key);
    const near = nearTwin(entry, shingles, firstByShingle, entries);
    if (near !== null && alone.has(entry) && alone.has(entries[near])) {
      twins[index] = near;
      return;
    }
    firstByShingle.note(shingles, index);
  });
  return twins;
}

function nearTwin(
  entry: Entry,
  shingles: Int32Array,
  firstByShingle: FirstByShingle,
  entries: readonly Entry[],
): number | null {
  const isWanted = (block: number) => isAsLong(entries[block]?.key ?? '', entry.key);
  const candidates = firstByShingle.sharing(shingles, shingles.length * LEAST_SHARED, isWanted);
  if (candidates.length > 1) candidates.sort((a, b) => b.count - a.count || a.block - b.block);
  const least = (candidates[0]?.count ?? 0) * RIVAL;
  let tried = 0;
  for (const { block, count } of candidates) {
    if (count < least || tried === MOST_CANDIDATES) return null;
    tried += 1;
    if (isNear(entries[block], entry)) return block;
  }
  return null;
}

function mostEdits(one: string, other: string): number {
  return Math.floor(FEW_EDITS + EDITS_PER_CHARACTER * Math.max(one.length, other.length));
}

function isAsLong(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) <= mostEdits(one, other);
}

function isNear(one: Entry | undefined, other: Entry): boolean {
  if (!one) return false;
  if (editsBetween(one.key, other.key, mostEdits(one.key, other.key)) === null) return false;
  return numbersOf(one.key) === numbersOf(other.key) && namesSameThings(one, other);
}

function numbersOf(key: string): string {
  return (key.match(/\p{N}+/gu) ?? []).join(' ');
}

/** Whether no name stands in one of two near texts alone: the same said of somebody else is no copy. */
function namesSameThings(one: Entry, other: Entry): boolean {
  return hasNamesOf(one, other) && hasNamesOf(other, one);
}

function hasNamesOf({ key, block }: Entry, model: Entry): boolean {
  let words: string[] | null = null;
  for (const written of changedPart(model.block.text, block.text).match(NAME) ?? []) {
    if (block.text.includes(written)) continue;
    const name = keyOf(written);
    if (key.includes(name) || hasHalfOf(name, key)) continue;
    words ??= block.text.match(WORD)?.map(keyOf) ?? [];
    if (!words.some((word) => editsBetween(word, name, SLIP) !== null)) return false;
  }
  return true;
}

/** Whole words of a text from the first to the last in which another one differs. */
function changedPart(text: string, other: string): string {
  const most = Math.min(text.length, other.length);
  let start = 0;
  while (start < most && text.charCodeAt(start) === other.charCodeAt(start)) start += 1;
  let end = text.length;
  const shift = other.length - text.length;
  const least = Math.max(start, start - shift);
  while (end > least && text.charCodeAt(end - 1) === other.charCodeAt(end - 1 + shift)) end -= 1;
  while (start > 0 && IN_WORD.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && IN_WORD.test(text.charAt(end))) end += 1;
  return text.slice(start, end);
}

/** A long name that another word ran into, or with several slips: one of its halves still stands. */
function hasHalfOf(name: string, key: string): boolean {
  const middle = Math.floor(name.length / 2);
  return (
    name.length >= LONG_NAME && (key.includes(name.slice(0, middle)) || key.includes(name.slice(middle)))
  );
}
