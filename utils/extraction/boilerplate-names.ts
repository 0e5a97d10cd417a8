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

const TABLES: Readonly<Record<NameScope, Map<string, Marks>>> = { class: new Map(), id: new Map() };
const SCOPES: readonly NameScope[] = ['class', 'id'];
/** Words of one rule's name, at most. */
let longest = 1;
/** The words that rules' names begin with: with any other, none has to be looked for. */
const firstWords = new Set<string>();

ELEMENT_RULES.forEach(({ names }, rank) => {
  for (const written of names?.split(' ') ?? []) {
    const only: NameScope | null = written.startsWith('.') ? 'class' : written.startsWith('#') ? 'id' : null;
    const pattern = only ? written.slice(1) : written;
    const key = pattern.replaceAll('*', '');
    const words = key.split('-');
    longest = Math.max(longest, words.length);
    firstWords.add(words[0] ?? '');
    for (const scope of only ? [only] : SCOPES) mark(TABLES[scope], key, pattern, rank);
  }
});

function mark(table: Map<string, Marks>, key: string, pattern: string, rank: number): void {
  const marks = table.get(key) ?? {};
  const place = placeOf(pattern);
  marks[place] = Math.min(marks[place] ?? rank, rank);
  table.set(key, marks);
}

function placeOf(pattern: string): keyof Marks {
  if (pattern.startsWith('*')) return pattern.endsWith('*') ? 'part' : 'end';
  return pattern.endsWith('*') ? 'start' : 'whole';
}

/** `has-sidebar`, `sidebar-enabled--false`: such names tell of a state, not what the element is. */
const STATES = new Set(
  'has have no not with without enabled enable disabled disable true false active is'.split(' '),
);
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
  if (words.some((word) => STATES.has(word))) return null;
  const table = TABLES[scope];
  const end = words.findLastIndex((word) => !/^\d+$/u.test(word)) + 1;
  let best = ELEMENT_RULES.length;
  for (let from = 0; from < words.length; from += 1) {
    if (!firstWords.has(words[from] ?? '')) continue;
    let key = '';
    for (let to = from + 1; to <= Math.min(words.length, from + longest); to += 1) {
      key += key ? `-${words[to - 1]}` : words[to - 1];
      const marks = table.get(key);
      if (!marks) continue;
      if (marks.part !== undefined) best = Math.min(best, marks.part);
      if (from > 0) {
        if (to === end && marks.end !== undefined) best = Math.min(best, marks.end);
        continue;
      }
      if (marks.start !== undefined) best = Math.min(best, marks.start);
      if (to === words.length && marks.whole !== undefined) best = Math.min(best, marks.whole);
    }
  }
  return ELEMENT_RULES[best] ?? null;
}

/** `shareBar`, `share_bar` and `Share-bar__k3Fd2` are all `share`, `bar`. */
export function wordsOfName(name: string): string[] {
  if (UTILITY.test(name)) return [];
  const bare = name.replace(MODULE_HASH, '');
  return bare.split(/[-_]+/u).flatMap(splitCamelCase);
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
