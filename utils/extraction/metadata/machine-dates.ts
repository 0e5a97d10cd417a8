import { toIsoDay } from '../../text/dates.ts';
import { type Facts, metaValues } from './facts.ts';
import { strings } from './json-ld.ts';

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
  'published-date',
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
/** Names for the same that sites make up: `w-published-date`, `published`. */
const PUBLISHED_NAME = /(?:^|[.:_-])publish(?:ed)?(?:[.:_-]?(?:date|time|at|on))?$/u;
const UPDATED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
] as const;

const DAY = 86_400_000;

export interface MachineDate {
  readonly iso: string;
  /** Given in UTC: the writer's own day may be the one before or after. */
  readonly isUtc: boolean;
}

/** The day of publication in JSON-LD, `<meta>` or RDF; null where the page gives none. */
export function machinePublished(facts: Facts): MachineDate | null {
  const { article, rdf } = facts;
  return (
    firstDay(strings(article?.datePublished)) ??
    firstDay(PUBLISHED_META.flatMap((name) => metaValues(facts, name))) ??
    firstDay([rdf.get('dc:date') ?? '']) ??
    firstDay(strings(article?.dateCreated)) ??
    firstDay(otherMeta(facts))
  );
}

/** Every day on which the page says that it was changed, the article's own first. */
export function machineUpdated(facts: Facts): string[] {
  const values = [
    ...strings(facts.article?.dateModified),
    ...UPDATED_META.flatMap((name) => metaValues(facts, name)),
    ...facts.source.head.jsonLd.flatMap((node) => strings(node.dateModified)),
  ];
  return values.flatMap((value) => firstDay([value])?.iso ?? []);
}

function otherMeta({ source }: Facts): string[] {
  return [...source.head.meta].flatMap(([name, values]) => (PUBLISHED_NAME.test(name) ? values : []));
}

export function firstDay(values: readonly string[]): MachineDate | null {
  for (const value of values) {
    const iso = toIsoDay(value);
    if (iso && isPlausible(iso)) return { iso, isUtc: !/\d[+-](?!00:?00)\d\d:?\d\d$/u.test(value.trim()) };
  }
  return null;
}

/** Blogs began in the nineties, and no post is from the future. */
export function isPlausible(day: string): boolean {
  return day >= '1991-01-01' && Date.parse(day) <= Date.now() + 2 * DAY;
}

/** Days between two days. */
export function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / DAY;
}
