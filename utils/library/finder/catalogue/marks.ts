import type { SavedSummary } from '../../types.ts';

/** Changes when the title, the byline, the tags or the note do. */
export function shortMarkOf({ title, author, siteName, tags, note }: SavedSummary): number {
  return hashOf([title, author ?? '', siteName ?? '', note, ...tags].join('\n'));
}

/** Changes when the text or the comments were read anew, as far as the summary tells. */
export function longMarkOf(summary: SavedSummary): number {
  const { kind, readAt, excerpt, readingMinutes, comments } = summary;
  return hashOf([kind, readAt, readingMinutes, comments, excerpt].join('\n'));
}

/** FNV-1a of the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
