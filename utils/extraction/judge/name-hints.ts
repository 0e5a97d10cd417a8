import { perClasses } from '../../page-copy/per-classes.ts';
import { PhraseFinder } from '../../text/phrases.ts';

/**
 * What class names and ids of a block and of what holds it hint at, by parts of names. Hints, weighed by the model,
 * not rules.
 */
const NAME_HINTS: Readonly<Record<string, string>> = {
  caption: 'caption credit photo',
  author: 'author byline bio contributor writer',
  card: 'card teaser tile grid item product price shop buy',
  invitation: 'cta promo button btn banner signup form newsletter subscribe donat',
  meta: 'meta date time info tag categor label breadcrumb',
  related: 'relat recommend more read popular latest next prev',
  note: 'disclaim disclos footnote note reference source license copyright',
  comment: 'comment respon discuss repl',
  side: 'side aside widget rail column nav menu footer header modal popup overlay cookie',
  body: 'content body article post entry text main story rich prose markdown',
  contents: 'toc contents index jump',
  answers: 'faq accord question toggle collaps tab',
  quote: 'quote callout highlight box summary takeaway',
  media: 'video audio player embed gallery slider carousel image figure',
};
export const HINT_NAMES = Object.keys(NAME_HINTS);

const HINTS = new PhraseFinder(Object.values(NAME_HINTS).map((parts) => parts.split(' ')));

const hintsOfClasses = perClasses((classes) => HINTS.find(classes));

/** The hints that an element's class attribute and id give, as bits in the order of `HINT_NAMES`. */
export function hintMask(element: Element): number {
  const id = element.getAttribute('id');
  return hintsOfClasses(element) | (id ? HINTS.find(id) : 0);
}
