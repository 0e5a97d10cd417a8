import { readThread } from '../extraction/read-thread.ts';
import type { CommentsProblem } from '../extraction/types/comments.ts';
import type { PageProblem } from '../extraction/types/metadata.ts';
import type { Page } from '../extraction/types/source.ts';
import { fetchPage } from './fetch-page.ts';
import type { CommentsAnswer, CommentsRequest } from './page-answer.ts';
import { pressForComments } from './press-for-comments.ts';

/**
 * Gets more comments for the reader who asked for them: runs in the page that offers them.
 *
 * @param page the live page
 */
export async function getComments(request: CommentsRequest, page: Page): Promise<CommentsAnswer> {
  if (request.kind === 'button') {
    const pressed = await pressForComments(page, request.label);
    return pressed.ok
      ? { kind: 'read', url: page.url, thread: pressed.value }
      : { kind: 'problem', problem: pressed.error };
  }
  const fetched = await fetchPage(request.url, page.url);
  if (!fetched.ok) return { kind: 'problem', problem: problemOf(fetched.error) };
  const { url } = fetched.value;
  const known = new Set([...request.known, request.url, url, page.url].map(withoutFragment));
  const read = readThread(fetched.value, known);
  if (!read.ok) return { kind: 'problem', problem: 'unreadable' };
  const { more: offered, ...thread } = read.value;
  // A button is of use only in the page that the reader has open, which may offer something else as well.
  const here = readThread(page, known);
  const more = offered?.kind === 'link' ? offered : here.ok && here.value.more;
  return { kind: 'read', url, thread: { ...thread, ...(more ? { more } : {}) } };
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? '';
}

function problemOf(problem: PageProblem): CommentsProblem {
  return problem === 'no-article' || problem === 'repeated' ? 'unreadable' : problem;
}
