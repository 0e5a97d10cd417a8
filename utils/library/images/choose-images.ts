import type { AbsoluteUrl, Article } from '../../extraction/types.ts';
import type { Untrusted } from '../../reading/types.ts';
import { toAbsoluteUrl } from '../../text/urls.ts';
import { isTracker } from './trackers.ts';

const IMAGE = /<img\b(?:[^>"]|"[^"]*")*>/giu;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/gu;
/** What browsers write in attributes in place of what would end them. */
const ESCAPED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

/** What an article holds images in. */
export type WithImages = Pick<Untrusted<Article>, 'html'> & {
  readonly thread: { readonly comments: readonly { readonly html: string }[] };
};

/**
 * The addresses of the images that an article shows, its comments' after its own, each once and in order. Works on
 * HTML as our sanitiser writes it and without a DOM, which workers of browsers do not have. Those that lie in the
 * article itself need not be kept; those that count readers must not be fetched.
 */
export function imagesOf({ html, thread }: WithImages): AbsoluteUrl[] {
  const urls = new Set<AbsoluteUrl>();
  for (const part of [html, ...thread.comments.map((comment) => comment.html)]) {
    for (const [image] of part.matchAll(IMAGE)) {
      const url = toAbsoluteUrl(sourceOf(image));
      if (url && !isTracker(url)) urls.add(url);
    }
  }
  return [...urls];
}

function sourceOf(image: string): string | null {
  for (const [, name, value = ''] of image.matchAll(ATTRIBUTE)) {
    if (name?.toLowerCase() === 'data-src') return unescaped(value);
  }
  return null;
}

function unescaped(value: string): string {
  return value.replace(/&(amp|lt|gt|quot|nbsp);/gu, (whole, name: string) => ESCAPED[name] ?? whole);
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
