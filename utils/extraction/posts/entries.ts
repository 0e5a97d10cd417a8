/** How templates name one post of a list. */
const ENTRIES =
  'article, .hentry, .post, .entry, .article-outer, .post-outer, .entry_content, .content.entry, .wp-block-post, .post-card, .archive-entry, [itemprop="blogPost"]';
const TITLE_LINK =
  'h1 a[href], h2 a[href], h3 a[href], h4 a[href], .entry-title a[href], .entry_title a[href], .post-title a[href], a[rel~="bookmark"][href]';
const LINKED_TITLE = 'a[href] h1, a[href] h2, a[href] h3, a[href] h4';

/** The elements of a page that its template marks as posts; of nested ones the outermost. */
export function entriesIn(body: Element): Element[] {
  const entries: Element[] = [];
  for (const entry of body.querySelectorAll(ENTRIES)) {
    // In page order whatever is nested follows what holds it.
    if (!entries.at(-1)?.contains(entry)) entries.push(entry);
  }
  return entries;
}

/** The link by which an entry's title leads to the post; null where there is none. */
export function titleLink(entry: Element): Element | null {
  return entry.querySelector(TITLE_LINK) ?? entry.querySelector(LINKED_TITLE)?.closest('a') ?? null;
}

/** For each of some elements that stand alike, such as titles, the largest one around it that holds no other. */
export function itemsOf(titles: readonly Element[], body: Element): Element[] {
  const held = new Map<Element, number>();
  for (const title of titles) {
    for (let around = title.parentElement; around && around !== body; around = around.parentElement) {
      held.set(around, (held.get(around) ?? 0) + 1);
    }
  }
  return titles.map((title) => {
    let item = title;
    while (item.parentElement && held.get(item.parentElement) === 1) item = item.parentElement;
    return item;
  });
}
