import type { AbsoluteUrl } from '../../../extraction/types/source.ts';
import { tidyLine } from '../../../text/normalise.ts';
import { toAbsoluteUrl } from '../../../text/urls.ts';
import { addressOf } from '../../address.ts';
import type { ImportItem } from '../../transfer-types.ts';
import { articleOf } from './body.ts';
import type { BodyProblem, Entry, RowReason } from './types.ts';

const MAX_LABEL = 1_000;
const MAX_EXCERPT = 1_000;
/** Longer notes are cut by the library; this only keeps them from being carried there. */
const MAX_NOTE = 100_000;
const MAX_TAGS = 500;
/** The day before the web; earlier dates are made up. */
const EARLIEST = Date.UTC(1990, 0, 1);
const DAY = 24 * 60 * 60 * 1000;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu;

/** An entry whose link leads somewhere. */
export interface Linked {
  readonly entry: Entry;
  readonly url: AbsoluteUrl;
  /** By which the list knows it. */
  readonly normalised: AbsoluteUrl;
  readonly title: string;
}

/** The first check: is this a link to a page of the web? */
export function linkOf(entry: Entry): Linked | RowReason {
  if (entry.skip) return entry.skip;
  const address = entry.url.trim();
  if (!address) return 'no-link';
  const normalised = addressOf(address);
  const url = normalised && toAbsoluteUrl(address);
  if (!url || !normalised) return 'not-web';
  const title = label(entry.title);
  // Services write the address where they know no title; the library tells by it that there is none.
  const isNone = title === '' || toAbsoluteUrl(title) === url;
  return { entry, url, normalised, title: isNone ? normalised : title };
}

export interface MadeItem {
  readonly item: ImportItem;
  /** Why only the link is kept although the file has a text. */
  readonly bodyProblem: BodyProblem | null;
}

/**
 * What the library is to take in of an entry.
 * @param now milliseconds since 1970; nothing was saved later
 */
export function itemOf({ entry, url, title }: Linked, now: number): MadeItem {
  const { author, siteName, published, lang, savedAt, updatedAt, percent } = entry;
  const about = {
    url,
    title,
    author: author === null ? null : label(author) || null,
    siteName: siteName === null ? null : label(siteName) || null,
    published,
    lang: lang !== null && LANGUAGE.test(lang) ? lang : null,
  };
  const body = entry.html === null ? null : articleOf(entry.html, about);
  const changed = moment(updatedAt, now);
  const item: ImportItem = {
    ...about,
    tags: entry.tags.slice(0, MAX_TAGS).map(label).filter(Boolean),
    note: entry.note.slice(0, MAX_NOTE).toWellFormed().trim(),
    excerpt: label(entry.excerpt.slice(0, MAX_EXCERPT)),
    savedAt: moment(savedAt, now),
    state: entry.state,
    isFavourite: entry.isFavourite,
    ...(changed === null ? {} : { updatedAt: changed }),
    ...(percent === null ? {} : { percent }),
    ...(body?.ok ? { article: body.value } : {}),
  };
  return { item, bodyProblem: body && !body.ok ? body.error : entry.lostBody };
}

function label(text: string): string {
  return tidyLine(
    text
      .slice(0, MAX_LABEL)
      .toWellFormed()
      .replace(/\p{Cc}+/gu, ' '),
  );
}

function moment(time: number | null, now: number): number | null {
  return time !== null && time >= EARLIEST && time <= now + DAY ? Math.min(time, now) : null;
}
