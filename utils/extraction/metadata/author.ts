import { keyOf } from '../../text/normalise.ts';
import { shownNames } from './byline.ts';
import { type Facts, isSiteName, metaValues } from './facts.ts';
import { authorsOf, type NamedThing } from './json-ld.ts';
import { findOwner } from './owner.ts';
import { cleanName, isRole, isUserName } from './person-name.ts';
import type { FoundTitle } from './title.ts';

interface Candidate {
  readonly name: string;
  readonly weight: number;
}

/** How much a name in JSON-LD or `<meta>` says; `byline.ts` weighs what the page shows between 1 and 10. */
const IN_JSON_LD = 8;
const IN_META = 6;
/** Names of accounts and of the site stand in these fields where nobody filled them in. */
const ACCOUNT = 3;
const SITE = 3;
/** A duty ("Staff") is less than a name. */
const ROLE = 3;

/** Where two sources name the same person they confirm each other. */
const CONFIRMED = 1;
/** Longer lists of people are named by the first. */
const MAX_PEOPLE = 3;

/** Finds the name of the post's author: a person's where there is one, else an organisation's, else the site's. */
export function findAuthor(facts: Facts, title: FoundTitle, lang: string | null): string | null {
  const inData = declared(facts, lang);
  const shown = shownNames(facts, title);
  let best: Candidate | null = null;
  for (const candidate of [...confirm(inData, shown), ...confirm(shown, inData)]) {
    if (!best || candidate.weight > best.weight) best = candidate;
  }
  return best?.name ?? findOwner(facts) ?? facts.siteNames[0] ?? null;
}

function confirm(candidates: readonly Candidate[], witnesses: readonly Candidate[]): Candidate[] {
  if (witnesses.length === 0) return [...candidates];
  const others = witnesses.map(({ name }) => letters(name));
  return candidates.map(({ name, weight }) => {
    const own = letters(name);
    const isConfirmed = others.some((other) => isSamePerson(own, other));
    return { name, weight: isConfirmed ? weight + CONFIRMED : weight };
  });
}

/** By the letters of two names. */
function isSamePerson(one: string, other: string): boolean {
  return one.length > 3 && other.length > 3 && (one.includes(other) || other.includes(one));
}

function letters(text: string): string {
  return keyOf(text).replace(/[^\p{L}]/gu, '');
}

/** What the page says for machines. */
function declared(facts: Facts, lang: string | null): Candidate[] {
  const people = authorsOf(facts.source.head.jsonLd, facts.article);
  return [
    ...inJsonLd(people, facts, lang),
    ...metaAuthors(facts).flatMap((name) => weigh(name, IN_META, facts)),
    ...weigh(facts.rdf.get('dc:creator') ?? '', IN_META, facts),
  ];
}

function inJsonLd(things: readonly NamedThing[], facts: Facts, lang: string | null): Candidate[] {
  const people = things
    .filter(({ isOrganisation }) => !isOrganisation)
    .flatMap(({ name }) => cleanName(name) || []);
  const joined = people.length > MAX_PEOPLE ? (people[0] ?? '') : listOf(people, lang);
  const organisations = things.filter(({ isOrganisation }) => isOrganisation);
  return [
    ...(joined ? [{ name: joined, weight: weightOf(joined, IN_JSON_LD, facts) }] : []),
    ...organisations.flatMap(({ name }) => {
      const clean = cleanName(name);
      return clean ? [{ name: clean, weight: SITE }] : [];
    }),
  ];
}

/** Several names as the page's language lists them. */
function listOf(names: readonly string[], lang: string | null): string {
  if (names.length < 2) return names[0] ?? '';
  return new Intl.ListFormat(lang ?? 'en', { type: 'conjunction' }).format(names);
}

function weigh(raw: string, weight: number, facts: Facts): Candidate[] {
  const name = cleanName(raw);
  return name ? [{ name, weight: weightOf(name, weight, facts) }] : [];
}

function weightOf(name: string, weight: number, facts: Facts): number {
  if (isRole(name)) return weight - ROLE;
  if (isSiteName(name, facts)) return SITE;
  return isUserName(name) ? ACCOUNT : weight;
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
