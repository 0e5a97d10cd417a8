import type { Alone } from './alone.ts';
import { type Copies, type Entries, type Entry, START } from './entries.ts';
import { teaserOf } from './teasers.ts';

/** The shortest fragment, in units of `readingLength`, whose place in a paragraph is no accident. */
const LEAST = 40;
/** Pull quotes looked up at most: no article has more. */
const MOST_QUOTES = 200;
/** So many times as long must be what a text without dots is only the beginning of; else the two are near twins. */
const LONGER = 1.2;

/** Where a theme sets a sentence of the text apart. A quotation in the text itself is no pull quote. */
const PULL_QUOTE =
  'aside, [class*="pullquote" i], [class*="pull-quote" i], [class*="pull_quote" i], [class*="pulledquote" i]';
const QUOTE_MARKS = /^["'“”„«»‹›「『＂]+|["'“”„«»‹›」』＂]+$/gu;

/**
 * Finds blocks that are a part of what others say: a teaser cut off in the middle, perhaps of several paragraphs
 * run together; the beginning of a paragraph; a sentence pulled out of one. What says the whole is the original,
 * wherever it stands.
 *
 * @param root holds the blocks
 */
export function findFragments(entries: Entries, alone: Alone, root: Element, copies: Copies): void {
  findBeginnings(entries, alone, copies);
  // Asked once of the whole tree: few articles have any.
  if (root.querySelector(PULL_QUOTE) !== null) findPullQuotes(entries.all, copies);
}

function findBeginnings(entries: Entries, alone: Alone, copies: Copies): void {
  for (const list of startingAlike(entries)) {
    const others = list.slice(0, MOST_QUOTES);
    for (const index of others) noteBeginning(index, others, entries, alone, copies);
  }
}

/** The blocks that begin alike, in the order of the first of each; few do, so a list is made for those only. */
function startingAlike({ all, lengths, starts }: Entries): readonly (readonly number[])[] {
  const alike: number[][] = [];
  const listByFirst = new Map<number, number[]>();
  // A flat table, for a map of so many numbers is slow to grow: one more than the first block with a start, by its hash.
  const places = new Int32Array(2 ** Math.ceil(Math.log2(2 * all.length + 2)));
  const mask = places.length - 1;
  for (let index = 0; index < all.length; index += 1) {
    if ((lengths[index] ?? 0) < LEAST) continue;
    const start = starts[index] ?? 0;
    let place = start & mask;
    let first = (places[place] ?? 0) - 1;
    while (first >= 0 && !(starts[first] === start && startsAlike(all[first], all[index]))) {
      place = (place + 1) & mask;
      first = (places[place] ?? 0) - 1;
    }
    if (first < 0) {
      places[place] = index + 1;
      continue;
    }
    const list = listByFirst.get(first);
    if (list) list.push(index);
    else {
      const made = [first, index];
      listByFirst.set(first, made);
      alike.push(made);
    }
  }
  return alike;
}

function startsAlike(one: Entry | undefined, other: Entry | undefined): boolean {
  return one?.key.slice(0, START) === other?.key.slice(0, START);
}

function noteBeginning(
  index: number,
  others: readonly number[],
  { all, sizes, plainEnds }: Entries,
  alone: Alone,
  copies: Copies,
): void {
  const least = (sizes[index] ?? 0) * LONGER;
  const isLongEnough = (other: number) => other !== index && (sizes[other] ?? 0) >= least;
  // Nearly all that begin alike are near twins, which their ends and sizes tell.
  if (plainEnds[index] && !others.some(isLongEnough)) return;
  const entry = all[index];
  if (!entry) return;
  const teaser = teaserOf(entry.block.text);
  const key = teaser ?? entry.key;
  const original = others.find(
    (other) =>
      (teaser === null ? isLongEnough(other) : other !== index) && saysMore(key, entry.key, other, all),
  );
  if (original === undefined) return;
  if (teaser === null ? alone.has(entry) : alone.mayBeTeaser(entry.block.element))
    copies.add(index, original);
}

/** Whether the blocks from `at` on begin with this text and go on. */
function saysMore(beginning: string, whole: string, at: number, entries: readonly Entry[]): boolean {
  let rest = beginning;
  for (let index = at; index < entries.length; index += 1) {
    const key = entries[index]?.key ?? '';
    if (key === whole) return false;
    if (key.length > rest.length || (key.length === rest.length && index > at)) return key.startsWith(rest);
    if (key === '' || !rest.startsWith(key)) return false;
    rest = rest.slice(key.length);
    if (rest === '') return whole !== beginning;
  }
  return false;
}

function findPullQuotes(entries: readonly Entry[], copies: Copies): void {
  let looked = 0;
  for (const { index, block, key, length } of entries) {
    if (length < LEAST || looked >= MOST_QUOTES || copies.has(index)) continue;
    if (block.element.closest(PULL_QUOTE) === null) continue;
    looked += 1;
    const said = key.replace(QUOTE_MARKS, '');
    const original = entries.findIndex(
      (other, at) =>
        at !== index && other.key.includes(said) && other.block.element.closest(PULL_QUOTE) === null,
    );
    if (original >= 0) copies.add(index, original);
  }
}
