import { normaliseUrl, toAbsoluteUrl } from '../../text/urls.ts';
import type { RawComment } from '../types/comments.ts';
import type { DigestLine } from '../types/digest.ts';
import type { AbsoluteUrl } from '../types/source.ts';
import { lineOf, lineWith } from './quote.ts';
import type { Shown } from './shown.ts';

const LIMIT = 10;
const WRITTEN = /\bhttps?:\/\/[^\s<>"「」『』（）、。]+/giu;

/** A link in a comment, as it is written there. */
export interface SharedLink {
  readonly url: AbsoluteUrl;
  /** The same for addresses that lead to the same page. */
  readonly key: AbsoluteUrl;
  readonly text: string;
}

/** The web addresses in a comment, links to the post itself left out. */
export function linksIn(comment: RawComment, pageUrl: AbsoluteUrl | null): SharedLink[] {
  const found: SharedLink[] = [];
  const add = (url: AbsoluteUrl | null, text: string) => {
    const key = url && normaliseUrl(url);
    if (url && key && key !== (pageUrl && normaliseUrl(pageUrl))) found.push({ url, key, text });
  };
  for (const link of comment.body.querySelectorAll('a[href]'))
    add(toAbsoluteUrl(link.getAttribute('href'), pageUrl ?? undefined), link.textContent ?? '');
  // Most comments name no address; a regular expression over all of their text would take longer.
  for (const address of (comment.text.includes('://') && comment.text.match(WRITTEN)) || []) {
    const text = address.replace(/[.,;:!?)\]]+$/u, '');
    add(toAbsoluteUrl(text), text);
  }
  return found;
}

/**
 * Addresses that commenters shared, each once, with the comment that named it first. Of a comment that the digest
 * shows elsewhere nothing but the link's own text is said again.
 */
export function sharedLinks(
  comments: readonly RawComment[],
  links: (comment: RawComment) => readonly SharedLink[],
  shown: Shown,
): (DigestLine & { url: AbsoluteUrl })[] {
  const seen = new Set<string>();
  const found: (DigestLine & { url: AbsoluteUrl })[] = [];
  for (const comment of comments) {
    for (const { url, key, text } of links(comment)) {
      if (seen.has(key)) continue;
      const whole = lineOf(comment);
      const line = shown.add(comment, whole) ? whole : lineWith(comment, text);
      if (!line.quote || (line !== whole && shown.hasQuote(line.quote))) continue;
      seen.add(key);
      found.push({ ...line, url });
      if (found.length === LIMIT) return found;
    }
  }
  return found;
}
