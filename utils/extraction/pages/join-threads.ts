import { isRelativeDate } from '../../text/dates/relative.ts';
import { keyOf } from '../../text/normalise.ts';
import type { Comment, RawThread, Thread } from '../types/comments.ts';

/**
 * Joins the threads of an article's pages: many blogs show all comments below every page, others part of them
 * below each. The same comment stands once; ids are given anew and replies follow them.
 */
export function joinThreads(threads: readonly Thread[]): Thread {
  const comments: Comment[] = [];
  const known = new Map<string, string>();
  for (const thread of threads) {
    const ids = new Map<string, string>();
    const times = new Map<string, number>();
    for (const comment of thread.comments) {
      // Two comments of one page are two, even if somebody said the same thing twice.
      const said = keyOfComment(comment);
      const time = (times.get(said) ?? 0) + 1;
      times.set(said, time);
      const key = `${time} ${said}`;
      const id = known.get(key) ?? `c${comments.length + 1}`;
      ids.set(comment.id, id);
      if (known.has(key)) continue;
      known.set(key, id);
      const parentId = comment.parentId === null ? null : (ids.get(comment.parentId) ?? null);
      comments.push({ ...comment, id, parentId });
    }
  }
  const elsewhere = threads.find((thread) => thread.elsewhere)?.elsewhere ?? null;
  const more = threads.find((thread) => thread.more)?.more;
  return { comments, elsewhere, ...(more ? { more } : {}) };
}

function keyOfComment({ author, date, title, text }: Comment): string {
  // "5 minutes ago" becomes "6 minutes ago" while the page is read once more.
  const when = date && (date.iso ?? (isRelativeDate(date.shown) ? '' : date.shown));
  return [author, when, title, text].map((part) => keyOf(part ?? '')).join('\n');
}

/** The thread as the digest takes it: bodies as trees, inert. */
export function rawThreadOf({ comments, elsewhere }: Thread): RawThread {
  const page = document.implementation.createHTMLDocument('');
  return {
    elsewhere,
    comments: comments.map(({ html, ...comment }) => {
      const holder = page.createElement('template');
      holder.innerHTML = html;
      return { ...comment, body: holder.content };
    }),
  };
}
