import * as v from 'valibot';
import type { Article } from '../../extraction/types/article.ts';
import type { AbsoluteUrl } from '../../extraction/types/source.ts';
import type { Untrusted } from '../../reading/types.ts';
import type { Tombstone } from '../schema.ts';
import { newReaderFields, summarise, summariseLink } from '../summary.ts';
import { withoutTags, withTags } from '../tags.ts';
import { together, type Writing } from '../transaction.ts';
import type { ArticleId, SavedSummary, SaveReceipt, StoredBody } from '../types.ts';
import { releaseImages } from './images.ts';

interface Entry {
  readonly id: ArticleId;
  readonly url: AbsoluteUrl;
  readonly article: Untrusted<Article>;
  readonly readAt: number;
}

/** Adds an entry or brings it up to date. The order in which readings of one page arrive does not matter. */
export async function saveEntry(writing: Writing, entry: Entry): Promise<SaveReceipt> {
  const { stores, now } = writing;
  const { id, url, article, readAt } = entry;
  const [previous, tombstone] = await Promise.all([
    stores.objectStore('summaries').get(id),
    stores.objectStore('tombstones').get(id),
  ]);
  if (previous && isOutrun(readAt, previous, now))
    return { summary: previous, isNew: false, isFilled: false };
  const body = previous && (await stores.objectStore('bodies').get(id));
  const summary: SavedSummary = {
    ...newReaderFields(withTags([], article.meta.tags)),
    ...(previous && updated(previous, article, body)),
    ...summarise(article, url),
    ...(previous?.kind === 'link' && linkFields(previous, article)),
    id,
    savedAt: Math.min(previous?.savedAt ?? now, now),
    readAt,
    ...writing.stamp(previous, tombstone),
  };
  await together(
    () => (previous ? writing.replace(summary) : addAnew(writing, summary, tombstone)),
    () => stores.objectStore('bodies').put({ id, article }),
  );
  return { summary, isNew: !previous, isFilled: previous?.kind === 'link' };
}

/** Keeps a link. What is in the list already stays as it is. */
export async function saveLinkEntry(
  writing: Writing,
  { id, url, title }: { readonly id: ArticleId; readonly url: AbsoluteUrl; readonly title: string },
): Promise<SaveReceipt> {
  const { stores, now } = writing;
  const [previous, tombstone] = await Promise.all([
    stores.objectStore('summaries').get(id),
    stores.objectStore('tombstones').get(id),
  ]);
  if (previous) return { summary: previous, isNew: false, isFilled: false };
  const summary: SavedSummary = {
    ...newReaderFields([]),
    ...summariseLink(url, title),
    id,
    savedAt: now,
    readAt: 0,
    ...writing.stamp(tombstone),
  };
  await addAnew(writing, summary, tombstone);
  return { summary, isNew: true, isFilled: false };
}

/**
 * Puts an entry into the list, without a body. One of the same page that was removed can't be brought back beside
 * it, and what it has left goes.
 * @param tombstone of that one: nothing is left of a page without
 */
export async function addAnew(
  writing: Writing,
  summary: SavedSummary,
  tombstone: Tombstone | undefined,
): Promise<void> {
  await together(
    () => writing.add(summary),
    () => (tombstone ? clearAway(writing, summary.id) : Promise.resolve()),
  );
}

/** Wipes what a removed entry has left. */
export async function clearAway(writing: Writing, id: ArticleId): Promise<void> {
  const { stores } = writing;
  await together(
    () => stores.objectStore('tombstones').delete(id),
    () => stores.objectStore('removed').delete(id),
    () => stores.objectStore('bodies').delete(id),
    () => releaseImages(writing, id),
  );
}

/** What stays of an entry when its page is saved again: what the reader added, and the page's new tags. */
function updated(previous: SavedSummary, article: Untrusted<Article>, body: StoredBody | undefined) {
  const { state, isFavourite, place, note, imageBytes, tags } = previous;
  const newTags = withoutTags(article.meta.tags, tagsOfPage(body));
  return { state, isFavourite, place, note, imageBytes, tags: withTags(tags, newTags) };
}

/** Where the page says less than what the link came with, that stays. */
function linkFields(link: SavedSummary, { meta }: Untrusted<Article>): Partial<SavedSummary> {
  return {
    title: meta.title || link.title,
    author: meta.author ?? link.author,
    siteName: meta.siteName ?? link.siteName,
    published: meta.published ?? link.published,
    lang: meta.lang ?? link.lang,
  };
}

const TAGGED = v.object({ meta: v.object({ tags: v.array(v.string()) }) });

/** The tags that the page had when it was last saved; none where its body is damaged or there is none. */
function tagsOfPage(body: StoredBody | undefined): readonly string[] {
  const parsed = v.safeParse(TAGGED, body?.article);
  return parsed.success ? parsed.output.meta.tags : [];
}

/** True when the list has a later reading already. A reading from the future was dated by a wrong clock. */
function isOutrun(readAt: number, previous: SavedSummary, now: number): boolean {
  return previous.kind === 'article' && readAt <= previous.readAt && previous.readAt <= now;
}
