import { detectLanguage } from '../text/language.ts';
import { keyOf } from '../text/normalise.ts';
import { linksIn, type SharedLink, sharedLinks } from './digest/links.ts';
import { byContent, compare } from './digest/order.ts';
import { mayAsk, questionsOf } from './digest/questions.ts';
import { lineOf } from './digest/quote.ts';
import { repliesOf } from './digest/replies.ts';
import { Shown } from './digest/shown.ts';
import { type Reading, themesOf } from './digest/themes.ts';
import { vectorsOf } from './digest/vectors.ts';
import { isWorthQuoting } from './digest/worth.ts';
import type { RawComment, RawThread } from './types/comments.ts';
import type { Digest, DigestLine } from './types/digest.ts';
import type { Metadata } from './types/metadata.ts';

/** So many comments are read as fast as a digest of them: each gets its line. */
export const BRIEF_LIMIT = 4;
/** A comment with fewer answers than this is not much answered. */
const MIN_REPLIES = 2;
const MAX_ANSWERED = 3;
const MAX_AUTHOR_REPLIES = 5;
/** Characters that the language is told by. */
const LANGUAGE_SAMPLE = 2500;
const SAMPLE_PIECE = 40;

/**
 * What the commenters said, in their own words: extractive, deterministic, from the thread alone. No comment is
 * shown twice: themes come first, then questions with answers, then the much answered, then what the post's author
 * said; links name nothing but themselves where their comment stands elsewhere. Of up to four comments each is a
 * theme of its own, without words, in page order. Comments without a name count as one person, since nothing tells
 * them apart.
 */
export function digestOf(thread: RawThread, meta: Metadata): Digest {
  const { comments } = thread;
  const days = comments.flatMap(({ date }) => (date?.iso ? [date.iso] : [])).sort();
  const facts = {
    comments: comments.length,
    people: new Set([...new Set(comments.map(({ author }) => author ?? ''))].map(keyOf)).size,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  };
  return { ...facts, ...(comments.length <= BRIEF_LIMIT ? inBrief(comments) : inFull(thread, meta)) };
}

type Said = Pick<Digest, 'authorReplies' | 'mostAnswered' | 'questions' | 'links' | 'themes'>;

function inBrief(comments: readonly RawComment[]): Said {
  const themes = comments.map((comment) => ({ ...lineOf(comment), words: [], size: 1 }));
  return { authorReplies: [], mostAnswered: [], questions: [], links: [], themes };
}

function inFull(thread: RawThread, meta: Metadata): Said {
  const { comments } = thread;
  const lang = languageOf(comments) ?? meta.lang;
  const linksById = new Map(comments.map((comment) => [comment.id, linksIn(comment, meta.url)]));
  const links = (comment: RawComment) => linksById.get(comment.id) ?? [];
  const asking = comments.filter(mayAsk);
  const reading = readingOf(comments, lang, links, new Set(asking.map(({ id }) => id)));
  const themes = themesOf(reading);
  const shown = new Shown();
  for (const theme of themes) {
    const comment = comments.find(({ id }) => id === theme.commentId);
    if (comment) shown.add(comment, theme);
  }
  const replies = repliesOf(thread);
  // The order of these calls is the order of precedence.
  const questions = questionsOf(asking, replies, lang, shown);
  const mostAnswered = muchAnswered(comments, replies, shown);
  const authorReplies = repliesOfAuthor(comments, shown);
  return {
    themes,
    questions,
    mostAnswered,
    authorReplies,
    links: sharedLinks(comments, links, shown),
  };
}

/** The comments as the themes read them: in an order that depends on what they say, not on where they stand. */
function readingOf(
  comments: readonly RawComment[],
  lang: string | null,
  links: (comment: RawComment) => readonly SharedLink[],
  asking: ReadonlySet<string>,
): Reading {
  const ordered = comments.toSorted(byContent);
  const vectors = vectorsOf(ordered, lang);
  const isElsewhere = (comment: RawComment) =>
    comment.byPostAuthor ||
    asking.has(comment.id) ||
    (comment.parentId !== null && asking.has(comment.parentId)) ||
    links(comment).length > 0;
  const at = (index: number, test: (comment: RawComment) => boolean) => {
    const comment = ordered[index];
    return comment !== undefined && test(comment);
  };
  const answered = new Set(comments.flatMap((one) => (one.byPostAuthor ? (one.parentId ?? []) : [])));
  // A question that the post's author answered, and the answer, are worth most together.
  const isPaired = ({ id, parentId, byPostAuthor }: RawComment) =>
    (asking.has(id) && answered.has(id)) || (byPostAuthor && parentId !== null && asking.has(parentId));
  const worth = new Map<number, boolean>();
  const isWorth = (index: number) =>
    at(index, (one) => !isPaired(one) && isWorthQuoting(one, vectors.of[index], links(one).length));
  return {
    comments: ordered,
    vectors,
    lang,
    isWorth: (index) => {
      const known = worth.get(index) ?? isWorth(index);
      worth.set(index, known);
      return known;
    },
    isShownElsewhere: (index) => at(index, isElsewhere),
  };
}

/** Commenters need not write in the language of the post. A piece of each tells it, wherever it stands. */
export function languageOf(comments: readonly RawComment[]): string | null {
  const pieces = comments.map(({ text }) =>
    text.slice(0, Math.max(SAMPLE_PIECE, LANGUAGE_SAMPLE / comments.length)),
  );
  const step = Math.ceil((pieces.length * SAMPLE_PIECE) / LANGUAGE_SAMPLE);
  return detectLanguage(
    pieces
      .sort(compare)
      .filter((_, index) => index % step === 0)
      .join('\n'),
  );
}

function muchAnswered(
  comments: readonly RawComment[],
  replies: ReadonlyMap<string, readonly RawComment[]>,
  shown: Shown,
): (DigestLine & { replies: number })[] {
  const often = comments
    .map((comment) => ({ comment, replies: replies.get(comment.id)?.length ?? 0 }))
    .filter(({ replies: count }) => count >= MIN_REPLIES)
    .sort((a, b) => b.replies - a.replies);
  const found: (DigestLine & { replies: number })[] = [];
  for (const { comment, replies: count } of often) {
    if (found.length === MAX_ANSWERED) break;
    const line = lineOf(comment);
    if (shown.add(comment, line)) found.push({ ...line, replies: count });
  }
  return found;
}

/** The fullest of what the post's author answered, in page order. */
function repliesOfAuthor(comments: readonly RawComment[], shown: Shown): DigestLine[] {
  const kept = new Map<RawComment, DigestLine>();
  const own = comments.filter(({ byPostAuthor }) => byPostAuthor);
  for (const comment of own.toSorted((a, b) => b.text.length - a.text.length)) {
    if (kept.size === MAX_AUTHOR_REPLIES) break;
    const line = lineOf(comment);
    if (shown.add(comment, line)) kept.set(comment, line);
  }
  return own.flatMap((comment) => kept.get(comment) ?? []);
}
