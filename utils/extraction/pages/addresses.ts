import { normaliseUrl } from '../../text/urls.ts';

/**
 * How plainly an address says that it is one page of several: by a word (`?page=2`, `/page-2/`), by a segment of
 * its own (`/post/2/`), or by a number that could as well be part of a name (`post-2`, `p2` of a query).
 */
export type Plainness = 'worded' | 'segment' | 'loose';

/** An address read as a page number and the address without it. */
interface Reading {
  /** Equal for all pages of one article. */
  readonly stem: string;
  readonly number: number;
  readonly plainness: Plainness;
}

/** How another address relates to the page's own. */
export interface Relation extends Reading {
  /** The own page's number by its address; null where its address has none, as first pages do. */
  readonly own: number | null;
  /** One of the two addresses is the stem itself: the one is the other with a page number added. */
  readonly isAnchored: boolean;
}

const WORDED_PARAMETER =
  /^(?:page|pages|pg|pageno|page_?no|page_?num(?:ber)?|page_?nr|pagina|seite|strana)$/iu;
const LOOSE_PARAMETER = /^(?:p|pn|n|part)$/iu;
const LONGEST = 2_000;
const COUNT = /^\d{1,3}$/u;
const WORDED_SEGMENT = /^(?:page|pages|pg|p|seite|pagina|strana)[-_]?(\d{1,3})$/iu;
const PAGE_WORD = /^(?:page|pages|pg|p|seite|pagina|strana)$/iu;
const NUMBERED_NAME = /^(.*?)([-_.,]?)(page|pg|p|seite)?[-_]?(\d{1,3})(\.[a-z]{2,5})?$/iu;
/** Lists of posts have pages as well; comments have their own. */
const NO_ARTICLE =
  /\/(?:category|categories|tags?|label|labels|author|authors|search|archives?)\/|[?&](?:cpage|paged|s|q|m|cat)=|comment-?page/iu;

/** An address to compare others with. */
export interface OwnAddress {
  readonly host: string;
  readonly stem: string;
  readonly readings: readonly Reading[];
}

/** Prepares the page's own address; null for one that cannot be a page of an article. */
export function ownAddress(href: string): OwnAddress | null {
  const url = parse(href);
  if (!url) return null;
  return { host: siteOf(url), stem: stemOf(url), readings: readingsOf(url) };
}

/** How an address relates to the own one: the ways in which the two are pages of one thing, plainest first. */
export function relate(own: OwnAddress, href: string): Relation[] {
  const url = parse(href);
  if (!url || siteOf(url) !== own.host) return [];
  const relations: Relation[] = [];
  for (const reading of readingsOf(url)) {
    if (reading.stem === own.stem) relations.push({ ...reading, own: null, isAnchored: true });
    for (const { stem, number, plainness } of own.readings) {
      if (stem === reading.stem && plainness === reading.plainness)
        relations.push({ ...reading, own: number, isAnchored: false });
    }
  }
  const stem = stemOf(url);
  for (const reading of own.readings) {
    if (reading.stem === stem)
      relations.push({ ...reading, number: 1, own: reading.number, isAnchored: true });
  }
  return relations;
}

function parse(href: string): URL | null {
  const normal = normaliseUrl(href);
  return normal && normal.length <= LONGEST && !NO_ARTICLE.test(normal) ? new URL(normal) : null;
}

/** Mobile and desktop pages of a site are the same site. */
function siteOf(url: URL): string {
  return url.hostname.replace(/^(?:www|m|sp|amp)\./u, '');
}

function stemOf(url: URL, path: string = url.pathname, search: string = url.search): string {
  return `${path.replace(/\/index\.\w{3,5}$/u, '').replace(/\/+$/u, '')}${search}`;
}

function readingsOf(url: URL): Reading[] {
  const readings = [...inQuery(url), ...inPath(url)];
  // The pages of a blog's front page are lists of posts.
  return readings.filter(({ stem }) => stem !== '');
}

function inQuery(url: URL): Reading[] {
  const readings: Reading[] = [];
  if (url.search === '') return readings;
  url.searchParams.forEach((value, name) => {
    if (!COUNT.test(value)) return;
    const isWorded = WORDED_PARAMETER.test(name);
    if (!isWorded && !LOOSE_PARAMETER.test(name)) return;
    const rest = new URL(url);
    rest.searchParams.delete(name);
    readings.push({
      stem: stemOf(rest),
      number: Number(value),
      plainness: isWorded ? 'worded' : 'loose',
    });
  });
  return readings;
}

function inPath(url: URL): Reading[] {
  const segments = url.pathname.replace(/\/+$/u, '').split('/');
  const last = segments.pop() ?? '';
  const before = segments.join('/');
  const read = (path: string, number: string, plainness: Plainness): Reading => ({
    stem: stemOf(url, path),
    number: Number(number),
    plainness,
  });
  const worded = WORDED_SEGMENT.exec(last)?.[1];
  if (worded) return [read(before, worded, 'worded')];
  if (COUNT.test(last)) {
    if (PAGE_WORD.test(segments.at(-1) ?? '')) return [read(segments.slice(0, -1).join('/'), last, 'worded')];
    return [read(before, last, 'segment')];
  }
  const [, name = '', separator = '', word = '', number = '', ending = ''] = NUMBERED_NAME.exec(last) ?? [];
  if (!number || (name && !separator && !word)) return [];
  const path = name ? `${before}/${name}${ending}` : before;
  return [read(path, number, word && separator ? 'worded' : 'loose')];
}
