import { imageSources } from '../../extraction/image-sources.ts';
import type { Article } from '../../extraction/types/article.ts';
import type { AbsoluteUrl } from '../../extraction/types/source.ts';
import type { Untrusted } from '../../reading/types.ts';
import { isTracker } from './trackers.ts';

/** What an article holds images in. */
export type WithImages = Pick<Untrusted<Article>, 'html'> & {
  readonly thread: { readonly comments: readonly { readonly html: string }[] };
};

/**
 * The addresses of the images that an article shows, its comments' after its own, each once and in order. Those
 * that lie in the article itself need not be kept; those that count readers must not be fetched.
 */
export function imagesOf({ html, thread }: WithImages): AbsoluteUrl[] {
  const urls = new Set<AbsoluteUrl>();
  for (const part of [html, ...thread.comments.map((comment) => comment.html)]) {
    for (const url of imageSources(part)) if (!isTracker(url)) urls.add(url);
  }
  return [...urls];
}

/** The match patterns of the servers that images lie on: what the reader is asked to allow. */
export function patternsOf(urls: readonly AbsoluteUrl[]): string[] {
  return [...new Set(urls.map((url) => patternOf(url)))];
}

/** Match patterns know no ports. */
export function patternOf(url: AbsoluteUrl): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
