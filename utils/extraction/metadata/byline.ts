import { textOf } from '../../text/blocks.ts';
import { findDate } from '../../text/dates.ts';
import { tidyLine } from '../../text/normalise.ts';
import type { Facts } from './facts.ts';
import { AUTHOR_HREF, bitsOfPatterns, DATE_TEXT, isBylineText } from './names.ts';
import { cleanName, isRole, nameShape, startsWithBy } from './person-name.ts';
import { lineOf, type Spot } from './survey.ts';
import type { FoundTitle } from './title.ts';

/** A name that the page shows as its writer's. */
export interface ShownName {
  readonly name: string;
  /** How sure the page's markup, words and places make it; comparable with the weights of `author.ts`. */
  readonly weight: number;
}

const NAME_HOLDER =
  /(?:^|[\s_-])(?:fn|author-?name|p-author|nickname|nick|user-?name|byline-?name|author|autor|auteur|autore|pw-author-name)(?=$|[\s_-])/u;
const NOT_HOLDER =
  /(?:avatar|image|photo|bio|box|social|description|about|posts|role|title|info|job|comment)/u;
/** A byline that ends where its name should begin: the name is in the next element. */
const LABEL_ONLY =
  /^(?:(?:written|posted|published|story|words|text|article|authored)\s+)?(?:by|von|par|por|di|door|author|autor(?:in)?|auteure?|autore|text von|verfasst von|geschrieben von|escrito por|scritto da|投稿者|作者|著者|文|執筆者?|筆者|ライター|작성자|글쓴이|저자)\s*[:：]?$/iu;
/** Names that stand beside the author's: who reviewed, drew, photographed or made the page. */
const OTHER_WORK =
  /^(?:(?:medically |expert |fact[- ]?)?(?:reviewed|checked|edited|approved)|photos?|photograph(?:s|y|ed)?|images?|illustrat\p{L}+|pictures?|video|fotos?|bild(?:er)?|grafik|translat\p{L}+|(?:web(?:site)? ?)?design(?:ed)?|develop\p{L}*|website|site|powered|liked|sponsored|presented|unterstützt|reply|replies)\b/iu;
const OTHER_WORK_NAME = /review|photo|credit|illustrat|translat|editor-?by|fact-?check/u;
const NAMES_HOLDER = 1;
const NAMES_BYLINE = 2;
const NAMES_OTHER_PART = 4;
const NAMES_OTHER_WORK = 8;
const bylineNames = bitsOfPatterns(NAME_HOLDER, /byline/u, NOT_HOLDER, OTHER_WORK_NAME);
/** What may stand before a "by" inside of a line. */
const BEFORE_BY =
  /^(?:(?:this|the|a)\s+)?(?:guest\s+)?(?:post|article|story|piece|blog(?:\s+post)?)(?:\s+(?:was|is))?(?:\s+(?:written|authored|contributed|provided))?$|[|·•–—,-]$/iu;
/** `Author: Ada` says it wherever it stands. */
const LABELLED = /^\p{L}+\s*[:：]/u;
const READING_TIME = /^(?:\d+|one)\s*-?\s*(?:min(?:ute)?s?|minuten|分)\b/iu;
/** Without capitals a name cannot be told from other words. */
const PLAIN_NAME = /^[\p{Lu}][^&+/]+$/u;
/** More names beside dates are a list of other things. */
const MAX_BESIDE = 3;
const MAX_LINE = 120;
/** A byline has fewer elements, and a box about an author less text; what has more is a part of the page. */
const MAX_PARTS = 12;
const MAX_BOX = 3_000;
/** Elements around the title that a byline stands in. */
const BEFORE = 12;
const AFTER = 60;
const CLOSE = 30;
/** Elements between a date and a name beside it. */
const BESIDE = 5;

/** Names in bylines, each with its weight. */
export function shownNames(facts: Facts, title: FoundTitle): ShownName[] {
  const from = title.spot?.order ?? firstHeading(facts);
  const found: ShownName[] = [];
  for (const spot of facts.survey.authors) {
    if (spot.zone === 'comments' || spot.zone === 'footer') continue;
    const read = readByline(spot, from, facts, title);
    if (read) found.push(read);
  }
  return [...found, ...namesBesideDates(facts, title)];
}

function firstHeading({ survey }: Facts): number {
  return survey.headings.find(({ zone }) => zone === 'main')?.order ?? 0;
}

function readByline(spot: Spot, from: number, facts: Facts, title: FoundTitle): ShownName | null {
  const marks = markup(spot);
  const isByText = startsAsByline(spot.text);
  const isSentence = marks <= 0 && !isByText && isBylineText(spot.text);
  const distance = spot.order - from;
  const isNear = distance >= -BEFORE && distance < AFTER;
  if (spot.zone === 'navigation' && (!isNear || distance < 0)) return null;
  let weight = 1 + marks + (isByText ? (marks > 0 ? 1 : 3) : 0);
  if (isNear) weight += distance >= 0 && distance < CLOSE ? 3 : 2;
  if (spot.zone !== 'main') weight -= isByText ? 1 : spot.zone === 'navigation' ? 2 : 4;
  if (weight <= 0 || isSentence || isOtherWork(spot)) return null;
  const name = cleanName(nameIn(spot, facts));
  if (!name || name === title.text) return null;
  if (isRole(name)) return { name, weight: Math.max(1.5, weight - 3) };
  const shape = nameShape(name);
  const isPlaced = (isNear && (isByText || marks > 1)) || LABELLED.test(spot.text);
  if (shape < 0 || (shape === 0 && !isPlaced) || (shape === 1 && marks < 2 && !isPlaced)) return null;
  return { name, weight: weight + (shape === 2 ? 1 : 0) };
}

function startsAsByline(text: string): boolean {
  return isBylineText(text) && (startsWithBy(text) || !/\sby\s/iu.test(text) || nameInside(text) !== null);
}

function isOtherWork({ element, text }: Spot): boolean {
  const { parentElement } = element;
  if (OTHER_WORK.test(text) || bylineNames(element) & NAMES_OTHER_WORK) return true;
  if (parentElement && standsAlone(element) && OTHER_WORK.test(tidyLine(parentElement.textContent ?? '')))
    return true;
  return element.closest('figure, figcaption') !== null;
}

/** `3 May 2021 by Ada Marsh`: the name after a "by" that does not begin the line; null where it belongs to a sentence. */
function nameInside(text: string): string | null {
  const match = /^(.*?)\s*\bby\s+([\p{L}\d][\p{L}\d\s.'’-]{1,40})(?=$|[,|()·•–—/:;])/iu.exec(text);
  if (!match) return null;
  const [, before = '', name = ''] = match;
  return BEFORE_BY.test(before) || cleanName(before) === '' || findDate(before) ? name : null;
}

function markup({ element }: Spot): number {
  const names = bylineNames(element);
  let weight = 0;
  if (element.getAttribute('itemprop') === 'author') weight += 3;
  if (/author/u.test(element.getAttribute('rel') ?? '')) weight += 3;
  if (names & NAMES_HOLDER) weight += 2;
  if (names & NAMES_BYLINE) weight += 1;
  if (AUTHOR_HREF.test(element.getAttribute('href') ?? '') && standsAlone(element)) weight += 2;
  if (names & NAMES_OTHER_PART) weight -= 2;
  return weight;
}

/** A link to somebody's page within a sentence only mentions them. */
function standsAlone({ parentElement }: Element): boolean {
  if (!parentElement || parentElement.childElementCount > MAX_PARTS) return false;
  return (parentElement.textContent?.length ?? 0) <= MAX_LINE;
}

/** The name inside an author element: of its author link or name element where it has one. */
function nameIn(spot: Spot, facts: Facts): string {
  const { element, text: own } = spot;
  if (LABEL_ONLY.test(own.replace(/[\s,]+(?:and|und|et|y|e|&)?[\s,]*$/iu, '')))
    return nameAfterLabel(spot, facts);
  const inside = startsWithBy(own) ? null : nameInside(own);
  if (inside) return inside;
  if (startsAsByline(own)) {
    const line = textOf(element)
      .split('\n')
      .find((text) => isBylineText(text));
    return line ?? own;
  }
  if (element.childElementCount === 0) return own;
  if ((element.textContent?.length ?? 0) > MAX_BOX) return '';
  const marked = element.querySelector('[itemprop="name"], .fn, [rel~="author"], .author-name, .p-name');
  if (!marked && findDate(own) && nameShape(cleanName(own)) === 2) return own;
  const inner = marked ?? (element.localName === 'a' ? null : onlyLink(element));
  const whole = lineOf(inner ?? element);
  if (inner || whole.length <= MAX_LINE) return whole;
  // A box about the author begins with the name.
  const lines = textOf(element).split('\n').slice(0, 3);
  return lines.find((line) => nameShape(cleanName(line)) === 2) ?? '';
}

/** The first element with words after "By": inside of the byline, else after it. */
function nameAfterLabel({ element, text, order }: Spot, { survey }: Facts): string {
  for (const child of element.children) {
    const line = lineOf(child);
    if (line) return line;
  }
  const beside = tidyLine(element.nextSibling?.nodeType === 3 ? (element.nextSibling.nodeValue ?? '') : '');
  if (beside) return beside;
  const lines = textOf(element).split('\n');
  const next = lines[lines.findIndex((line) => line.startsWith(text)) + 1];
  if (next) return next;
  const after = survey.lines.find((spot) => spot.order > order);
  return after && after.order <= order + BESIDE ? after.text : '';
}

function onlyLink(element: Element): Element | null {
  const links = [...element.querySelectorAll('a[href]')].filter((link) => lineOf(link) !== '');
  const byAuthor = links.find((link) => AUTHOR_HREF.test(link.getAttribute('href') ?? ''));
  return byAuthor ?? (links.length === 1 && lineOf(element).length <= MAX_LINE ? (links[0] ?? null) : null);
}

/** A full name alone on a line, beside the date or the reading time under the title. */
function namesBesideDates({ survey }: Facts, title: FoundTitle): ShownName[] {
  const from = title.spot?.order;
  if (from === undefined) return [];
  const near = survey.lines.filter(({ order }) => order >= from - BEFORE && order <= from + AFTER);
  const dates = near.filter(
    ({ text }) => READING_TIME.test(text) || (DATE_TEXT.test(text) && findDate(text)),
  );
  if (dates.length === 0) return [];
  const found: ShownName[] = [];
  for (const { text, order, element } of near) {
    if (!dates.some((date) => Math.abs(date.order - order) <= BESIDE)) continue;
    if (text === title.text || isHeadingOrTopic(element)) continue;
    const name = cleanName(text);
    if (name && PLAIN_NAME.test(name) && nameShape(name) === 2) found.push({ name, weight: 3.5 });
  }
  return new Set(found.map(({ name }) => name)).size > MAX_BESIDE ? [] : found;
}

/** Topics are written like names and stand in the same places; most of them are links, to no author. */
function isHeadingOrTopic(element: Element): boolean {
  const link = element.closest('a[href]');
  return (
    element.closest('h1, h2, h3, h4') !== null ||
    (link !== null && !AUTHOR_HREF.test(link.getAttribute('href') ?? ''))
  );
}
