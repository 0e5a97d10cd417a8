import { excerpt } from '../../text/normalise.ts';
import { sentencesOf } from '../../text/words.ts';
import type { DigestLine, RawComment } from '../types.ts';

const LIMIT = 160;
/** A line that quotes what somebody else said, or names whom it answers. */
const QUOTING = /^(?:[>＞]|.{1,40}(?:wrote|said|schrieb|sagte|a écrit|escribió)\s*:$)/iu;
const ADDRESS = /^(?:@[^\s:：,，]{1,40}|[>＞]{2}\s?\d+|※\d+)[\s:：,，]*/u;

/** One line that stands for a comment: its first words of its own, or its title where it has only that. */
export function lineOf(comment: RawComment): DigestLine {
  const own = ownLines(comment.text).join(' ');
  return { commentId: comment.id, quote: excerpt(own || comment.text || (comment.title ?? ''), LIMIT) };
}

/** A line of the digest that shows one sentence of a comment. */
export function sentenceLine(comment: RawComment, sentence: string): DigestLine {
  return { commentId: comment.id, quote: excerpt(sentence, LIMIT) };
}

/** The sentences that a commenter wrote, quoted lines left out. */
export function ownSentences(comment: RawComment, lang: string | null): string[] {
  return sentencesOf(ownLines(comment.text).join('\n'), lang);
}

function ownLines(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !QUOTING.test(line))
    .map((line) => line.replace(ADDRESS, '').trim())
    .filter(Boolean);
}
