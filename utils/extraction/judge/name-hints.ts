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
/** Pages say the same names again and again, so each is matched once. */
const maskByNames = new Map<string, number>();
const MOST_KNOWN = 5_000;

/** The hints that a class attribute and an id give, as bits in the order of `HINT_NAMES`. */
export function hintMask(names: string): number {
  const known = maskByNames.get(names);
  if (known !== undefined) return known;
  let mask = 0;
  for (const word of names.toLowerCase().split(/[^a-z]+/u)) if (word.length > 1) mask |= maskOfWord(word);
  if (maskByNames.size > MOST_KNOWN) maskByNames.clear();
  maskByNames.set(names, mask);
  return mask;
}

/** Names are made of the same words over and over. */
const maskByWord = new Map<string, number>();

/** No pattern has anything but letters, so each matches within one word. */
function maskOfWord(word: string): number {
  let mask = maskByWord.get(word);
  if (mask === undefined) {
    mask = 0;
    for (let at = 0; at < PATTERNS.length; at += 1) if (PATTERNS[at]?.test(word)) mask |= 1 << at;
    if (maskByWord.size > MOST_KNOWN) maskByWord.clear();
    maskByWord.set(word, mask);
  }
  return mask;
}
