import { textOf } from '../../text/blocks.ts';
import { findDate, toIsoDay } from '../../text/dates.ts';
import { detectLanguage } from '../../text/language.ts';
import { keyOf, tidyLine } from '../../text/normalise.ts';
import { hostOf, normaliseUrl, toAbsoluteUrl } from '../../text/urls.ts';
import { lineOf, type Spot, survey } from '../metadata/survey.ts';
import { readingLength } from '../prose.ts';
import type { ListedPost } from '../types/article.ts';
import type { Source } from '../types/source.ts';
import { entriesIn, itemsOf, titleLink } from './entries.ts';

const FEWEST = 3;
const MOST = 200;
const LONGEST_TITLE = 250;
const LONGEST_URL = 2_000;
/** Shorter words of a link lead somewhere, but name no post; in units of `readingLength`. */
const SHORTEST_TITLE = 6;
/** A date line is short; longer lines speak of dates. */
const LONGEST_DATE_LINE = 60;
/** A list's links have words of their own; `Read more` is said again and again. */
const FEWEST_DIFFERENT = 0.8;

export interface FoundPosts {
  readonly posts: readonly ListedPost[];
  /** True where they are posts beyond doubt: marked as such, or each with a date or a heading. */
  readonly areCertain: boolean;
}

/**
 * The posts that a page lists, in page order: what its template marks as posts, else the largest group of links
 * that stand alike and have words of their own. For a page that is no article; needs the whole page, since dates
 * and titles of lists look like boilerplate. Reads only.
 */
export function findPosts(source: Source): FoundPosts {
  const lang = source.head.lang || detectLanguage(textOf(source.body).slice(0, 5_000));
  const marked = entriesIn(source.body).flatMap(
    (entry) => postAt(titleLink(entry), entry, source, lang) ?? [],
  );
  const entries = distinct(marked);
  if (entries.length >= FEWEST) return { posts: entries.slice(0, MOST), areCertain: true };
  let best: FoundPosts = { posts: [], areCertain: false };
  let bestWeight = 0;
  for (const links of groupsOf(survey(source.body).links)) {
    const found = postsOf(links, source, lang);
    const weight = found.posts.length * (found.areCertain ? 3 : 1);
    if (weight > bestWeight) [best, bestWeight] = [found, weight];
  }
  return { ...best, posts: best.posts.slice(0, MOST) };
}

/** Links that stand in the same kind of place: the same elements with the same classes around them. */
function groupsOf(links: readonly Spot[]): Element[][] {
  const groups = Map.groupBy(
    links.filter(({ zone }) => zone === 'main'),
    ({ element }) => placeOf(element),
  );
  return [...groups.values()]
    .filter((group) => group.length >= FEWEST)
    .map((group) => group.map(({ element }) => element));
}

function placeOf(link: Element): string {
  const parts: string[] = [];
  let around: Element | null = link;
  for (let level = 0; around && level < 6 && around.localName !== 'body'; level += 1) {
    const classes = (around.getAttribute('class') ?? '')
      .split(/\s+/u)
      .filter((name) => name && !/\d/u.test(name));
    parts.push(`${around.localName}.${classes.sort().join('.')}`);
    around = around.parentElement;
  }
  return parts.join('<');
}

function postsOf(links: readonly Element[], source: Source, lang: string | null): FoundPosts {
  const items = itemsOf(links, source.body);
  const all = links
    .flatMap((link, index) => postAt(link, items[index] ?? link, source, lang) ?? [])
    .filter(({ url }) => hostOf(url) === hostOf(source.url));
  const posts = distinct(all);
  const titles = new Set(posts.map(({ title }) => keyOf(title)));
  if (posts.length < FEWEST || titles.size < posts.length * FEWEST_DIFFERENT) {
    return { posts: [], areCertain: false };
  }
  const areHeadings = links.every(
    (link) => link.closest('h1, h2, h3, h4') ?? link.querySelector('h1, h2, h3, h4'),
  );
  const dated = posts.filter(({ date }) => date !== null).length;
  return { posts, areCertain: areHeadings || dated >= Math.max(FEWEST, posts.length * FEWEST_DIFFERENT) };
}

function distinct(posts: readonly ListedPost[]): ListedPost[] {
  const byUrl = new Map<string, ListedPost>();
  for (const post of posts) {
    const key = normaliseUrl(post.url) ?? post.url;
    if (!byUrl.has(key)) byUrl.set(key, post);
  }
  return [...byUrl.values()];
}

function postAt(link: Element | null, item: Element, source: Source, lang: string | null): ListedPost | null {
  const url = toAbsoluteUrl(link?.getAttribute('href'), source.baseUrl);
  if (!link || !url || url.length > LONGEST_URL) return null;
  if (source.url && normaliseUrl(url) === normaliseUrl(source.url)) return null;
  const heading = link.querySelector('h1, h2, h3, h4, [class*="title"]');
  const title = tidyLine(lineOf(heading ?? link));
  if (readingLength(title) < SHORTEST_TITLE || title.length > LONGEST_TITLE || !/\p{L}/u.test(title))
    return null;
  return { title, url, date: dateIn(item, title, lang) };
}

/** The day that a list shows with a post: in its markup, on a line of its own, or in a line before it. */
function dateIn(item: Element, title: string, lang: string | null): string | null {
  const time = item.querySelector('time');
  const marked = time?.getAttribute('datetime');
  const iso = marked ? toIsoDay(marked, lang) : null;
  if (iso) return iso;
  const before = item.previousElementSibling;
  const lines = [time ? lineOf(time) : '', ...textOf(item).split('\n')];
  if (before && !before.querySelector('a')) lines.push(lineOf(before));
  for (const line of lines) {
    const rest = line.replace(title, ' ');
    if (!rest.trim() || rest.length > LONGEST_DATE_LINE) continue;
    const date = findDate(rest, lang);
    if (date) return date.iso ?? date.shown;
  }
  return null;
}
