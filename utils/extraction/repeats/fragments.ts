import type { Alone } from './alone.ts';
import { type Copies, columnOf, type Entry } from './entries.ts';
import { teaserOf } from './teasers.ts';

/** The shortest fragment, in units of `readingLength`, whose place in a paragraph is no accident. */
const LEAST = 40;
/** Pull quotes looked up at most: no article has more. */
const MOST_QUOTES = 200;
/** Beginnings are looked up by so many characters. */
const START = 12;
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
export function findFragments(entries: readonly Entry[], alone: Alone, root: Element, copies: Copies): void {
  findBeginnings(entries, alone, copies);
  // Asked once of the whole tree: few articles have any.
  if (root.querySelector(PULL_QUOTE) !== null) findPullQuotes(entries, copies);
}

function findBeginnings(entries: readonly Entry[], alone: Alone, copies: Copies): void {
  const alike = startingAlike(entries);
  if (alike.size === 0) return;
  const lengths = columnOf(entries, ({ key }) => key.length);
  for (const list of alike.values()) {
    const others = list.slice(0, MOST_QUOTES);
    for (const index of others) noteBeginning(index, { others, entries, lengths }, alone, copies);
  }
}

/** The blocks that begin alike, by the first of each; few do, so a list is made for those only. */
function startingAlike(entries: readonly Entry[]): ReadonlyMap<number, readonly number[]> {
  const alike = new Map<number, number[]>();
  // A flat table, for a map of so many strings is slow to grow: the first block with a start, by the start's hash.
  const places = new Array<number>(2 ** Math.ceil(Math.log2(2 * entries.length + 2))).fill(0);
  const mask = places.length - 1;
  entries.forEach(({ key, length }, index) => {
    if (length < LEAST) return;
    let place = hashOfStart(key) & mask;
    for (let first = places[place]; first; first = places[place]) {
      if (startsAlike(entries[first - 1]?.key ?? '', key)) {
        const list = alike.get(first - 1);
        if (list) list.push(index);
        else alike.set(first - 1, [first - 1, index]);
        return;
      }
      place = (place + 1) & mask;
    }
    places[place] = index + 1;
  });
  return alike;
}

function hashOfStart(key: string): number {
  let hash = 0;
  for (let at = 0; at < START; at += 1) hash = Math.imul(hash ^ (key.charCodeAt(at) | 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

function startsAlike(one: string, other: string): boolean {
  for (let at = 0; at < START; at += 1) {
    if (one.charCodeAt(at) !== other.charCodeAt(at) && (at < one.length || at < other.length)) return false;
  }
  return true;
}

/** Blocks that begin alike. */
interface Alike {
  readonly others: readonly number[];
  readonly entries: readonly Entry[];
  /** Of the keys, by entry. */
  readonly lengths: Int32Array;
}

function noteBeginning(index: number, alike: Alike, alone: Alone, copies: Copies): void {
  const { others, entries, lengths } = alike;
  const entry = entries[index];
  if (!entry) return;
  const teaser = teaserOf(entry.block.text);
  const key = teaser ?? entry.key;
  const least = teaser === null ? key.length * LONGER : 0;
  const original = others.find(
    (other) => other !== index && (lengths[other] ?? 0) >= least && saysMore(key, entry.key, other, entries),
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
