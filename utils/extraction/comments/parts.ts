import { findDate, toIsoDay } from '../../text/dates.ts';
import { tidyLine } from '../../text/normalise.ts';
import type { CommentDate } from '../types/comments.ts';
import { isAuthorBadge, isControl } from './controls.ts';
import { isPartNamed, namesOf } from './names.ts';
import { labelKind } from './vocabulary.ts';

/** The parts of a comment that its markup names. */
export interface Parts {
  readonly authors: Element[];
  readonly dates: Element[];
  readonly titles: Element[];
  readonly bodies: Element[];
  /** Controls, badges, avatars, forms, labels: not what the commenter wrote. */
  readonly noise: Set<Node>;
  /** Elements about the comment as a whole that hold its author or date: "X reblogged this and added:". */
  readonly about: Element[];
  /** A badge's text, or empty for a name that says the same; null where nothing marks the post's author. */
  badge: string | null;
}

const AUTHOR =
  / (?:author|autor|auteur|fn|nick|nickname|username|user|name|person|commenter|qui|tumblelog|benutzer|verfasser|poster|commentator|vnick|userid|cite|authorname|displayname|nombre|writer) /u;
const NO_AUTHOR =
  / (?:avatar|image|img|icon|link|description|bio|meta|role|badge|date|time|url|rank|level|highlight|body|text|content) /u;
const DATE =
  / (?:date|time|datetime|datum|timestamp|published|duration|ago|age|posttime|timendate|timeago|vtime|commenttime|nav|created|createdtime|zeit|fecha|data) /u;
const TITLE = / (?:title|titre|subject|betreff|titel|headline) /u;
const BODY =
  / (?:content|contents|text|texte|body|contenttext|commenttext|message|inhalt|markup|markdown|entry|quote|article|read|area|bodytext|vcontent|con) /u;
const NO_BODY =
  / (?:meta|header|head|bar|info|author|avatar|date|footer|actions?|toolbar|form|reply|title|user|nav|links) /u;
const NOISE =
  / (?:says|reply|replybutton|repondre|edit|permalink|share|sharing|vote|votes|voting|likes?|like|liked|rating|stars?|avatar|gravatar|avartar|photo|actions?|toolbar|buttons?|controls?|tools?|moderation|report|badge|label|ico|flag|respond|form|dropdown|menu|tooltip|collapse|toggle|awaiting|hidden|sr|screen|parent|counter|number|num|floor|voted|spacer|reactions?|heartbeats|follow|links|edit|loading|thumbnail|subscribe|hb|clap|vsys|vat) /u;
const NOISE_TAG =
  /^(?:FORM|BUTTON|INPUT|TEXTAREA|SELECT|NAV|SVG|svg|SCRIPT|STYLE|NOSCRIPT|LABEL|IFRAME|TEMPLATE)$/u;
const PERSON_OR_TIME =
  'time, cite, .fn, .tumblelog, [class*="author"], [class*="user"], [class*="nick"], [class*="date"], [class*="time"]';
/** Says whom a comment answers, in front of what it says. */
const REPLY_TO = /^(?:回复|回覆|返信|reply to|in reply to)\s*@\S[^:：]{0,40}[:：]$/iu;
/** Cells of a table before a name and a date, as LiveJournal writes them. */
const AUTHOR_LABEL = /^(?:from|name|von|de|名前|投稿者)\s*[:：]$/iu;
const DATE_LABEL = /^(?:date|time|datum|日時|日付)\s*[:：]$/iu;
const OWNER = / (?:blog author|blogauthor|bypostauthor|editor|owner|op|is author|post author|by author) /u;

/** Sorts the elements of a comment by what their names, tags and microdata say. Subtrees in `skip` are left out. */
export function partsOf(item: Element, skip: ReadonlySet<Node>): Parts {
  const parts: Parts = {
    authors: [],
    dates: [],
    titles: [],
    bodies: [],
    about: [],
    noise: new Set(skip),
    badge: null,
  };
  visitChildren(item, parts);
  return parts;
}

function visitChildren(parent: Element, parts: Parts): void {
  for (let child = parent.firstElementChild; child; child = child.nextElementSibling) visit(child, parts);
}

function visit(element: Element, parts: Parts): void {
  if (parts.noise.has(element)) return;
  const names = namesOf(element);
  const tag = element.nodeName;
  if (NOISE_TAG.test(tag) && !(tag === 'LABEL' && element.parentElement?.nodeName === 'P')) {
    parts.noise.add(element);
    return;
  }
  if (OWNER.test(names)) parts.badge ??= '';
  const text = (element.textContent ?? '').trim();
  if (isNoise(element, names, text)) {
    if (isAuthorBadge(text)) parts.badge ||= tidyLine(text);
    parts.noise.add(element);
    return;
  }
  if (NOISE.test(names) && text.length <= 160 && isAboutOnly(element)) parts.about.push(element);
  const label = tag === 'TD' ? labelBefore(element, parts) : '';
  if (DATE_LABEL.test(label) || isDateElement(element, names, text)) parts.dates.push(element);
  else if (AUTHOR_LABEL.test(label) || isAuthorElement(element, names, text)) parts.authors.push(element);
  if (TITLE.test(names) && text && text.length <= 200 && !/^(?:A|SPAN)$/u.test(tag))
    parts.titles.push(element);
  if (isBodyElement(element, names, text)) parts.bodies.push(element);
  visitChildren(element, parts);
}

/** What the cell before one says where it is a label, which is not what the commenter wrote. */
function labelBefore(cell: Element, { noise }: Parts): string {
  const before = cell.previousElementSibling;
  const text = (before?.textContent ?? '').trim();
  if (!before || !(AUTHOR_LABEL.test(text) || DATE_LABEL.test(text))) return '';
  noise.add(before);
  return text;
}

function isNoise(element: Element, names: string, text: string): boolean {
  if (isControl(text) || isAuthorBadge(text)) return element.children.length < 3;
  if (text.length <= 60 && REPLY_TO.test(text)) return true;
  if (!NOISE.test(names)) return false;
  if (/ permalink /u.test(names) && findDate(text)) return false;
  if (/^(?:IMG|I|FIGURE)$/u.test(element.nodeName))
    return !element.getAttribute('alt')?.trim() || / avatar | photo /u.test(names);
  // A name such as "comment-reply" may be a whole answer: only short things without a text of their own are noise.
  if (text.length > 120 || DATE.test(names) || AUTHOR.test(names)) return false;
  return !element.querySelector(PERSON_OR_TIME) && !element.querySelector('p, blockquote');
}

/** True for an element that holds a name or a time and no body. */
function isAboutOnly(element: Element): boolean {
  const hasBody =
    element.querySelector('p, blockquote, [class*="content"], [class*="body"], [class*="text"]') !== null;
  return !hasBody && element.querySelector(PERSON_OR_TIME) !== null;
}

function isDateElement(element: Element, names: string, text: string): boolean {
  if (text.length > 120) return false;
  if (/^(?:TIME|RELATIVE-TIME)$/u.test(element.nodeName)) return true;
  if (element.hasAttribute('datetime')) return true;
  const isNamed = DATE.test(names) || (element.nodeName === 'ABBR' && element.hasAttribute('title'));
  return (
    isNamed &&
    text.length > 0 &&
    (findDate(text) !== null || /\d/u.test(text)) &&
    !/ (?:reply|author) /u.test(names)
  );
}

function isAuthorElement(element: Element, names: string, text: string): boolean {
  if (!text || text.length > 160) return false;
  if (element.nodeName === 'CITE') return true;
  const property = element.getAttribute('itemprop');
  if (property === 'author' || property === 'creator') return true;
  return AUTHOR.test(names) && !NO_AUTHOR.test(names.replace(/ (?:comment|wrap|link|meta) /gu, ' '));
}

function isBodyElement(element: Element, names: string, text: string): boolean {
  if (!text && !element.querySelector('img')) return false;
  const property = element.getAttribute('itemprop');
  if (property === 'text' || property === 'commentText') return true;
  if (element.nodeName === 'BLOCKQUOTE') return false;
  if (isCommentBody(element)) return true;
  return (BODY.test(names) || (/ comment /u.test(names) && !isPartNamed(names))) && !NO_BODY.test(names);
}

/** True for a name such as "comment-content", "kommentar-text" or "comment body". */
export function isCommentBody(element: Element): boolean {
  return / (?:comment|kommentar|reply|forum) (?:content|text|texte|body|inhalt) /u.test(namesOf(element));
}

/** The date that an element shows, with the full day from its machine-readable value where the text has none. */
export function dateOf(element: Element, lang: string | null): CommentDate | null {
  const text = tidyLine(element.textContent ?? '');
  const found = findDate(text, lang);
  const value =
    element.getAttribute('datetime') ??
    element.querySelector('[datetime]')?.getAttribute('datetime') ??
    element.getAttribute('content') ??
    element.getAttribute('title') ??
    element.querySelector('[title]')?.getAttribute('title') ??
    '';
  const iso = found?.iso ?? isoFromValue(value, lang);
  const shown = found?.shown ?? text;
  if (!shown && !iso) return null;
  if (!iso && !/\d/u.test(shown) && !found) return null;
  return { shown: shown || (iso ?? ''), iso };
}

/** Seconds or milliseconds since 1970 occur as `datetime` values; their day is read as UTC. */
function isoFromValue(value: string, lang: string | null): string | null {
  if (/^\d{10}(?:\d{3})?$/u.test(value)) {
    const milliseconds = value.length === 10 ? Number(value) * 1000 : Number(value);
    return new Date(milliseconds).toISOString().slice(0, 10);
  }
  return value ? toIsoDay(value, lang) : null;
}

/** True for a heading or line inside an item that belongs to the section around it. */
export function isSectionLabel(text: string): boolean {
  const kind = labelKind(text);
  return kind !== null && kind !== 'heading';
}
