import { NameTable } from './name-table.ts';
import {
  ASIDE_WHOLE_WORDS,
  ASIDE_WORDS,
  AUTHOR_WORDS,
  bitsOfNames,
  COMMENTS_WORDS,
  DATE_WORDS,
  FOOTER_WORDS,
  NAVIGATION_WORDS,
  PAGER_WORDS,
  TITLE_WORDS,
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

const KINDS = new NameTable()
  .add(NAMED.comments, COMMENTS_WORDS)
  .add(NAMED.pager, PAGER_WORDS)
  .add(NAMED.aside, ASIDE_WORDS)
  .addWhole(NAMED.aside, ASIDE_WHOLE_WORDS)
  .addWhole(NAMED.footer, FOOTER_WORDS)
  .add(NAMED.navigation, NAVIGATION_WORDS)
  .add(NAMED.title, TITLE_WORDS)
  .add(NAMED.date, DATE_WORDS)
  .add(NAMED.author, AUTHOR_WORDS);

/** What a name says. */
export function kindsOfName(name: string): number {
  return KINDS.bitsOf(name);
}

const kindsOfNames = bitsOfNames(kindsOfName);

/** What an element's names say. A pager of comments is no pager of posts. */
export function kindsOf(element: Element): number {
  let kinds = kindsOfNames(element);
  if (element.id.toLowerCase() === COMMENTS_ID) kinds |= NAMED.comments;
  return kinds & NAMED.comments ? kinds & ~NAMED.pager : kinds;
}
