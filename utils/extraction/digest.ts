import { detectLanguage } from '../text/language.ts';
import { keyOf } from '../text/normalise.ts';
import { linksOf } from './digest/links.ts';
import { questionsOf } from './digest/questions.ts';
import { lineOf } from './digest/quote.ts';
import { repliesOf } from './digest/replies.ts';
import { themesOf } from './digest/themes.ts';
import type { Digest, DigestLine, Metadata, RawComment, RawThread } from './types.ts';

/** A comment with fewer answers than this is not much answered. */
const MIN_REPLIES = 2;
const MAX_ANSWERED = 3;

/**
 * What the commenters said, in their own words: extractive, deterministic, from the thread alone. Comments
 * without a name count as one person, since nothing tells them apart.
 */
export function digestOf(thread: RawThread, meta: Metadata): Digest {
  const { comments } = thread;
  const lang = languageOf(comments, meta);
  const replies = repliesOf(thread);
  const days = comments.flatMap(({ date }) => (date?.iso ? [date.iso] : [])).sort();
  return {
    comments: comments.length,
    people: new Set(comments.map(({ author }) => keyOf(author ?? ''))).size,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    authorReplies: comments.filter(({ byPostAuthor }) => byPostAuthor).map(lineOf),
    mostAnswered: mostAnswered(comments, replies),
    questions: questionsOf(thread, replies, lang),
    links: linksOf(thread, meta.url),
    themes: themesOf(thread, lang),
  };
}

/** Commenters need not write in the language of the post. */
function languageOf(comments: readonly RawComment[], meta: Metadata): string | null {
  return detectLanguage(comments.map(({ text }) => text).join('\n')) ?? meta.lang;
}

function mostAnswered(
  comments: readonly RawComment[],
  replies: ReadonlyMap<string, readonly RawComment[]>,
): (DigestLine & { replies: number })[] {
  return comments
    .map((comment) => ({ ...lineOf(comment), replies: replies.get(comment.id)?.length ?? 0 }))
    .filter((line) => line.replies >= MIN_REPLIES)
    .sort((a, b) => b.replies - a.replies)
    .slice(0, MAX_ANSWERED);
}
