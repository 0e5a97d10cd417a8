import { keyOf, tidyLine } from '../../text/normalise.ts';
import { hostOf } from '../../text/urls.ts';
import type { JsonLdNode, Source } from '../types/source.ts';
import { articleNode, siteNames, strings } from './json-ld.ts';
import { type Survey, survey } from './survey.ts';

/** What all metadata rules share: the page, one walk over it, and its own words for itself. */
export interface Facts {
  readonly source: Source;
  readonly survey: Survey;
  /** The JSON-LD object of the post; null where the page has none. */
  readonly article: JsonLdNode | null;
  /** Names of the site, most trusted first. */
  readonly siteNames: readonly string[];
  /** Keys of these names and of what the host is called. */
  readonly siteKeys: ReadonlySet<string>;
  /** What the page's addresses are resolved against; null where that is no address itself. */
  readonly base: URL | null;
  /** The host without its ending: `example` of `blog.example.org`. */
  readonly hostName: string | undefined;
  /** Attributes of RDF trackback descriptions (`dc:title`, …) of the first entry. */
  readonly rdf: ReadonlyMap<string, string>;
}

/** Longer "names" are titles that stand in the wrong field. */
const MAX_SITE_NAME = 50;

export function gatherFacts(source: Source): Facts {
  const surveyed = survey(source.body);
  const { meta, jsonLd } = source.head;
  const article = articleNode(jsonLd);
  const names = [
    ...(meta.get('og:site_name') ?? []),
    ...siteNames(jsonLd),
    ...(meta.get('application-name') ?? []),
    ...(meta.get('twitter:app:name:iphone') ?? []),
  ];
  const known = [...new Set([...names, ...namesInTitle(source, article)].map(tidyLine))].filter(
    (name) => name && name.length <= MAX_SITE_NAME,
  );
  const host = hostOf(source.url);
  return {
    source,
    survey: surveyed,
    article,
    siteNames: known,
    siteKeys: new Set([...known.map(keyOf), host]),
    base: URL.parse(source.baseUrl),
    hostName: host.split('.').at(-2),
    rdf: readRdf(surveyed.rdf),
  };
}

/** What `<title>` adds to the title that the page gives elsewhere is the site's name. */
function namesInTitle({ head }: Source, article: JsonLdNode | null): string[] {
  const own = [
    ...(head.meta.get('og:title') ?? []),
    ...(head.meta.get('twitter:title') ?? []),
    ...strings(article?.headline),
  ];
  return own.flatMap((title) => nameBeside(title, head.title) ?? []);
}

/** What a `<title>` holds beside the post's title, without separators; null where that is no name. */
export function nameBeside(postTitle: string, fullTitle: string): string | null {
  const [title, full] = [tidyLine(postTitle), tidyLine(fullTitle)];
  if (title.length < 2 || title.length >= full.length) return null;
  let rest = '';
  if (full.startsWith(title)) rest = full.slice(title.length);
  else if (full.endsWith(title)) rest = full.slice(0, -title.length);
  const name = rest.replace(/^\s*[|｜•·»«:›‹/~–—-]+\s*|\s*[|｜•·»«:›‹/~–—-]+\s*$/gu, '');
  return name && name !== rest && name.length <= MAX_SITE_NAME ? name : null;
}

/** All values of the first of these `<meta>` names that the page has. */
export function metaValues({ source }: Facts, ...names: readonly string[]): readonly string[] {
  for (const name of names) {
    const values = source.head.meta.get(name)?.map(tidyLine).filter(Boolean);
    if (values && values.length > 0) return values;
  }
  return [];
}

/** Whether a text is a name of the site: one of its names or its host. */
export function isSiteName(text: string, facts: Facts): boolean {
  return isSiteKey(keyOf(text), facts);
}

/** The same by the text's key. */
export function isSiteKey(key: string, { siteKeys, hostName }: Facts): boolean {
  if (!key) return false;
  if (siteKeys.has(key)) return true;
  if (hostName === undefined || key.length < hostName.length) return false;
  // Signs are few: a key that is much longer than the host's name is another one.
  return key.length < hostName.length * 2 + 8 && key.replace(/[^\p{L}\p{N}]/gu, '') === hostName;
}

function readRdf(descriptions: readonly string[]): ReadonlyMap<string, string> {
  const [first = ''] = descriptions;
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of first.matchAll(/\b((?:dc|rdf|trackback):\w+)\s*=\s*"([^"]*)"/gu)) {
    values.set(
      name,
      tidyLine(
        value
          .replaceAll('&quot;', '"')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&'),
      ),
    );
  }
  return values;
}
