import { keyOf } from '../../text/normalise.ts';
import type { RawComment, RawThread } from '../types.ts';

const NUMBER = /^(?:[>＞]{1,2}|※|#|No\.?)\s?(\d{1,4})(?!\d)/iu;
const NAME = /^(?:[@＠]\s?(?<at>.{1,60})|(?<ja>.{1,30}?)(?:さん|様|ちゃん)(?:へ|、|,|\s|$))/u;

/**
 * The comments that answer each comment, by its id. Where a page shows answers flat, "@name", ">>5" and "※5" at
 * the beginning of a comment tell what it answers.
 */
export function repliesOf(thread: RawThread): ReadonlyMap<string, readonly RawComment[]> {
  const replies = new Map<string, RawComment[]>();
  thread.comments.forEach((comment, index) => {
    const parent = comment.parentId ?? addressee(comment, thread.comments.slice(0, index));
    if (parent) replies.set(parent, [...(replies.get(parent) ?? []), comment]);
  });
  return replies;
}

function addressee(comment: RawComment, earlier: readonly RawComment[]): string | null {
  const first = comment.text.split('\n', 1)[0] ?? '';
  const number = NUMBER.exec(first);
  if (number) return earlier[Number(number[1]) - 1]?.id ?? null;
  const groups = NAME.exec(first)?.groups;
  const address = keyOf(groups?.at ?? groups?.ja ?? '');
  if (!address) return null;
  const isMeant = (other: RawComment) => {
    const name = keyOf(other.author ?? '');
    return name.length > 1 && (groups?.at ? address.startsWith(name) : address === name);
  };
  return earlier.findLast(isMeant)?.id ?? null;
}
