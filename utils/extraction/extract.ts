import { messageOf } from '../result.ts';
import { readingTime } from '../text/reading-time.ts';
import { articleText } from './article-text.ts';
import { takeComments } from './comments.ts';
import { linkEmbeds } from './content/embeds.ts';
import { cutBoilerplate } from './cut-boilerplate.ts';
import { digestOf } from './digest.ts';
import { explain } from './explain.ts';
import { findArticle } from './find-article.ts';
import { foldRepeats } from './fold-repeats.ts';
import { takeHashtags } from './hashtags.ts';
import { describe } from './metadata.ts';
import { cutPagers } from './pages/cut-pagers.ts';
import { presentThread } from './read-thread.ts';
import { writeSafely } from './sanitise.ts';
import { snapshot } from './snapshot.ts';
import { mergeTags } from './tags.ts';
import { tidyStructure } from './tidy-structure.ts';
import { trimEdges } from './trim-edges.ts';
import type { Article, Found, Outcome } from './types/article.ts';
import type { RawThread } from './types/comments.ts';
import type { Digest } from './types/digest.ts';
import type { Metadata } from './types/metadata.ts';
import type { Page } from './types/source.ts';

/**
 * Reads a page: the article once, its tags, its comments with their digest, and what was left out and why.
 * The page is not changed and nothing is requested. Never throws: what goes wrong is an outcome as well.
 */
export function extract(page: Page): Outcome {
  let step = 'snapshot';
  try {
    const taken = snapshot(page);
    if (!taken.ok) return { kind: 'unreadable', reason: taken.error };
    const source = taken.value;
    step = 'metadata';
    const meta = describe(source);
    step = 'comments';
    const { thread, rest } = takeComments(source);
    step = 'boilerplate';
    const trimmed = cutBoilerplate(cutPagers(rest, meta.pages));
    step = 'article';
    const found = findArticle(trimmed, meta);
    step = 'digest';
    const said = { thread, digest: digestOf(thread, meta) };
    step = 'presentation';
    if (found.stage === 'found') return { kind: 'article', article: present(found, meta, said) };
    const bestEffort = found.bestEffort && present(found.bestEffort, meta, said);
    step = 'explanation';
    // What was cut since the snapshot is what tells a list of posts: titles, dates, forms.
    const whole = snapshot(page);
    const why = whole.ok ? explain(whole.value, found.reason) : { reason: found.reason, posts: [] };
    return { kind: 'not-an-article', ...why, bestEffort };
  } catch (thrown) {
    return { kind: 'failed', step, message: messageOf(thrown) };
  }
}

/** Folds what was found and turns it into plain data that is safe to show. */
function present(
  found: Found,
  meta: Metadata,
  { thread, digest }: { readonly thread: RawThread; readonly digest: Digest },
): Article {
  const { removals, baseUrl } = found.source;
  const folded = foldRepeats(trimEdges(found, meta));
  const { tags: hashtags, rest } = takeHashtags(folded, removals);
  const { root, blocks } = rest;
  // A line of hashtags said twice is tags now, not a repeat in the text.
  const marked = new Set(
    Array.from(root.querySelectorAll('[data-repeat]'), (marker) => marker.getAttribute('data-repeat')),
  );
  const repeats = folded.repeats.filter(({ id }) => marked.has(id));
  for (const { id, copies } of folded.repeats) {
    if (marked.has(id)) continue;
    for (const copy of copies) {
      const place = root.querySelector(`[data-copy="${copy.id}"]`);
      removals.note(copy.text, 'tags', 'hashtag-line', place);
      place?.removeAttribute('data-copy');
    }
  }
  const text = articleText(blocks);
  // Read while everything still stands at its place.
  const leftOut = removals.settle(root, baseUrl);
  tidyStructure(root, baseUrl);
  // Their labels are ours, like alternative texts of images: shown, and no part of what the article says.
  linkEmbeds(root);
  const { minutes, count, unit } = readingTime(text, meta.lang);
  return {
    meta: { ...meta, tags: mergeTags(meta.tags, hashtags) },
    html: writeSafely(root, baseUrl),
    text,
    repeats,
    removals: leftOut,
    thread: presentThread(thread, baseUrl),
    digest,
    strategy: found.strategy,
    readingMinutes: minutes,
    length: { count, unit },
  };
}
