import { BeginningTable, beginningsOf } from './name-beginnings.ts';
import {
  ASIDE_WHOLE_WORDS,
  ASIDE_WORDS,
  AUTHOR_WORDS,
  bitsOfNames,
  COMMENTS_WORDS,
  DATE_WORDS,
  FOOTER_WORDS,
  NAVIGATION_WORDS,
  namePattern,
  PAGER_WORDS,
  TITLE_WORDS,
  wholeNamePattern,
} from './names.ts';

/** What the class and id of an element say about it, as bits. */
export const NAMED = {
  pager: 1,
  comments: 2,
  aside: 4,
  footer: 8,
  navigation: 16,
  title: 32,
  date: 64,
  author: 128,
} as const;

/** The id that a family of Japanese blog templates gives to its comments; as a class it could mean anything. */
const COMMENTS_ID = 'cm';

interface Kind {
  readonly bit: number;
  readonly pattern: RegExp;
}

const beginnings = new BeginningTable();

function kind(bit: number, words: string, toPattern: (words: string) => RegExp): Kind {
  beginnings.add(beginningsOf(words), bit);
  return { bit, pattern: toPattern(words) };
}

const KINDS: readonly Kind[] = [
  kind(NAMED.comments, COMMENTS_WORDS, namePattern),
  kind(NAMED.pager, PAGER_WORDS, namePattern),
  kind(NAMED.aside, ASIDE_WORDS, namePattern),
  kind(NAMED.aside, ASIDE_WHOLE_WORDS, wholeNamePattern),
  kind(NAMED.footer, FOOTER_WORDS, wholeNamePattern),
  kind(NAMED.navigation, NAVIGATION_WORDS, namePattern),
  kind(NAMED.title, TITLE_WORDS, namePattern),
  kind(NAMED.date, DATE_WORDS, namePattern),
  kind(NAMED.author, AUTHOR_WORDS, namePattern),
];

/** What a name says. A pattern is tried only of names whose words begin as one of its own does. */
export function kindsOfName(name: string): number {
  const begun = beginnings.bitsOf(name);
  if (begun === 0) return 0;
  let kinds = 0;
  for (const { bit, pattern } of KINDS) if (begun & bit && pattern.test(name)) kinds |= bit;
  return kinds;
}

const kindsOfNames = bitsOfNames(kindsOfName);

/** What an element's names say. A pager of comments is no pager of posts. */
export function kindsOf(element: Element): number {
  let kinds = kindsOfNames(element);
  if (element.id.toLowerCase() === COMMENTS_ID) kinds |= NAMED.comments;
  return kinds & NAMED.comments ? kinds & ~NAMED.pager : kinds;
}
