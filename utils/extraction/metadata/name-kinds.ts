import { memoised } from '../../text/memo.ts';
import { BeginningTable, beginningsOf } from './name-beginnings.ts';
import {
  ASIDE_WHOLE_WORDS,
  ASIDE_WORDS,
  AUTHOR_WORDS,
  COMMENTS_WORDS,
  DATE_WORDS,
  FOOTER_WORDS,
  NAVIGATION_WORDS,
  namePattern,
  PAGER_WORDS,
  TITLE_WORDS,
  wholeNamePattern,
} from './names.ts';

/** What the class and id of an element say about it. */
export interface NameKinds {
  readonly isPager: boolean;
  readonly isComments: boolean;
  readonly isAside: boolean;
  readonly isFooter: boolean;
  readonly isNavigation: boolean;
  readonly isTitle: boolean;
  readonly isDate: boolean;
  readonly isAuthor: boolean;
}

/** The id that a family of Japanese blog templates gives to its comments; as a class it could mean anything. */
const COMMENTS_ID = /\scm\s$/u;

const NOTHING: NameKinds = {
  isPager: false,
  isComments: false,
  isAside: false,
  isFooter: false,
  isNavigation: false,
  isTitle: false,
  isDate: false,
  isAuthor: false,
};

const beginnings = new BeginningTable();
let nextBit = 1;

/** A test that is made only of names whose words begin as one of the pattern's does. */
function kind(words: string, toPattern: (words: string) => RegExp): (name: string, found: number) => boolean {
  const bit = nextBit;
  nextBit *= 2;
  const pattern = toPattern(words);
  beginnings.add(beginningsOf(words), bit);
  return (name, found) => (found & bit) !== 0 && pattern.test(name);
}

const isComments = kind(COMMENTS_WORDS, namePattern);
const isPager = kind(PAGER_WORDS, namePattern);
const isAside = kind(ASIDE_WORDS, namePattern);
const isWhollyAside = kind(ASIDE_WHOLE_WORDS, wholeNamePattern);
const isFooter = kind(FOOTER_WORDS, wholeNamePattern);
const isNavigation = kind(NAVIGATION_WORDS, namePattern);
const isTitle = kind(TITLE_WORDS, namePattern);
const isDate = kind(DATE_WORDS, namePattern);
const isAuthor = kind(AUTHOR_WORDS, namePattern);

/** What a name says. */
export const kindsOf = memoised((name) => (name === '' ? NOTHING : readKinds(name)));

function readKinds(name: string): NameKinds {
  const found = beginnings.bitsOf(name);
  const holdsComments = isComments(name, found) || COMMENTS_ID.test(name);
  if (found === 0 && !holdsComments) return NOTHING;
  return {
    isPager: !holdsComments && isPager(name, found),
    isComments: holdsComments,
    isAside: isAside(name, found) || isWhollyAside(name, found),
    isFooter: isFooter(name, found),
    isNavigation: isNavigation(name, found),
    isTitle: isTitle(name, found),
    isDate: isDate(name, found),
    isAuthor: isAuthor(name, found),
  };
}
