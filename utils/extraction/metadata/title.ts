import { keyOf, tidyLine } from '../../text/normalise.ts';
import { type Facts, isSiteKey, isSiteName, metaValues } from './facts.ts';
import { strings } from './json-ld.ts';
import { bitsOfPatterns } from './names.ts';
import type { Spot } from './survey.ts';

export interface FoundTitle {
  readonly text: string;
  /** The heading or line that shows it; null where none does. */
  readonly spot: Spot | null;
}

/** What stands between a post's title and its site's name in `<title>`. */
const SEPARATOR = /\s+[|｜•·»«:›‹/\\*~–—-]+\s+|\s*[|｜»«]\s*|\s+::?\s+|:\s+|\s[–—-]|[–—-]\s/u;
const OWN_TITLE =
  /(?:^|[\s_-])(?:(?:entry|post|article|story|news|blog|content|single|asset|skin)[\w-]*(?:title|headline|header|heading)|headline|ently_title|p-name|entrysubj|postheader|entrytitle|posttitle)(?=$|[\s_-])/u;
const SITE_TITLE =
  /(?:^|[\s_-])(?:site|blog|brand|logo|header|masthead|banner)[\w-]*(?:title|name|logo|head)|(?:^|[\s_-])(?:logo|brand|blog-title|site-title|sub-?title|widget-title|comments?-title|section-title|related[\w-]*)(?=$|[\s_-])/u;
const NAMES_OWN = 1;
const NAMES_SITE = 2;
const titleNames = bitsOfPatterns(OWN_TITLE, SITE_TITLE);
/** An address without any name in its path; what else is written in the place of one need not be resolved. */
const MAY_BE_ROOT = /^(?!#)\s*(?:[a-z][a-z\d+.-]*:)?(?:[\\/]{2,}[^\\/?#]*)?(?:[\s./\\]|%2e)*(?:[?#]|$)/iu;
const MAX_TITLE = 300;
/** Titles and words that are too short to be told apart. */
const MIN_HEAD = 12;
const MIN_WORDS = 5;
/** Headings that have a smaller share of their words in common with a title are about something else. */
const SAME_MATTER = 0.1;
/** What the name of a post's title adds to the score of a heading. */
const FOR_NAME = 2;
/** A heading with this score agrees with what the page calls itself. */
const SURE = 4;

interface Hint {
  readonly text: string;
  readonly key: string;
}

/** Finds the post's own title, without the site's name. */
export function findTitle(facts: Facts): FoundTitle {
  const hints = titleHints(facts);
  let best: { spot: Spot; text: string; score: number } | null = null;
  for (const spot of facts.survey.headings) {
    if (spot.zone === 'comments') continue;
    const text = spot.line;
    if (!text || text.length > MAX_TITLE) continue;
    const toBeat = best?.score ?? 0;
    const score = scoreHeading(spot, text, hints, facts, toBeat);
    if (score > toBeat) best = { spot, text, score };
  }
  const [hint] = hints;
  if (
    best &&
    (best.score >= SURE || isOnlyHeading(best.spot, facts) || !hint) &&
    !isOfAnotherMatter(best.text, best.spot, hints)
  ) {
    return { text: withoutTail(withoutKicker(best.text, best.spot, hints)), spot: best.spot };
  }
  const text = hint ? (partShown(hint.text, facts) ?? withoutSiteName(hint.text, facts)) : '';
  return { text, spot: lineThatShows(text, facts) };
}

/** A heading that shares next to no word with what the page calls itself invites or sells. */
function isOfAnotherMatter(heading: string, { element }: Spot, hints: readonly Hint[]): boolean {
  if (hints.length === 0 || titleNames(element) & NAMES_OWN) return false;
  const own = wordsOf(heading);
  if (own.size < MIN_WORDS) return false;
  return hints.every(({ text }) => {
    const words = wordsOf(text);
    const shared = [...own].filter((word) => words.has(word)).length;
    return words.size >= MIN_WORDS && shared / (own.size + words.size - shared) < SAME_MATTER;
  });
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** What stands after a bar names a section or the site, where it is the smaller part. */
function withoutTail(title: string): string {
  const [head = '', ...tail] = title.split(/\s+[|｜]\s+/u);
  const rest = title.length - head.length;
  return head.length >= MIN_HEAD && (tail.length > 1 || rest * 2 <= head.length) ? head : title;
}

/** The longest part of `<title>`, where the page shows it on a line of its own; the others name the site and its sections. */
function partShown(title: string, facts: Facts): string | null {
  const parts = title.split(SEPARATOR).map((part) => part.trim());
  const longest = parts.reduce((one, other) => (other.length > one.length ? other : one));
  if (parts.length < 2 || longest.length < MIN_HEAD || isSiteName(longest, facts)) return null;
  const key = keyOf(longest);
  return facts.survey.lines.some(({ text }) => text.length >= MIN_HEAD && keyOf(text) === key)
    ? longest
    : null;
}

/** Some pages show their title in no heading, but in a line of its own. */
function lineThatShows(title: string, { survey }: Facts): Spot | null {
  return survey.lines.find(({ text }) => text.length > 0 && text === title) ?? null;
}

/** The only `<h1>` of the post's part of the page is its title even where `<title>` words it differently. */
function isOnlyHeading({ element, zone }: Spot, { survey }: Facts): boolean {
  if (element.localName !== 'h1' || zone !== 'main') return false;
  const texts = survey.headings
    .filter((spot) => spot.zone === 'main' && spot.element.localName === 'h1')
    .map((spot) => keyOf(spot.line));
  return new Set(texts).size === 1;
}

/** Headings hold dates, sections and labels beside the title; the page's own words for it tell them apart. */
function withoutKicker(text: string, { element }: Spot, hints: readonly Hint[]): string {
  const key = keyOf(text);
  const inside = hints.filter(
    (hint) => hint.key.length >= 8 && hint.key.length < key.length && key.includes(hint.key),
  );
  if (inside.length === 0) return text;
  const parts = new Set([...element.querySelectorAll('*')].map((part) => keyOf(part.textContent ?? '')));
  const held = inside.find((hint) => parts.has(hint.key) || parts.has(kickerOf(key, hint.key)));
  return held?.text ?? text;
}

/** What a heading says before its title; empty where that is the greater part. */
function kickerOf(heading: string, title: string): string {
  return heading.endsWith(title) && title.length * 2 > heading.length
    ? heading.slice(0, -title.length)
    : '\0';
}

/** The page's own words for its title, most trusted first. */
function titleHints(facts: Facts): Hint[] {
  const { source, article, rdf } = facts;
  const texts = [
    ...strings(article?.headline ?? article?.name),
    ...metaValues(facts, 'og:title'),
    ...metaValues(
      facts,
      'twitter:title',
      'parsely-title',
      'sailthru.title',
      'dc.title',
      'dcterms.title',
      'title',
    ),
    rdf.get('dc:title') ?? '',
    tidyLine(source.head.title),
  ];
  return [...new Set(texts.map(tidyLine))]
    .flatMap((text) => (text ? [text, withoutSiteName(text, facts)] : []))
    .filter((text, index, all) => text && all.indexOf(text) === index)
    .map((text) => ({ text, key: keyOf(text) }))
    .filter(({ key }) => !isSiteKey(key, facts));
}

/** @param toBeat of another heading; what cannot reach it is not asked everything */
function scoreHeading(
  { element, zone }: Spot,
  text: string,
  hints: readonly Hint[],
  facts: Facts,
  toBeat: number,
): number {
  const key = keyOf(text);
  if (!key) return 0;
  const { localName } = element;
  let score = agreement(key, hints) * 6;
  if (localName === 'h1') score += 3;
  else if (localName === 'h2' || localName === 'h3') score += 1;
  if (/headline|^name$/u.test(element.getAttribute('itemprop') ?? '')) score += 2;
  if (zone !== 'main') score -= 3;
  if (key.length < 3) score -= 1;
  if (score + FOR_NAME <= toBeat) return score;
  const names = titleNames(element);
  if (names & NAMES_OWN) score += FOR_NAME;
  if (names & NAMES_SITE) score -= 3;
  if (score > toBeat && (isSiteKey(key, facts) || isHomeLink(element, facts))) score -= 8;
  return score;
}

/** How well a heading agrees with what the page calls itself: 1 for equal, less for a part of it. */
function agreement(key: string, hints: readonly Hint[]): number {
  let best = 0;
  for (const hint of hints) {
    if (hint.key === key) return 1;
    const [short, long] = key.length < hint.key.length ? [key, hint.key] : [hint.key, key];
    if (short.length < 4 || !long.includes(short)) continue;
    const share = short.length / long.length;
    // A heading that starts the title is the post's; the site's name stands at the end as a rule.
    best = Math.max(best, long.startsWith(short) ? 0.6 + 0.35 * share : 0.3 + 0.2 * share);
  }
  return best;
}

function isHomeLink(element: Element, { base }: Facts): boolean {
  if (!base || base.pathname === '/') return false;
  const link =
    element.localName === 'a' ? element : (element.querySelector('a[href]') ?? element.closest('a[href]'));
  const href = link?.getAttribute('href');
  if (!href || !MAY_BE_ROOT.test(href)) return false;
  const url = URL.parse(href, base.href);
  return url !== null && url.origin === base.origin && url.pathname === '/';
}

/** Takes the site's name off either end of a title; what is left is the post's. */
function withoutSiteName(title: string, facts: Facts): string {
  const parts = title.split(SEPARATOR).map((part) => part.trim());
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return title;
  if (isSiteName(last, facts)) return trimSeparators(title.slice(0, title.lastIndexOf(last))) || title;
  if (isSiteName(first, facts))
    return trimSeparators(title.slice(title.indexOf(first) + first.length)) || title;
  const beforeBar = /^(.{10,}?)\s*[|｜]\s*([^|｜]+)$/u.exec(title);
  return beforeBar?.[1] && (beforeBar[2] ?? '').length < beforeBar[1].length ? beforeBar[1] : title;
}

function trimSeparators(text: string): string {
  return text.replace(/^[\s|｜•·»«:›‹/\\*~–—-]+|[\s|｜•·»«:›‹/\\*~–—-]+$/gu, '');
}
