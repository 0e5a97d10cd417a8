/**
 * What class names, ids and Wix's hooks say about an element, as data. Names are read as words: `wpd-comment-text`,
 * `commentText` and `comment_text` all give "comment text".
 */

import { perClasses } from '../../page-copy/per-classes.ts';
import { memoised } from '../../text/memo.ts';
import { PhraseFinder } from '../../text/phrases.ts';

/** Of longer names only the beginning is read. */
const LONGEST_NAMES = 400;

/** The words of an element's id, class and hook in lower case, each between spaces; digits are left out. */
export function namesOf(element: Element): string {
  const { id } = element;
  const hook = element.getAttribute('data-hook') ?? '';
  const ofClasses = classNames(element);
  if (id === '' && hook === '' && ofClasses.length + 2 <= LONGEST_NAMES) return ofClasses.names;
  if (id.length + ofClasses.length + hook.length + 2 > LONGEST_NAMES) {
    const classes = withoutTerms(element.getAttribute('class') ?? '');
    return ` ${wordsIn(`${id} ${classes} ${hook}`.slice(0, LONGEST_NAMES))} `;
  }
  const parts = [wordsOf(id), ofClasses.names.trim(), wordsOf(hook)];
  return ` ${parts.filter(Boolean).join(' ')} `;
}

/** What `namesOf` says of an element without id and hook, and how long its classes are without terms. */
const classNames = perClasses((written) => {
  const classes = withoutTerms(written);
  return { names: classes === '' ? ' ' : ` ${wordsIn(classes)} `, length: classes.length };
});

const wordsOf = memoised(wordsIn);

function wordsIn(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** WordPress writes a post's terms into its class: `post category-comment tag-forum` says nothing of comments. */
const TERM = /(?:^|\s)(?:category|tag|\S*-?term)-\S+/gu;

function withoutTerms(classes: string): string {
  return classes.includes('-') ? classes.replace(TERM, ' ') : classes;
}

/** The word "comment" in the languages that class names are written in; "commentary" is an article's. */
const COMMENT =
  '(?:comments?|commentlist|commentbody|commentmetadata|commenttext|commentthread|commentwrapper|gistcomment|kommentare?|kommentarer|commentaires?|comentarios?|commenti|komentarze?|komentare|leserbriefe?|leserpost|leserkommentare?|feedbackitem|cmts?|vcomments|commento)';

const COMMENT_WORD = new RegExp(` ${COMMENT} `, 'u');

/** Names an element that has to do with comments. */
export const COMMENT_NAME = new RegExp(` ${COMMENT} | cbox | forum | disqus | wpdcom | notes `, 'u');

/** Says that a page or post has comments, a form, a count: no sign of where they stand. */
export const COMMENT_STATE =
  / (?:has|no|with|open|closed|off|disabled|enabled|count|counts|counter|number|num|link|links|status|icon|bubble|toggle|nav|button|btn) /u;

/** Whole tokens that name one comment where the word "comment" is missing. */
const ITEM_TOKEN =
  /^(?:with_commentary|forum-fil|wl-card-item|vcard-comment|timeline-comment-group|reply-text|leserbrief|[a-z-]*comments?-?node|u-comment|p-comment|ob-comment|feedbackItem|b-leaf|commentbody|comments-body)$/u;

/** Without one of these letters no class names a comment: most elements need no closer look. */
const MAYBE = /comm?ent|kommentar|koment|leser|feedback|cmt|forum|reply-text|wl-card|b-leaf/iu;

/** Ids with a number, as platforms give them to one comment: `comment-12`, `li-comment-12`, `isso-3`. */
const ITEM_ID =
  /^(?!recent|latest|last)(?:[a-z]+\d?[-_])*(?:comment|comments|cmt|comm|gistcomment|kommentar|isso|ljcmt)[-_]?\d{1,22}(?:[-_]\d+)?$/iu;
/** Ids that say so in a comment section only: Blogger's `c4711`, LiveJournal's `t12`. */
const SHORT_ID = /^(?:[a-z]+[-_])?(?:c|t|message[-_]?)\d{2,22}$/u;

/** Words that make a name with "comment" in it the name of a part, a list or a form. */
const PART =
  / (?:author|auteur|autor|user|username|avatar|avartar|name|nick|date|time|datum|meta|metadata|header|head|info|infos|postinfo|footer|form|reply|respond|response|respondlink|link|links|count|counts|title|titles|image|images|like|likes|vote|votes|rating|actions?|permalink|policy|note|notes|number|num|navigation|nav|pager|pagination|toolbar|button|buttons|filter|sort|toggle|input|field|label|loading|more|count|closed|login|submit|required|subscription|awaiting|moderation|state|status|post|reactions?|duration|trigger|menu|icon|spacer|user|star|rules|anchor|edit|share|respond|editor|data|bar) /u;

/** Words that name the whole list or section. */
const WHOLE =
  / (?:comments|commentlist|commentaires|kommentare|list|lists|area|section|sections|wrapper|wrappers|box|thread|threads|container|replies|children|module|modul|template|widget|outline|panel|tab|tabs|region) /u;

/**
 * What every name has that the rules about comments ask for, and ids with a number that may be a comment's. A look
 * at the raw attributes is much faster than reading them as words, and leaves few elements to be read.
 */
const RAW_NAMES = new PhraseFinder([
  (
    'comment coment comenta cmt cbox kommentar koment feedback forum leser reply-text wl-card wpdcom b-leaf ping track ' +
    'tbarea tb-area tb_area disqus notes'
  ).split(' '),
]);
const RAW_ID = /(?:^|[-_])(?:comm|isso|c|t|message)[-_]?\d/iu;

const mayBeClasses = perClasses((classes) => RAW_NAMES.find(classes) !== 0);

/** False for elements that no rule about comments can mean by their id and class. */
export function mayNameComments(element: Element): boolean {
  const id = element.getAttribute('id');
  if (id && (RAW_NAMES.find(id) !== 0 || RAW_ID.test(id))) return true;
  return mayBeClasses(element);
}

/** False for elements that no rule about comments can mean by their microdata. */
export function mayMarkComments(element: Element): boolean {
  return element.hasAttribute('itemtype') || element.getAttribute('itemprop')?.startsWith('comment') === true;
}

/** True for an element whose name says that it may be one comment; its content must confirm it. */
export function isNamedItem(element: Element): boolean {
  if (element.id && (ITEM_ID.test(element.id) || (SHORT_ID.test(element.id) && isInSection(element))))
    return true;
  const type = element.getAttribute('itemtype') ?? '';
  if (/schema\.org\/(?:User)?Comment$/u.test(type) || element.getAttribute('itemprop') === 'comment')
    return true;
  const classes = element.getAttribute('class');
  if (!classes || !MAYBE.test(classes)) return false;
  for (const token of withoutTerms(classes.slice(0, 400)).split(/\s+/u))
    if (isItemToken(token, element)) return true;
  return false;
}

function isItemToken(token: string, element: Element): boolean {
  if (ITEM_TOKEN.test(token)) return true;
  const words = ` ${wordsOf(token)} `;
  if (!COMMENT_WORD.test(words) || PART.test(words) || COMMENT_STATE.test(words)) return false;
  return !WHOLE.test(words) || / (?:con|item|entry|card|set) /u.test(words) || element.nodeName === 'LI';
}

/** True in an element that is named for comments. */
function isInSection(element: Element): boolean {
  for (let node = element.parentElement; node && node.nodeName !== 'BODY'; node = node.parentElement) {
    const names = namesOf(node);
    if (COMMENT_NAME.test(names) && !COMMENT_STATE.test(names)) return true;
  }
  return false;
}

/** True for a name that tells a part of a comment, such as its author or footer. */
export function isPartNamed(names: string): boolean {
  return PART.test(names);
}
