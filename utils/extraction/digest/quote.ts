import { excerpt } from '../../text/normalise.ts';
import { sentencesOf } from '../../text/words.ts';
import type { RawComment } from '../types/comments.ts';
import type { DigestLine } from '../types/digest.ts';

const LIMIT = 160;
/** A line that quotes what somebody else said, or names whom it answers. */
const QUOTING = /^(?:[>＞]|.{1,40}(?:wrote|said|schrieb|sagte|a écrit|escribió)\s*:$)/iu;
const ADDRESS = /^(?:@[^\s:：,，]{1,40}|[>＞]{2}\s?\d+|※\d+)[\s:：,，]*/u;

/**
 * One line that stands for a comment: its first words of its own, or its title where it has only that. What it
 * quotes stands in the comment in one piece (white space and the ellipsis apart).
 */
export function lineOf(comment: RawComment): DigestLine {
  const [own = ''] = ownPieces(comment.text);
  return lineWith(comment, own || comment.text || (comment.title ?? ''));
}

/** A line of the digest that shows a piece of a comment. */
export function lineWith(comment: RawComment, piece: string): DigestLine {
  return { commentId: comment.id, quote: excerpt(piece.trimStart().slice(0, LIMIT * 4), LIMIT) };
}

/** A line that begins with the sentence that is worth most, and goes on as the comment does. */
export function bestLineOf(
  comment: RawComment,
  lang: string | null,
  worth: (sentence: string) => number,
): DigestLine {
  let best = '';
  let most = 0;
  for (const piece of ownPieces(comment.text)) {
    if (best === '') best = piece;
    if (piece.length <= LIMIT && best === piece) {
      most = worth(piece);
      continue;
    }
    for (const sentence of sentencesOf(piece, lang)) {
      const value = worth(sentence);
      if (value <= most) continue;
      most = value;
      best = piece.slice(Math.max(0, piece.indexOf(sentence)));
    }
  }
  return best ? lineWith(comment, best) : lineOf(comment);
}

/** The sentences that a commenter wrote, quoted lines left out. */
export function ownSentences(comment: RawComment, lang: string | null): string[] {
  return sentencesOf(ownPieces(comment.text).join('\n'), lang);
}

/** What a commenter wrote between the lines that quote others. */
function ownPieces(text: string): string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  for (const line of text.split('\n')) {
    if (QUOTING.test(line) && !ADDRESS.test(line)) {
      pieces.push(piece.join('\n'));
      piece = [];
    } else piece.push(piece.length === 0 ? line.replace(ADDRESS, '') : line);
  }
  pieces.push(piece.join('\n'));
  return pieces.map((one) => one.trim()).filter(Boolean);
}
