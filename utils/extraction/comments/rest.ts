import { blocksOfNode } from '../../text/blocks.ts';
import { keyOf, tidyLine } from '../../text/normalise.ts';
import type { RawComment } from '../types/comments.ts';
import type { Item } from './find-items.ts';

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/**
 * The lines of a comment's frame that are shown nowhere: bylines with more than author, title and date, buttons,
 * and all of an item that became no comment.
 *
 * @param item its frame holds no other item's any more
 */
export function unshownLines({ frame, reading }: Item, comment: RawComment | null): string[] {
  const inBody = new Set<Node>();
  if (comment) addTexts(reading.bodyRoot, reading.bodySkip, inBody);
  return blocksOfNode(frame).flatMap(({ nodes, text }) => {
    const left = nodes.filter((node) => node.nodeType === 3 && !inBody.has(node));
    const isWhole = left.length === nodes.length;
    const line = isWhole ? text : tidyLine(left.map((node) => node.nodeValue ?? '').join(''));
    return saysMore(line, comment) ? [line] : [];
  });
}

/** Whether a line has any words beside what is shown of a comment apart from its text. */
export function saysMore(
  line: string,
  comment: Pick<RawComment, 'author' | 'title' | 'date'> | null,
): boolean {
  let key = keyOf(line);
  for (const shown of [comment?.title, comment?.date?.shown, comment?.author]) {
    if (shown) key = key.replace(keyOf(shown), '');
  }
  return SAYS_SOMETHING.test(key);
}

function addTexts(root: Node, skip: ReadonlySet<Node>, texts: Set<Node>): void {
  for (let child = root.firstChild; child; child = child.nextSibling) {
    if (skip.has(child)) continue;
    if (child.nodeType === 3) texts.add(child);
    else addTexts(child, skip, texts);
  }
}
