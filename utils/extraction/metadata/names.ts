/** How blog templates name the parts of a page, and how bylines, dates and pagers begin. */

import { perClasses } from '../../page-copy/per-classes.ts';
import { PhraseFinder } from '../../text/phrases.ts';

/** Matches any of the words where it stands as a part of a class or id (`entry-author`, `author_name`). */
export function namePattern(words: string): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${words})(?=$|[\\s_-])`, 'u');
}

export const COMMENTS_WORDS =
  'comments?|comment-?list|comment-?area|respond|disqus|trackbacks?|pingbacks?|replies|notes|discussion|feedbacks?|kommentare?|commentaires?|discourse';
export const ASIDE_WORDS =
  'side-?bar\\w*|side-?menu|side-?nav|sidecol|widget-?area|plg|related(?!-?(?:topic|tag|keyword))\\w*|relate_dl|recommend\\w*|most-?read|more-?posts|more-?stories|read-?next|further-?reading|also-?like|teasers|teaser-?list|outbrain|taboola|recent-?posts|latest-?posts|latest-?news|popular-?posts|archive-?list|tag-?cloud|ogpcard|link-?card|yarpp\\w*|jp-relatedposts|crp_related|another_category|hatena-module|blogroll|hot-?topics|skin-?widget\\w*';
/** Words that say something only as a whole name: `text-secondary` is a colour. */
export const ASIDE_WHOLE_WORDS =
  'side|secondary|widgets?|popular|trending|latest|recents?|promos?|newsletter|subscri(?:be|ption)|embed|upsell|carousel|modal|popup|relate';
export const NAVIGATION_WORDS =
  'nav|navbar|menus?|submenu|dropdown|bread-?crumbs?|pankuzu|topic-?path|skip-?link|toc|table-of-contents|language-?switcher|share|sharing|social|cookie|consent|gnb';
/** Whole names only: an `entry-footer` is the post's own. */
export const FOOTER_WORDS = '(?:site|page|main|global|blog|body)[_-]?footer(?:-\\w+)?|footer|colophon';
export const PAGER_WORDS =
  'pager|paging|pagination|paginav|page-?navi?|navi|navigation|navigator|content-?nav|(?:entry|post|article|single)-?navi?\\w*|nav-?(?:single|posts?|links|below|above|previous|next)|article-?pager|prev-?next|next-?prev|post-?links?|neighbou?rs|older-?newer|adjacent';
export const AUTHOR_WORDS =
  'author\\w*|byline\\w*|by-?line|writer\\w*|vcard|fn|posted|posted-?by|post-?by|nick|nickname|user-?name|autor\\w*|auteur|autore|contributor\\w*|creator\\w*|ljuser|journalist|reporter|redakteur|signature|written-?by';
export const DATE_WORDS =
  'date\\w*|time|timestamp|pubdate|pubtime|posted\\w*|publish\\w*|updated|created|datum|fecha|data|meta|byline\\w*|info|day|when|submitted|sub_footer|entry_state|blog2_container';
export const TITLE_WORDS =
  '(?:entry|post|article|page|story|topic)?-?title|headline|heading|entry-?header|asset-name|entrysubj|postheader|se-title-text|subject';

/** Of links to the post before and after. */
export const PREVIOUS_WORDS =
  'prev|previous|older|older-?post|prev-?post|prevpost|previous-?post|preventry|prevpage|past|pager-prev|zurueck|(?:skin-)?paging-?prev|nav-?previous|nav-?prev|link-?previous|post-?prev';
export const NEXT_WORDS =
  'next|newer|newer-?post|next-?post|nextpost|nextentry|nextpage|pager-next|(?:skin-)?paging-?next|nav-?next|link-?next|post-?next';
/** A pager link has a telling name around it, if not of its own. */
export const NEAR_PAGER_PARTS = 'pag nav prev next older newer post entry foot refer link'.split(' ');
/** Around links that step through pictures or comments. */
export const NOT_POSTS_WORDS =
  'comments?|slick|slider|swiper|carousel|gallery|calendar|slide|image-navigation|video|player|lightbox';
/** How templates name the pager of one article; that of a list has other names. */
export const ARTICLE_PAGER_WORDS =
  'page-links?|pagelinks?|post-page-numbers|link-pages|post-pages|entry-pages|article-pages?|article-pagination|post-pagination|entry-pagination|content-pagination|multi-?page|page-split';
export const OTHER_PAGER_WORDS =
  'comments?|comment-?pag\\w*|slick|slider|swiper|carousel|gallery|calendar|slide|player|lightbox|archive-?pag\\w*|posts-?pagination|load-?more';

/** A short text that may hold a whole date. */
export const DATE_TEXT = /(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d\d|\d.*[年년]|[年년].*\d/u;
/** Whether a short text begins or ends as bylines do, or labels a name. */
export function isBylineText(text: string): boolean {
  return isBylineStart(text) || isBylineEnd(text);
}

/** Whether a short text begins as bylines do, or labels a name. */
export function isBylineStart(text: string): boolean {
  return BYLINE_START.test(text);
}

/** Whether a short text ends with "by" and a name. */
export function isBylineEnd(text: string): boolean {
  return BYLINE_END.test(text);
}

const BYLINE_START =
  /^(?:[•·|–—-]\s*)?(?:(?:written |posted |published |story |words |text |article |reported |created |submitted )?by|von|verfasst von|geschrieben von|autor(?:in|en|innen)?|author|par|écrit par|publié par|auteure?|por|escrito por|publicado por|di|a cura di|scritto da|pubblicato da|door|av|af|przez|autore|автор)(?:\s*[:：]\s*|\s+)\S|^(?:by|von|par|por|written by|author)\s*[:：]?$|^(?:this |guest )?(?:post|article|story|piece)(?: was| is)?(?: written| contributed)? by\s+\S|^(?:投稿者|作者|著者|文|執筆者?|筆者|ライター|작성자|글쓴이|글)\s*[:：]/iu;
const BYLINE_END = /\bby\s+[\p{L}\s.'-]{2,40}$/iu;
/** Addresses of authors' pages. */
export const AUTHOR_HREF =
  /\/(?:authors?|autor(?:en|es|in)?|auteurs?|contributors?|writers?|redakteure?|journalists?|people|profile|profil|staff|team|users?|experts?|by)\/[^/?#]+\/?(?:[?#].*)?$/iu;
/** `« A | Home | B »` without any telling name around it. */
export function isPagerText(text: string): boolean {
  return PAGER_TEXT.test(text);
}

const PAGER_TEXT = /[«»‹›←→≪≫＜＞<>].*[|｜│]|[|｜│].*[«»‹›←→≪≫＜＞<>]/u;

/** WordPress and its kin write a post's terms into its class: `hentry category-notes tag-sea`. */
const POST_CLASS = /(?:^|\s)(?:hentry|post-\d+|type-\w+|status-publish|gh-article|post)(?=\s|$)/u;
const TERM_CLASS = /(?:^|\s)(?:category|tag|author|format|status|type)-\S+/gu;

/**
 * Reads the names that an element has: its class attribute, its id and its hook, each for itself. What is found of
 * any of them is found of the element.
 *
 * @param read gives what a name says, as bits; a name is in lower-case words, camelCase parted
 */
export function bitsOfNames(read: (name: string) => number): (element: Element) => number {
  const ofClasses = perClasses((classes) => (classes === '' ? 0 : read(wordsOf(withoutTerms(classes)))));
  return (element) => {
    if (!element.hasAttributes()) return 0;
    const bits = ofClasses(element);
    const id = element.getAttribute('id');
    const hook = element.getAttribute('data-testid') ?? element.getAttribute('data-hook');
    return bits | (id ? read(wordsOf(id)) : 0) | (hook ? read(wordsOf(hook)) : 0);
  };
}

/** `bitsOfNames` by patterns: what matches the first is 1, the second 2, the third 4, and so on. */
export function bitsOfPatterns(...patterns: readonly RegExp[]): (element: Element) => number {
  return bitsOfNames((name) => {
    let bits = 0;
    for (let at = 0; at < patterns.length; at += 1) if (patterns[at]?.test(name)) bits |= 1 << at;
    return bits;
  });
}

/**
 * What the names of an element and of those around it say, together.
 *
 * @param read of one element
 * @param levels how many around it are asked
 * @param outermost local names of elements around which other names speak of other things
 */
export function bitsAround(
  element: Element,
  read: (element: Element) => number,
  levels: number,
  outermost: ReadonlySet<string>,
): number {
  let bits = read(element);
  let around = element.parentElement;
  for (let level = 0; around && level < levels && !outermost.has(around.localName); level += 1) {
    bits |= read(around);
    around = around.parentElement;
  }
  return bits;
}

const TERMS = new PhraseFinder([['category-', 'tag-', 'author-', 'format-', 'status-', 'type-']]);

function withoutTerms(classes: string): string {
  return TERMS.find(classes) !== 0 && POST_CLASS.test(classes) ? classes.replace(TERM_CLASS, '') : classes;
}

function wordsOf(name: string): string {
  const lower = name.toLowerCase();
  return lower === name ? name : name.replace(HUMPS, '$1-$2').toLowerCase();
}

const HUMPS = /([a-z\d])([A-Z])/gu;
