import { hostOf, normaliseUrl, toAbsoluteUrl } from '../../text/urls.ts';
import type { AbsoluteUrl, DigestLine, RawComment, RawThread } from '../types.ts';
import { lineOf } from './quote.ts';

const LIMIT = 10;
const WRITTEN = /\bhttps?:\/\/[^\s<>"「」『』（）、。]+/giu;

/** Addresses that commenters shared, each once, with the comment that named it first. Links within the post are none. */
export function linksOf(
  thread: RawThread,
  pageUrl: AbsoluteUrl | null,
): (DigestLine & { url: AbsoluteUrl })[] {
  const page = pageUrl && normaliseUrl(pageUrl);
  const seen = new Set<string>();
  const found: (DigestLine & { url: AbsoluteUrl })[] = [];
  for (const comment of thread.comments) {
    for (const url of addressesIn(comment, pageUrl)) {
      const key = normaliseUrl(url);
      if (!key || key === page || seen.has(key) || !hostOf(url)) continue;
      seen.add(key);
      found.push({ ...lineOf(comment), url });
      if (found.length === LIMIT) return found;
    }
  }
  return found;
}

function addressesIn(comment: RawComment, pageUrl: AbsoluteUrl | null): AbsoluteUrl[] {
  const linked = [...comment.body.querySelectorAll('a[href]')].map((link) =>
    toAbsoluteUrl(link.getAttribute('href'), pageUrl ?? undefined),
  );
  const written = (comment.text.match(WRITTEN) ?? []).map((address) =>
    toAbsoluteUrl(address.replace(/[.,;:!?)\]]+$/u, '')),
  );
  return [...linked, ...written].filter((url) => url !== null);
}
