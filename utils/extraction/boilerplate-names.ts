import { memoised } from '../text/memo.ts';
import { ELEMENT_RULES, type ElementRule } from './boilerplate-rules.ts';

/** Whether a name stands in an element's class or is its id. */
export type NameScope = 'class' | 'id';

/** Ranks of the rules that a run of words stands for, by its place in the name. */
interface Marks {
  whole?: number;
  start?: number;
  end?: number;
  part?: number;
}

/** A run of words as it stands in the names of rules. */
interface Run {
  readonly marks: Marks;
  /** Runs that go on from here, by their next word. */
  readonly longer: Map<string, Run>;
  /** Whether any name with the word tells of a state; of runs of one word. */
  isState: boolean;
}

/** `has-sidebar`, `sidebar-enabled--false`: such names tell of a state, not what the element is. */
const STATES = 'has have no not with without enabled enable disabled disable true false active is'.split(' ');

const RUNS: Readonly<Record<NameScope, Run>> = { class: newRun(), id: newRun() };
const SCOPES: readonly NameScope[] = ['class', 'id'];

ELEMENT_RULES.forEach(({ names }, rank) => {
  for (const written of names?.split(' ') ?? []) {
    const only: NameScope | null = written.startsWith('.') ? 'class' : written.startsWith('#') ? 'id' : null;
    const pattern = only ? written.slice(1) : written;
    for (const scope of only ? [only] : SCOPES) mark(RUNS[scope], pattern, rank);
  }
});

for (const scope of SCOPES) for (const state of STATES) runOf([state], RUNS[scope]).isState = true;

function newRun(): Run {
  return { marks: {}, longer: new Map(), isState: false };
}

function runOf(words: readonly string[], root: Run): Run {
  let run = root;
  for (const word of words) {
    const next = run.longer.get(word) ?? newRun();
    run.longer.set(word, next);
    run = next;
  }
  return run;
}

function mark(root: Run, pattern: string, rank: number): void {
  const { marks } = runOf(pattern.replaceAll('*', '').split('-'), root);
  const place = placeOf(pattern);
  marks[place] = Math.min(marks[place] ?? rank, rank);
}

function placeOf(pattern: string): keyof Marks {
  if (pattern.startsWith('*')) return pattern.endsWith('*') ? 'part' : 'end';
  return pattern.endsWith('*') ? 'start' : 'whole';
}

/** Bits that a key has of each of its three characters. */
const BITS = 5;
const MASK = 2 ** BITS - 1;

/** What may follow a word within a name or a list of names; the last one is its end. */
const AFTER_WORD = [...'-_ \t\n\v\f\r\0'];
/** By the three characters that it begins with: whether a word may be one that names of rules begin with. */
const KNOWN_BEGINNINGS: Readonly<Record<NameScope, Uint8Array>> = {
  class: beginningsIn(RUNS.class),
  id: beginningsIn(RUNS.id),
};

function beginningsIn({ longer }: Run): Uint8Array {
  const keys = new Uint8Array(2 ** (3 * BITS));
  for (const [word, { isState }] of longer) {
    if (isState) continue;
    if (word.length > 2) keys[keyAt(word, 0)] = 1;
    else for (const after of AFTER_WORD) markShort(keys, word + after);
  }
  return keys;
}

/** @param beginning two or three characters; the third may be any where there are two */
function markShort(keys: Uint8Array, beginning: string): void {
  const first = keyAt(beginning, 0);
  keys.fill(1, first, beginning.length > 2 ? first + 1 : first + MASK + 1);
}

/** A number for the three characters at a place of a text. Beyond the end of a text its last bits are 0. */
function keyAt(text: string, at: number): number {
  const first = text.charCodeAt(at) & MASK;
  const second = text.charCodeAt(at + 1) & MASK;
  const third = text.charCodeAt(at + 2) & MASK;
  return (first << (2 * BITS)) | (second << BITS) | third;
}

/**
 * False where no name in a class attribute or id has a rule, since none of their words begins like one of those that
 * the rules look for: that is told in one pass, without a look at any whole word.
 */
export function mayHaveRule(names: string, scope: NameScope): boolean {
  const known = KNOWN_BEGINNINGS[scope];
  let isAfterSmall = false;
  let isStart = true;
  for (let at = 0; at < names.length; at += 1) {
    const unit = names.charCodeAt(at);
    // Some others become plain letters in lower case.
    if (unit > 0x7e) return true;
    const isCapital = unit >= 0x41 && unit <= 0x5a;
    if ((isStart || (isCapital && isAfterSmall)) && known[keyAt(names, at)] === 1) return true;
    isAfterSmall = unit >= 0x61;
    isStart = !(isCapital || isSmallOrDigit(unit));
  }
  return false;
}

/** An id of more words is the text of a heading, made into an anchor. */
const LONGEST_ID = 4;
/** Names of utility style sheets (`md:w-1/2`, `[&>p]:my-6`) say how something looks. */
const UTILITY = /[:[\]()/.%&!]/u;
/** The hash that CSS modules put after a name: `Teaser_title__k3Fd2`. */
const MODULE_HASH = /__(?=\w*[\dA-Z])(?=\w*[a-z\d])\w{5,6}$/u;

const readers: Readonly<Record<NameScope, (name: string) => ElementRule | null>> = {
  class: memoised((name) => readName(name, 'class')),
  id: memoised((name) => readName(name, 'id')),
};

/** The first rule that a name stands for; null for names that say nothing. */
export function ruleOfName(name: string, scope: NameScope): ElementRule | null {
  return readers[scope](name);
}

function readName(name: string, scope: NameScope): ElementRule | null {
  const words = wordsOfName(name);
  if (words.length === 0 || (scope === 'id' && words.length > LONGEST_ID)) return null;
  const { longer } = RUNS[scope];
  let isKnown = false;
  for (const word of words) {
    const run = longer.get(word);
    if (run === undefined) continue;
    if (run.isState) return null;
    isKnown = true;
  }
  return isKnown ? (ELEMENT_RULES[bestRank(words, RUNS[scope])] ?? null) : null;
}

/** Rank of the first rule that has a run of the words in its names, at the right place; Infinity where none has. */
function bestRank(words: readonly string[], runs: Run): number {
  const end = words.findLastIndex((word) => !/^\d+$/u.test(word)) + 1;
  let best = Number.POSITIVE_INFINITY;
  for (let from = 0; from < words.length; from += 1) {
    let run = runs.longer.get(words[from] ?? '');
    for (let to = from + 1; run; to += 1) {
      const { part, start, whole, end: last } = run.marks;
      if (part !== undefined) best = Math.min(best, part);
      if (from > 0) {
        if (to === end && last !== undefined) best = Math.min(best, last);
      } else {
        if (start !== undefined) best = Math.min(best, start);
        if (to === words.length && whole !== undefined) best = Math.min(best, whole);
      }
      run = to < words.length ? run.longer.get(words[to] ?? '') : undefined;
    }
  }
  return best;
}

/** `shareBar`, `share_bar` and `Share-bar__k3Fd2` are all `share`, `bar`. */
export function wordsOfName(name: string): string[] {
  const hasHash = name.includes('__');
  const plain = hasHash ? null : plainWords(name);
  if (plain) return plain;
  if (UTILITY.test(name)) return [];
  const bare = hasHash ? name.replace(MODULE_HASH, '') : name;
  return bare.split(/[-_]+/u).flatMap(splitCamelCase);
}

const HYPHEN = 0x2d;
const UNDERSCORE = 0x5f;

/** The words of a name of small letters, digits and marks between them, as most are; null for others. */
function plainWords(name: string): string[] | null {
  const words: string[] = [];
  let from = 0;
  for (let at = 0; at < name.length; at += 1) {
    const unit = name.charCodeAt(at);
    if (unit === HYPHEN || unit === UNDERSCORE) {
      if (at > from) words.push(name.slice(from, at));
      from = at + 1;
    } else if (!isSmallOrDigit(unit)) {
      return null;
    }
  }
  if (from < name.length) words.push(name.slice(from));
  return words;
}

function isSmallOrDigit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** Humps shorter than this come from hashes and abbreviations, not from words. */
const SHORTEST_HUMP = 3;

const LOWER_CASE_ONLY = /^[a-z\d]+$/u;

function splitCamelCase(word: string): string[] {
  if (!word) return [];
  if (LOWER_CASE_ONLY.test(word)) return [word];
  const humps = word.split(/(?<=[a-z])(?=[A-Z])/u);
  const isPhrase = humps.length > 1 && humps.every((hump) => hump.length >= SHORTEST_HUMP);
  return isPhrase ? humps.map((hump) => hump.toLowerCase()) : [word.toLowerCase()];
}
