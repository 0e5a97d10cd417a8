import { findDate, toIsoDay } from '../../text/dates.ts';
import { type Facts, metaValues } from './facts.ts';
import { strings } from './json-ld.ts';
import { nameOf } from './names.ts';
import { lineOf, type Spot } from './survey.ts';
import type { FoundTitle } from './title.ts';

export interface FoundDates {
  readonly published: string | null;
  readonly updated: string | null;
}

const PUBLISHED_META = [
  'article:published_time',
  'og:published_time',
  'article:published',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'citation_publication_date',
  'citation_date',
  'originalpublicationdate',
  'datecreated',
  'article:create_at',
  'article_date_original',
  'og:article:published_time',
  'rnews:datepublished',
  'published_at',
  'displaydate',
  'timestamp',
  'creation_date',
  'last-modified',
  'og:pubdate',
] as const;
const UPDATED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
] as const;

const UPDATED =
  /updated|modified|aktualisiert|mis à jour|modifié|actualizado|aggiornato|bijgewerkt|更新|수정|обновлено|geändert|edited/iu;
const PUBLISHED_LABEL =
  /^(?:published|posted|veröffentlicht|erschienen|erstellt|publié|publicado|pubblicato|geplaatst|gepubliceerd|opublikowano|опубликовано|投稿日|公開日|掲載日|作成日|작성일|발행|发表于|發表於|发布)/iu;
const PUBLISHED_NAME = /publish|posted|entry-?date|post-?date|pubdate|article-?date|date-?header|date/u;
/** Days around a machine date within which a shown date tells the same day in the writer's own time zone. */
const TIME_ZONE_DAYS = 1;
const DAY = 86_400_000;

interface MachineDate {
  readonly iso: string;
  /** Given in UTC: the writer's own day may be the one before or after. */
  readonly isUtc: boolean;
}

/** Finds when a post was published and updated, as the page writes it. */
export function findDates(facts: Facts, title: FoundTitle, lang: string | null): FoundDates {
  const shown = shownDates(facts, title, lang);
  const machine = machineDate(facts);
  const published = (machine && asShown(machine, shown)) ?? shown[0]?.iso ?? dateInUrl(facts);
  const updated =
    firstDay([...strings(facts.article?.dateModified), ...metaValues(facts, ...UPDATED_META)])?.iso ?? null;
  return { published, updated: updated && published && updated > published ? updated : null };
}

function machineDate(facts: Facts): MachineDate | null {
  const { article, rdf } = facts;
  return (
    firstDay(strings(article?.datePublished)) ??
    firstDay(PUBLISHED_META.flatMap((name) => metaValues(facts, name))) ??
    firstDay([rdf.get('dc:date') ?? '']) ??
    firstDay(strings(article?.dateCreated))
  );
}

function firstDay(values: readonly string[]): MachineDate | null {
  for (const value of values) {
    const iso = toIsoDay(value);
    if (iso && isPlausible(iso)) return { iso, isUtc: !/\d[+-](?!00:?00)\d\d:?\d\d$/u.test(value.trim()) };
  }
  return null;
}

/** Blogs began in the nineties, and no post is from the future. */
function isPlausible(day: string): boolean {
  return day >= '1991-01-01' && Date.parse(day) <= Date.now() + 2 * DAY;
}

/** The machine's date, or the shown one beside it where the machine's is in UTC. */
function asShown(machine: MachineDate, shown: readonly ShownDate[]): string {
  const near = shown.find(
    ({ iso }) => Math.abs(Date.parse(iso) - Date.parse(machine.iso)) <= TIME_ZONE_DAYS * DAY,
  );
  return machine.isUtc && near ? near.iso : machine.iso;
}

interface ShownDate {
  readonly iso: string;
  readonly score: number;
}

/** Dates that the page shows, the likeliest to be the post's first. */
function shownDates(facts: Facts, title: FoundTitle, lang: string | null): ShownDate[] {
  const from = title.spot?.order ?? 0;
  const dates: ShownDate[] = [];
  for (const spot of facts.survey.dates) {
    if (spot.zone !== 'main' && spot.zone !== 'navigation') continue;
    const read = readDate(spot.element, lang);
    if (read && isPlausible(read)) dates.push({ iso: read, score: scoreDate(spot, from) });
  }
  return dates.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

function readDate(element: Element, lang: string | null): string | null {
  const text = lineOf(element);
  const shown = text.length <= 200 ? findDate(text, lang)?.iso : null;
  if (shown) return shown;
  const machine =
    element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title');
  return (machine && toIsoDay(machine)) || null;
}

function scoreDate({ element, order, zone }: Spot, from: number): number {
  const name = nameOf(element);
  const itemprop = element.getAttribute('itemprop') ?? '';
  const text = lineOf(element);
  let score = isNamedDate(element, name, itemprop) ? 2 : 0;
  if (itemprop === 'datePublished' || element.hasAttribute('pubdate')) score += 4;
  if (element.localName === 'time') score += 2;
  if (PUBLISHED_NAME.test(name)) score += 1;
  if (/published|entry-date|dt-published/u.test(name)) score += 1;
  if (itemprop === 'dateModified' || /updated|modified/u.test(name) || UPDATED.test(text)) score -= 3;
  if (text.length > 60) score -= 2;
  if (PUBLISHED_LABEL.test(text)) score += 2;
  if (zone !== 'main') score -= 2;
  const distance = order - from;
  if (distance >= -15 && distance < 50) score += 3;
  else if (distance < -15) score -= 2;
  return score;
}

function isNamedDate(element: Element, name: string, itemprop: string): boolean {
  return (
    element.localName === 'time' ||
    itemprop.startsWith('date') ||
    /date|time|publish|posted|meta|byline/u.test(name)
  );
}

function dateInUrl({ source }: Facts): string | null {
  const match = /\/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-]|$)/u.exec(source.url ?? '');
  return (match && firstDay([`${match[1]}-${match[2]}-${match[3]}`])?.iso) ?? null;
}
