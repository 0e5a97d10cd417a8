import { ok, type Result } from '../result.ts';
import { takeComments } from './comments.ts';
import { writeSafely } from './sanitise.ts';
import { snapshot } from './snapshot.ts';
import type { Comment, RawThread, Thread } from './types/comments.ts';
import type { Page, UnreadableReason } from './types/source.ts';

/**
 * Reads nothing but the comments of a page, also of one that has no article, such as the further pages of a long
 * thread. The page is not changed and nothing is requested.
 *
 * @param known addresses without fragments whose comments are here already: no link to them offers more
 */
export function readThread(
  page: Page,
  known: ReadonlySet<string> = new Set(),
): Result<Thread, UnreadableReason> {
  const taken = snapshot(page);
  if (!taken.ok) return taken;
  return ok(presentThread(takeComments(taken.value, known).thread, taken.value.baseUrl));
}

/** Turns a thread as found into plain data that is safe to show. */
export function presentThread(thread: RawThread, baseUrl: string): Thread {
  const comments = thread.comments.map(
    ({ body, ...comment }): Comment => ({ ...comment, html: writeSafely(body, baseUrl) }),
  );
  return { ...thread, comments };
}
