import { CATEGORY_WORDS, TAG_WORDS } from '../tags/vocabulary.ts';
import { NameTable } from './name-table.ts';
import {
  ARTICLE_PAGER_WORDS,
  ASIDE_WHOLE_WORDS,
  ASIDE_WORDS,
  AUTHOR_WORDS,
  bitsOfNames,
  COMMENTS_WORDS,
  DATE_WORDS,
  FOOTER_WORDS,
  NAVIGATION_WORDS,
  NEAR_PAGER_PARTS,
  NEXT_WORDS,
  NOT_POSTS_WORDS,
  OTHER_PAGER_WORDS,
  PAGER_WORDS,
  PREVIOUS_WORDS,
  TITLE_WORDS,
} from './names.ts';

/** What the class and id of an element say about it, as bits. One reading finds all of them. */
export const NAMED = {
  pager: 1 << 0,
  comments: 1 << 1,
  aside: 1 << 2,
  footer: 1 << 3,
  navigation: 1 << 4,
  title: 1 << 5,
  date: 1 << 6,
  author: 1 << 7,
  tags: 1 << 8,
  categories: 1 << 9,
  previous: 1 << 10,
  next: 1 << 11,
  /** Steps through something else than posts. */
  noPosts: 1 << 12,
  articlePager: 1 << 13,
  /** A pager of something else than the parts of an article. */
  otherPager: 1 << 14,
  /** May stand around a link of a pager. */
  nearPager: 1 << 15,
} as const;

/** The id, in lower case, that a family of Japanese blog templates gives to its comments; as a class it could mean anything. */
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
  .add(NAMED.author, AUTHOR_WORDS)
  .add(NAMED.tags, TAG_WORDS)
  .add(NAMED.categories, CATEGORY_WORDS)
  .add(NAMED.previous, PREVIOUS_WORDS)
  .add(NAMED.next, NEXT_WORDS)
  .add(NAMED.noPosts, NOT_POSTS_WORDS)
  .add(NAMED.articlePager, ARTICLE_PAGER_WORDS)
  .add(NAMED.otherPager, OTHER_PAGER_WORDS)
  .addParts(NAMED.nearPager, NEAR_PAGER_PARTS);

/** What a name says. */
export function kindsOfName(name: string): number {
  return KINDS.bitsOf(name);
}

const kindsOfNames = bitsOfNames(kindsOfName);

/** What an element's names say. A pager of comments is no pager of posts. */
export function kindsOf(element: Element): number {
  let kinds = kindsOfNames(element);
  const { id } = element;
  if (id.length === COMMENTS_ID.length && id.toLowerCase() === COMMENTS_ID) kinds |= NAMED.comments;
  return kinds & NAMED.comments ? kinds & ~NAMED.pager : kinds;
}
