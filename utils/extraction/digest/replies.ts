import { keyOf } from '../../text/normalise.ts';
import type { RawComment, RawThread } from '../types/comments.ts';

const NUMBER = /^(?:[>＞]{1,2}|※|#|No\.?)\s?(\d{1,4})(?!\d)/iu;
const NAME = /^(?:[@＠]\s?(?<at>.{1,60})|(?<ja>.{1,30}?)(?:さん|様|ちゃん)(?:へ|、|,|\s|$))/u;

const LONGEST_ADDRESS = 100;
/** Every address has one of these; most comments address nobody. */
const MAYBE_ADDRESS = /^[@＠>＞※#Nn]|さん|様|ちゃん/;

/**
 * The comments that answer each comment, by its id. Where a page shows answers flat, "@name", ">>5" and "※5" at
 * the beginning of a comment tell what it answers.
 */
export function repliesOf(thread: RawThread): ReadonlyMap<string, readonly RawComment[]> {
  const replies = new Map<string, RawComment[]>();
  /** The last comment so far by each name. */
  const latest = new Map<string, string>();
  const names = new Map<string, string>();
  for (const comment of thread.comments) {
    const parent = comment.parentId ?? addressee(comment, thread.comments, latest);
    const known = parent ? replies.get(parent) : undefined;
    if (known) known.push(comment);
    else if (parent) replies.set(parent, [comment]);
    const { author } = comment;
    if (!author) continue;
    const name = names.get(author) ?? keyOf(author);
    names.set(author, name);
    if (name.length > 1) latest.set(name, comment.id);
  }
  return replies;
}

function addressee(
  comment: RawComment,
  comments: readonly RawComment[],
  latest: ReadonlyMap<string, string>,
): string | null {
  const end = comment.text.indexOf('\n');
  const first = comment.text.slice(0, end < 0 ? LONGEST_ADDRESS : Math.min(end, LONGEST_ADDRESS));
  if (!MAYBE_ADDRESS.test(first)) return null;
  const number = NUMBER.exec(first);
  if (number) {
    const meant = comments[Number(number[1]) - 1];
    return meant && meant !== comment ? meant.id : null;
  }
  const groups = NAME.exec(first)?.groups;
  const address = keyOf(groups?.at ?? groups?.ja ?? '');
  if (!groups?.at) return latest.get(address) ?? null;
  for (let length = address.length; length > 1; length--) {
    const meant = latest.get(address.slice(0, length));
    if (meant) return meant;
  }
  return null;
}
