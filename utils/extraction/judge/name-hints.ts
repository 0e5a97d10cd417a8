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
/** How far up names still say something about a block; beyond the first two they say half as much. */
const LEVELS = 6;
const NEAR_LEVELS = 2;

/** For each of `HINT_NAMES`: 1 where the block's element or its parent is named so, 0.5 further out, else 0. */
export function hintsOf(element: Element): number[] {
  const hints = PATTERNS.map(() => 0);
  let outer: Element | null = element;
  for (let level = 0; outer && level < LEVELS && outer.nodeName !== 'BODY'; level += 1) {
    const names = `${outer.getAttribute('class') ?? ''} ${outer.getAttribute('id') ?? ''}`.toLowerCase();
    if (names.length > 1) {
      PATTERNS.forEach((pattern, at) => {
        if (hints[at] === 0 && pattern.test(names)) hints[at] = level < NEAR_LEVELS ? 1 : 0.5;
      });
    }
    outer = outer.parentElement;
  }
  return hints;
}
