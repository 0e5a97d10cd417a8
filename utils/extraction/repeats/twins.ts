import { keyOf } from '../../text/normalise.ts';
import type { Alone } from './alone.ts';
import { editsBetween } from './edits.ts';
import { type Copies, type Entries, type Entry, LONG_ENOUGH } from './entries.ts';
import { FirstByShingle, type Shingles, shinglesOf } from './shingles.ts';

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
export function findTwins(entries: Entries, alone: Alone, known: Copies): Int32Array {
  const { all, firsts, lengths } = entries;
  const twins = new Int32Array(all.length).fill(-1);
  // By the first entry with a key: one more than the first of them that may be a twin; 0 for none.
  const firstOf = new Int32Array(all.length);
  const firstByShingle = new FirstByShingle(all.length);
  all.forEach((entry, index) => {
    if ((lengths[index] ?? 0) < LONG_ENOUGH || known.has(index)) return;
    const first = firsts[index] ?? index;
    const same = (firstOf[first] ?? 0) - 1;
    if (same >= 0) {
      if (alone.has(entry) && alone.has(all[same])) twins[index] = same;
      return;
    }
    firstOf[first] = index + 1;
    const shingles = shinglesOf(entry.key);
    const near = nearTwin(entry, shingles, firstByShingle, entries);
    if (near !== null && alone.has(entry) && alone.has(all[near])) {
      twins[index] = near;
      return;
    }
    firstByShingle.note(shingles, index);
  });
  return twins;
}

function nearTwin(
  entry: Entry,
  shingles: Shingles,
  firstByShingle: FirstByShingle,
  { all, sizes }: Entries,
): number | null {
  const size = entry.key.length;
  const candidates = firstByShingle
    .sharing(shingles, shingles.count * LEAST_SHARED, mostEdits(size, size))
    .filter(({ block }) => isAsLong(sizes[block] ?? 0, size));
  if (candidates.length > 1) candidates.sort((a, b) => b.count - a.count || a.block - b.block);
  const least = (candidates[0]?.count ?? 0) * RIVAL;
  let tried = 0;
  for (const { block, count } of candidates) {
    if (count < least || tried === MOST_CANDIDATES) return null;
    tried += 1;
    if (isNear(all[block], entry)) return block;
  }
  return null;
}

/** Of texts of so many code units. */
function mostEdits(one: number, other: number): number {
  return Math.floor(FEW_EDITS + EDITS_PER_CHARACTER * Math.max(one, other));
}

function isAsLong(one: number, other: number): boolean {
  return Math.abs(one - other) <= mostEdits(one, other);
}

function isNear(one: Entry | undefined, other: Entry): boolean {
  if (!one) return false;
  if (editsBetween(one.key, other.key, mostEdits(one.key.length, other.key.length)) === null) return false;
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
