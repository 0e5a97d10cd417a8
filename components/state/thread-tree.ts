import type { Comment } from '../../utils/extraction/types/comments.ts';

/** A comment in its thread. */
export interface ThreadNode {
  readonly comment: Comment;
  /** Its place on the page, from 0. */
  readonly index: number;
  readonly parent: ThreadNode | null;
  /** 0 = answers the post, or something that is not in the thread. */
  readonly level: number;
  readonly replies: readonly ThreadNode[];
  /** How many comments stand below it at any depth. */
  readonly answers: number;
  /** Whether there is anything to put away: replies, or more than a line of words. */
  readonly canCollapse: boolean;
}

/** Characters that a line of the screen holds, more or less. */
const LINE_LENGTH = 80;

export const THREAD_SORTS = ['page', 'newest', 'answered'] as const;
export type ThreadSort = (typeof THREAD_SORTS)[number];

interface Growing {
  readonly comment: Comment;
  readonly index: number;
  parent: Growing | null;
  level: number;
  replies: Growing[];
  answers: number;
  canCollapse: boolean;
}

/**
 * Which comment stands below which, in page order; every comment is in it once. A page writes answers after
 * what they answer or, with the newest on top, before it: what points the other way is taken for no answer, so
 * that comments which claim to answer each other cannot go round in circles. Needs no recursion: threads can be
 * thousands of answers deep.
 */
export function treeOf(comments: readonly Comment[]): readonly ThreadNode[] {
  const nodes = comments.map((comment, index): Growing => {
    return { comment, index, parent: null, level: 0, replies: [], answers: 0, canCollapse: isLong(comment) };
  });
  const byId = new Map(nodes.map((node) => [node.comment.id, node]).reverse() as [string, Growing][]);
  const parentOf = ({ comment }: Growing) => byId.get(comment.parentId ?? '');
  const forward = nodes.filter((node) => (parentOf(node)?.index ?? node.index) > node.index).length;
  const backward = nodes.filter((node) => (parentOf(node)?.index ?? node.index) < node.index).length;
  const fromParents = forward > backward ? nodes.toReversed() : nodes;
  for (const node of fromParents) {
    const parent = parentOf(node);
    if (!parent || parent === node || parent.index > node.index !== forward > backward) continue;
    node.parent = parent;
    node.level = parent.level + 1;
  }
  for (const node of nodes) {
    node.parent?.replies.push(node);
    if (node.parent) node.parent.canCollapse = true;
  }
  for (const node of fromParents.toReversed()) if (node.parent) node.parent.answers += node.answers + 1;
  return nodes;
}

/** The nodes as they are read: conversations in the order asked for, replies below what they answer. */
export function inReadingOrder(nodes: readonly ThreadNode[], sort: ThreadSort): ThreadNode[] {
  const waiting = sortRoots(
    nodes.filter(({ parent }) => !parent),
    sort,
  ).reverse();
  const read: ThreadNode[] = [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    read.push(node);
    waiting.push(...node.replies.toReversed());
  }
  return read;
}

/** Only whole conversations change places: each is read from its beginning. */
function sortRoots(roots: readonly ThreadNode[], sort: ThreadSort): ThreadNode[] {
  if (sort === 'answered') return roots.toSorted((a, b) => b.answers - a.answers);
  if (sort === 'page') return [...roots];
  // Dates are whole days: within one, the page's own order tells.
  const sameDay = isOldestFirst(roots) ? -1 : 1;
  return roots.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)) || sameDay * (a.index - b.index));
}

function isOldestFirst(roots: readonly ThreadNode[]): boolean {
  const days = roots.map(dayOf).filter(Boolean);
  return (days[0] ?? '') <= (days.at(-1) ?? '');
}

/** Undated comments come after all dated ones. */
function dayOf({ comment }: ThreadNode): string {
  return comment.date?.iso ?? '';
}

function isLong({ text, html }: Comment): boolean {
  return text.length > LINE_LENGTH || text.includes('\n') || html.includes('<img');
}
