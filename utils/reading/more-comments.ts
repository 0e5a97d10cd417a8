import type { CommentsProblem, Thread } from '../extraction/types/comments.ts';
import { askPage } from './ask-page.ts';
import { COMMENTS_NAME, type CommentsRequest } from './page-answer.ts';
import { parseCommentsAnswer } from './schema.ts';
import { trustThread } from './trust.ts';
import type { CannotReadReason } from './types.ts';

/** The page's own limits and the time to read what came. Milliseconds. */
const TIME_LIMIT = 20_000;

/** What asking a page for more comments gives. */
export type CommentsReading =
  | { readonly kind: 'thread'; readonly thread: Thread }
  | { readonly kind: 'problem'; readonly problem: CommentsProblem }
  | { readonly kind: 'closed-to-us'; readonly reason: CannotReadReason };

/**
 * Gets more comments through the tab in which the article was read: by the tab's own request for an address of its
 * origin, or by pressing the page's own button. Needs a DOM; never rejects.
 *
 * @param here the address of the page in the tab
 */
export async function readMoreComments(
  tabId: number,
  here: string,
  request: CommentsRequest,
): Promise<CommentsReading> {
  const question = { name: COMMENTS_NAME, argument: request, timeLimit: TIME_LIMIT };
  const reply = await askPage(tabId, here, question);
  if (reply.kind === 'late') return { kind: 'problem', problem: 'timeout' };
  if (reply.kind === 'closed-to-us') return reply;
  const answer = parseCommentsAnswer(reply.value);
  if (!answer) return { kind: 'closed-to-us', reason: 'bad-answer' };
  if (answer.kind === 'problem') return answer;
  return { kind: 'thread', thread: trustThread(answer.thread, answer.url) };
}
