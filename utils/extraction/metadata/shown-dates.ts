import { findDate, toIsoDay } from '../../text/dates.ts';
import type { Facts } from './facts.ts';
import { isPlausible } from './machine-dates.ts';
import { bitsOfPatterns } from './names.ts';
import type { Spot } from './survey.ts';
import type { FoundTitle } from './title.ts';

/** A date that the page shows. */
export interface ShownDate {
  readonly iso: string;
  readonly score: number;
  readonly isUpdate: boolean;
  /** Beside the title, where the post's own date stands. */
  readonly isNear: boolean;
}

const UPDATED =
  /updated|modified|revised|aktualisiert|mis à jour|modifié|actualizado|aggiornato|bijgewerkt|更新|수정|обновлено|geändert|edited/iu;
const UPDATED_NAME = /updated|modified|changed/u;
const PUBLISHED_LABEL =
  /^(?:(?:originally |first )?published|posted|veröffentlicht|erschienen|erstellt|publié|publicado|pubblicato|geplaatst|gepubliceerd|opublikowano|опубликовано|投稿日|公開日|掲載日|作成日|작성일|발행|发表于|發表於|发布)|originally published/iu;
const PUBLISHED_NAME = /publish|posted|entry-?date|post-?date|pubdate|article-?date|date-?header|date/u;
const SURELY_PUBLISHED_NAME = /published|entry-date|dt-published/u;
const DATE_NAME = /date|time|publish|posted|meta|byline/u;
const NAMES_DATE = 1;
const NAMES_UPDATE = 2;
const NAMES_PUBLISHED = 4;
const NAMES_SURELY_PUBLISHED = 8;
const dateNames = bitsOfPatterns(DATE_NAME, UPDATED_NAME, PUBLISHED_NAME, SURELY_PUBLISHED_NAME);
const MAX_TEXT = 200;
/** Characters beside a date in a line that is about nothing else. */
const MAX_REST = 32;
/** A line that begins with its date goes on with the writer's name or the topic. */
const MAX_LINE = 60;
/** Elements around the title that its date stands in. */
const BEFORE = 15;
const FAR_BEFORE = 25;
const AFTER = 50;

/** Dates that the page shows, the likeliest to be the post's first. */
export function shownDates(facts: Facts, title: FoundTitle, lang: string | null): ShownDate[] {
  const from = title.spot?.order ?? 0;
  const dates: ShownDate[] = [];
  const lonely = new Set<string>();
  for (const spot of facts.survey.dates) {
    if (spot.zone === 'comments' || spot.zone === 'footer') continue;
    const read = readDate(spot, lang);
    if (!read || !isPlausible(read.iso)) continue;
    const date = weigh(spot, read, from);
    if (date.score > 0 || (date.isUpdate && date.isNear && read.isAlone)) dates.push(date);
    else if (spot.zone === 'main' && read.isAlone) lonely.add(read.iso);
  }
  if (dates.length > 0) return dates.sort((a, b) => b.score - a.score);
  // The only date of the page is the post's, wherever it stands; one of several could be any post's.
  return lonely.size === 1
    ? [...lonely].map((iso) => ({ iso, score: 0, isUpdate: false, isNear: false }))
    : [];
}

interface ReadDate {
  readonly iso: string;
  readonly text: string;
  /** What the line says before its date. */
  readonly label: string;
  /** The line holds little else. */
  readonly isAlone: boolean;
}

function readDate(spot: Spot, lang: string | null): ReadDate | null {
  const { element } = spot;
  const text = element.childElementCount === 0 && spot.text !== '' ? spot.text : shortLine(spot);
  const shown = text === '' ? null : findDate(text, lang);
  if (shown?.iso) {
    const rest = text.length - shown.shown.length;
    const isAlone =
      rest <= MAX_REST || (shown.index === 0 && text.length <= MAX_LINE) || PUBLISHED_LABEL.test(text);
    return { iso: shown.iso, text, label: text.slice(0, shown.index), isAlone };
  }
  const machine =
    element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title');
  const iso = machine && toIsoDay(machine);
  return iso ? { iso, text, label: text, isAlone: text.length <= MAX_REST } : null;
}

/** The line of an element that is one; empty for long ones. The text's length costs less than its lines. */
function shortLine(spot: Spot): string {
  if ((spot.element.textContent?.length ?? 0) > MAX_TEXT * 4) return '';
  return spot.line.length <= MAX_TEXT ? spot.line : '';
}

function weigh(spot: Spot, read: ReadDate, from: number): ShownDate {
  const { element, order, zone } = spot;
  const { text, label } = read;
  const names = dateNames(element);
  const itemprop = element.getAttribute('itemprop') ?? '';
  const isNamed = element.localName === 'time' || itemprop.startsWith('date') || (names & NAMES_DATE) !== 0;
  const isUpdate = itemprop === 'dateModified' || (names & NAMES_UPDATE) !== 0 || UPDATED.test(label);
  let score = isNamed ? 2 : 0;
  if (itemprop === 'datePublished' || element.hasAttribute('pubdate')) score += 4;
  if (element.localName === 'time') score += 2;
  if (names & NAMES_PUBLISHED) score += 1;
  if (names & NAMES_SURELY_PUBLISHED) score += 1;
  if (isUpdate) score -= 3;
  if (text.length > 60) score -= 2;
  if (PUBLISHED_LABEL.test(text)) score += 2;
  if (zone !== 'main') score -= zone === 'navigation' ? 2 : 5;
  const distance = order - from;
  const isNear = distance >= -BEFORE && distance < AFTER;
  if (isNear) score += isNamed || read.isAlone ? 3 : 0;
  else if (distance < -FAR_BEFORE) score -= 2;
  else if (distance < 0) score += 1;
  return { iso: read.iso, score, isUpdate, isNear };
}
