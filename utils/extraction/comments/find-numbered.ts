import { foldWidth } from '../../text/normalise.ts';
import { hasBody, hasWhoOrWhen, type Items } from './find-items.ts';
import { readItem } from './read-item.ts';
import type { Scan } from './scan.ts';

/** "#1 Kommentar von Ada", "2. Comment by Ben": the heading of one comment, in markup without any names. */
const NUMBERED =
  /^#?\s*\d{1,4}\s*[.:)]?\s*(?:kommentar|comment|commentaire|comentario|comentário|commento|reactie|コメント)\s+(?:von|by|from|de|di|do|da|door|av)\s+\S/iu;

/** Finds comments that begin with a numbered heading and have no other mark. */
export function findNumberedItems({ counts }: Scan, items: Items): void {
  for (const heading of counts) {
    const frame = heading.parentElement;
    if (!frame || !heading.isConnected || frame.nodeName === 'BODY' || heading.closest('nav, aside'))
      continue;
    if (!NUMBERED.test(foldWidth(heading.textContent ?? '')) || items.topIn(frame).length > 0) continue;
    // Where several share one element, it is their list.
    if (items.byElement.has(frame) || holdsOthers(frame, heading, counts)) continue;
    const reading = readItem(frame, items.skip, items.lang);
    if (hasBody(reading) && hasWhoOrWhen(reading)) items.add(frame, reading);
  }
}

function holdsOthers(frame: Element, heading: Element, counts: readonly Element[]): boolean {
  return counts.some(
    (other) =>
      other !== heading && frame.contains(other) && NUMBERED.test(foldWidth(other.textContent ?? '')),
  );
}
