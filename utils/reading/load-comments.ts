import { digestOf } from '../extraction/digest.ts';
import { joinThreads, rawThreadOf } from '../extraction/pages/join-threads.ts';
import type { Article } from '../extraction/types/article.ts';
import type { Comment, CommentsProblem, MoreComments, Thread } from '../extraction/types/comments.ts';
import type { CommentsReading } from './more-comments.ts';
import type { CommentsRequest } from './page-answer.ts';
import type { CannotReadReason } from './types.ts';

/** What loading more comments gives. */
export type LoadedComments =
  | {
      readonly kind: 'loaded';
      /** With the comments that came, their digest made anew. */
      readonly article: Article;
      readonly added: number;
    }
  | { readonly kind: 'problem'; readonly problem: CommentsProblem }
  | { readonly kind: 'closed-to-us'; readonly reason: CannotReadReason };

/**
 * Gets the comments that the page offers next and joins them into an article's thread, each once. The input is
 * left as it is.
 *
 * @param known addresses that were asked for before
 * @param readMore asks the page; must not reject
 */
export async function loadComments(
  article: Article,
  known: readonly string[],
  readMore: (request: CommentsRequest) => Promise<CommentsReading>,
): Promise<LoadedComments> {
  const { more } = article.thread;
  if (!more) return { kind: 'problem', problem: 'no-button' };
  const { kind, url, label } = more;
  const reading = await readMore(kind === 'link' && url ? { kind, url, known } : { kind: 'button', label });
  if (reading.kind !== 'thread') return reading;
  const thread = withMore(article.thread, reading.thread, kind);
  const added = thread.comments.length - article.thread.comments.length;
  const digest = digestOf(rawThreadOf(thread), article.meta);
  return { kind: 'loaded', article: { ...article, thread, digest }, added };
}

function withMore(thread: Thread, loaded: Thread, kind: MoreComments['kind']): Thread {
  // After its own button was pressed, the page says in which order all of them stand.
  const isFirst = kind === 'button' || standsBefore(loaded.comments, thread.comments);
  const { comments, elsewhere } = joinThreads(isFirst ? [loaded, thread] : [thread, loaded]);
  return {
    comments,
    elsewhere: comments.length > 0 ? null : elsewhere,
    ...(loaded.more ? { more: loaded.more } : {}),
  };
}

/** True where comments continue a thread at its beginning: older ones of a thread that begins with the oldest. */
function standsBefore(loaded: readonly Comment[], comments: readonly Comment[]): boolean {
  const [first, last] = [dayOf(comments), dayOf(comments.toReversed())];
  const day = dayOf(loaded);
  if (!first || !last || !day || day === first) return false;
  return first <= last === day < first;
}

function dayOf(comments: readonly Comment[]): string | null {
  return comments.find(({ date, depth }) => date?.iso && depth === 0)?.date?.iso ?? null;
}
