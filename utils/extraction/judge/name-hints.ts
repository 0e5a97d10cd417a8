import { perClasses } from '../../page-copy/per-classes.ts';
import { memoised } from '../../text/memo.ts';

/** What class names and ids of a block and of what holds it hint at. Hints, weighed by the model, not rules. */
export const NAME_HINTS: Readonly<Record<string, RegExp>> = {
  caption: /caption|credit|photo/u,
  author: /author|byline|bio|contributor|writer/u,
  card: /card|teaser|tile|grid|item|product|price|shop|buy/u,
  invitation: /cta|promo|button|btn|banner|signup|form|newsletter|subscribe|donat/u,
  meta: /meta|date|time|info|tag|categor|label|breadcrumb/u,
  related: /relat|recommend|more|read|popular|latest|next|prev/u,
  note: /disclaim|disclos|footnote|note|reference|source|license|copyright/u,
  comment: /comment|respon|discuss|repl/u,
  side: /side|aside|widget|rail|column|nav|menu|footer|header|modal|popup|overlay|cookie/u,
  body: /content|body|article|post|entry|text|main|story|rich|prose|markdown/u,
  contents: /toc|contents|index|jump/u,
  answers: /faq|accord|question|toggle|collaps|tab/u,
  quote: /quote|callout|highlight|box|summary|takeaway/u,
  media: /video|audio|player|embed|gallery|slider|carousel|image|figure/u,
};
export const HINT_NAMES = Object.keys(NAME_HINTS);

const PATTERNS = Object.values(NAME_HINTS);

/** No pattern has anything but letters, so each matches within one word. */
const maskOfWord = memoised((word) =>
  PATTERNS.reduce((mask, pattern, at) => (pattern.test(word) ? mask | (1 << at) : mask), 0),
);

const maskOfClass = memoised(maskOfNames);

const maskOfClasses = perClasses((classes) => {
  let mask = 0;
  for (const name of classes.split(' ')) mask |= maskOfClass(name);
  return mask;
});

/** The hints that an element's class attribute and id give, as bits in the order of `HINT_NAMES`. */
export function hintMask(element: Element): number {
  const id = element.getAttribute('id');
  return maskOfClasses(element) | (id ? maskOfNames(id) : 0);
}

function maskOfNames(names: string): number {
  let mask = 0;
  for (const word of names.toLowerCase().split(/[^a-z]+/u)) if (word.length > 1) mask |= maskOfWord(word);
  return mask;
}
