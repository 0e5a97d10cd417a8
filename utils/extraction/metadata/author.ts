import { textOf } from '../../text/blocks.ts';
import { findDate } from '../../text/dates.ts';
import { keyOf, tidyLine } from '../../text/normalise.ts';
import { type Facts, isSiteName, metaValues } from './facts.ts';
import { named } from './json-ld.ts';
import { AUTHOR_HREF, BYLINE_TEXT, nameOf } from './names.ts';
import { lineOf, type Spot } from './survey.ts';
import type { FoundTitle } from './title.ts';

const LEADING = /^[\s|｜•·:：,–—-]+/u;
const MAX_NAME = 60;
const MAX_WORDS = 8;
const NAME_HOLDER =
  /(?:^|[\s_-])(?:fn|author-?name|p-author|nickname|nick|byline-?name|author|pw-author-name)(?=$|[\s_-])/u;

/** Words before a name in a byline. */
const BY =
  /^(?:(?:written|posted|published|story|words|text|article|reported|created|submitted|authored|contributed)\s+(?:and photos? )?by|by|von|verfasst von|geschrieben von|autor(?:in)?|author|par|écrit par|publié par|rédigé par|por|escrito por|publicado por|di|a cura di|scritto da|pubblicato da|door|geschreven door|av|af|przez|autore|auteur|автор|autoren|autorinnen|posted|投稿者|投稿|作者|著者|文|執筆者?|筆者|ライター|작성자|글쓴이|글|저자|كتبه|بقلم|نشر بواسطة)(?:\s*[:：]\s*|\s+|(?<=[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}])\s*)/iu;
/** What follows a name in a byline. */
const AFTER_NAME =
  /\s*(?:[|｜•·/(（,;]|\s[–—-]\s|\bon\b\s|\bam\b\s\d|\bat\b\s\d|\bin\b\s|\ble\b\s\d|\bfor\b\s|\bposted\b|\bpublished\b|\bupdated\b|\blast\b|\bfollow\b|@|\sさん$).*$/iu;
const NOT_NAMES =
  /^(?:admin(?:istrator)?|editor|staff|guest|author|authors|by|von|par|posted|published|share|follow|twitter|facebook|comments?|view all posts.*|more posts.*|read more|about.*|redaktion|unknown|anonymous|webmaster|root|user|home|none|null|undefined|website|contact|login|name|profile|subscribe|see .*|all posts.*|more from.*|.* posts|get app|written by|authors of .*|how we .*|view .*|meet the .*|our .*|veröffentlicht.*|author bio.*|picture of .*|sign (?:in|up)|\d+)$/iu;

/** Finds the name of the post's author: a person's where there is one, else an organisation's. */
export function findAuthor(facts: Facts, title: FoundTitle): string | null {
  const people: string[] = [];
  const others: string[] = [];
  for (const candidate of candidates(facts, title)) {
    const name = cleanName(candidate.name);
    if (!name) continue;
    if (candidate.isOrganisation || isSiteName(name, facts)) others.push(name);
    else people.push(name);
    if (people.length > 0) break;
  }
  return people[0] ?? others[0] ?? null;
}

function* candidates(facts: Facts, title: FoundTitle): Generator<{ name: string; isOrganisation: boolean }> {
  const { article, source, rdf } = facts;
  const person = (name: string) => ({ name, isOrganisation: false });
  const inJsonLd = named(article?.author ?? article?.creator, source.head.jsonLd);
  const people = inJsonLd.filter(({ isOrganisation }) => !isOrganisation).map(({ name }) => name);
  const shown = shownAuthors(facts, title);
  const inData = people.length > 3 ? (people[0] ?? '') : people.join(', ');
  if (isUserName(inData)) yield* shown.filter((name) => sameLetters(name, inData)).map(person);
  if (inData) yield person(inData);
  yield* shown.map(person);
  yield* metaAuthors(facts).map(person);
  if (rdf.has('dc:creator')) yield person(rdf.get('dc:creator') ?? '');
  yield* inJsonLd;
}

/** `jane.doe`, `janedoe`: the name of an account; the page may show the person's. */
function isUserName(name: string): boolean {
  return /^[\p{Ll}\d._-]+$/u.test(name);
}

function sameLetters(shown: string, userName: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '');
  return /\s/u.test(shown) && letters(shown).includes(letters(userName));
}

function metaAuthors(facts: Facts): string[] {
  const { meta } = facts.source.head;
  const labelled = [1, 2].flatMap((n) =>
    /written by|author|verfasst|écrit|escrito|scritto|geschrieben|投稿者|作者|執筆/iu.test(
      meta.get(`twitter:label${n}`)?.[0] ?? '',
    )
      ? (meta.get(`twitter:data${n}`) ?? [])
      : [],
  );
  return [
    ...metaValues(
      facts,
      'author',
      'parsely-author',
      'sailthru.author',
      'article:author_name',
      'dc.creator',
      'dcterms.creator',
      'citation_author',
      'byl',
      'cxenseparse:author',
    ),
    ...metaValues(facts, 'article:author'),
    ...labelled,
  ];
}

/** Names in bylines, the likeliest first. */
function shownAuthors(facts: Facts, title: FoundTitle): string[] {
  const from = title.spot?.order ?? 0;
  const scored = facts.survey.authors
    .filter(({ zone }) => zone === 'main' || zone === 'aside')
    .map((spot) => ({ spot, score: scoreByline(spot, from) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return scored.map(({ spot }) => nameIn(spot)).filter(Boolean);
}

function scoreByline({ element, order, zone, text }: Spot, from: number): number {
  const name = nameOf(element);
  const isByText = BYLINE_TEXT.test(text);
  let score = 1;
  if (element.getAttribute('itemprop') === 'author') score += 3;
  if (/author/u.test(element.getAttribute('rel') ?? '')) score += 3;
  if (NAME_HOLDER.test(name)) score += 2;
  if (/byline/u.test(name) || isByText) score += 1;
  if (AUTHOR_HREF.test(element.getAttribute('href') ?? '')) score += 2;
  if (/(?:avatar|image|photo|bio|box|social|description|about|posts|role|title|info|job|comment)/u.test(name))
    score -= 2;
  if (zone !== 'main') score -= isByText ? 1 : 4;
  const distance = order - from;
  if (distance >= -12 && distance < 60) score += 2;
  return score;
}

/** The name inside an author element: of its author link or name element where it has one. */
function nameIn({ element, text: own }: Spot): string {
  const byText = /(?:^|\s)by\s+([\p{L}][\p{L}\s.'’-]{1,40})$/iu.exec(own)?.[1];
  if (byText && findDate(own)) return byText;
  const inner =
    element.querySelector('[itemprop="name"], .fn, [rel~="author"], .author-name, .p-name') ??
    (element.localName === 'a' ? null : onlyLink(element));
  const line = textOf(element)
    .split('\n')
    .find((text) => BYLINE_TEXT.test(text));
  if (!inner && line && BYLINE_TEXT.test(own)) return line;
  const whole = lineOf(inner ?? element);
  if (inner && whole) return whole;
  return whole.length <= MAX_NAME * 2 ? whole : '';
}

function onlyLink(element: Element): Element | null {
  const links = [...element.querySelectorAll('a[href]')].filter((link) => lineOf(link) !== '');
  const byAuthor = links.find((link) => AUTHOR_HREF.test(link.getAttribute('href') ?? ''));
  return (
    byAuthor ?? (links.length === 1 && lineOf(element).length <= MAX_NAME * 2 ? (links[0] ?? null) : null)
  );
}

/** A name without "by", dates and what else stands in a byline; empty where no name is left. */
function cleanName(raw: string): string {
  let name = tidyLine(raw).replace(LEADING, '');
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(BY, '');
  }
  if (/^https?:|[@<>{}]|\.(?:com|html)\b/iu.test(name)) return '';
  const date = findDate(name);
  if (date)
    name = name.slice(0, date.index) || name.slice(date.shown.length).replace(LEADING, '').replace(BY, '');
  name = name
    .replace(AFTER_NAME, '')
    .replace(/[\s|｜•·:：,;–—-]+$/u, '')
    .trim();
  if (!name || name.length > MAX_NAME || NOT_NAMES.test(name) || !/\p{L}/u.test(name)) return '';
  if (keyOf(name).length < 2 || name.split(' ').length > MAX_WORDS) return '';
  return name;
}
