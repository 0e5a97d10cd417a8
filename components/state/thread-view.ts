import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Comment } from '../../utils/extraction/types/comments.ts';
import { foldForSearch, holdsAll, searchTerms } from '../../utils/text/search.ts';
import { inReadingOrder, type ThreadNode, type ThreadSort, treeOf } from './thread-tree.ts';

/** A comment as the screen shows it now. */
export interface ThreadRow {
  readonly node: ThreadNode;
  /** Closed to one line, its replies put away. */
  readonly isCollapsed: boolean;
  /** `collapsed`: below something closed; `unfound`: the search found neither it nor anything below it. */
  readonly hidden: 'collapsed' | 'unfound' | null;
  /** The search found not this comment but one below it. */
  readonly isContext: boolean;
}

/** How a reader looks at a thread, with what can be done about it. */
export interface ThreadView {
  /** Every comment, hidden or not, in reading order. */
  readonly rows: ReadonlySignal<readonly ThreadRow[]>;
  readonly query: ReadonlySignal<string>;
  /** The words that are searched for; empty when there is no search. */
  readonly terms: ReadonlySignal<readonly string[]>;
  /** How many comments the search found. */
  readonly found: ReadonlySignal<number>;
  readonly sort: ReadonlySignal<ThreadSort>;
  /** The comment that was jumped to last; a new object each time. */
  readonly target: ReadonlySignal<{ readonly commentId: string } | null>;
  search(query: string): void;
  sortBy(sort: ThreadSort): void;
  toggle(commentId: string): void;
  /** Closes every conversation, so that each takes a line. */
  collapseAll(): void;
  expandAll(): void;
  /** Opens whatever hides a comment. */
  open(commentId: string): void;
  /** `open`, and makes it the target. */
  jumpTo(commentId: string): void;
}

export function createThreadView(comments: readonly Comment[]): ThreadView {
  const nodes = treeOf(comments);
  const texts = nodes.map(({ comment }) => textOf(comment));
  const query = signal('');
  const sort = signal<ThreadSort>('page');
  const collapsed = signal<ReadonlySet<string>>(new Set());
  const target = signal<{ readonly commentId: string } | null>(null);
  const terms = computed(() => searchTerms(query.value));
  const ordered = computed(() => inReadingOrder(nodes, sort.value));
  const hits = computed(() => nodes.filter(({ index }) => holdsAll(texts[index] ?? '', terms.value)));
  const rows = computed(() =>
    terms.value.length > 0 ? foundRows(ordered.value, hits.value) : openRows(ordered.value, collapsed.value),
  );

  const open = (commentId: string) => {
    const line = lineTo(nodes.find(({ comment }) => comment.id === commentId));
    const ids = new Set(line.map(({ comment }) => comment.id));
    batch(() => {
      if (rows.value.some(({ node, hidden }) => hidden === 'unfound' && ids.has(node.comment.id))) {
        query.value = '';
      }
      if (collapsed.value.isDisjointFrom(ids)) return;
      collapsed.value = collapsed.value.difference(ids);
    });
  };

  return {
    rows,
    query,
    terms,
    found: computed(() => hits.value.length),
    sort,
    target,
    search: (asked) => {
      query.value = asked;
    },
    sortBy: (asked) => {
      sort.value = asked;
    },
    toggle: (commentId) => {
      const others = new Set(collapsed.value);
      if (!others.delete(commentId)) others.add(commentId);
      collapsed.value = others;
    },
    collapseAll: () => {
      const roots = nodes.filter(({ parent, canCollapse }) => !parent && canCollapse);
      collapsed.value = new Set(roots.map(({ comment }) => comment.id));
    },
    expandAll: () => {
      collapsed.value = new Set();
    },
    open,
    jumpTo: (commentId) =>
      batch(() => {
        open(commentId);
        target.value = { commentId };
      }),
  };
}

/** What a search looks at: who wrote it, its title, its words. */
function textOf({ author, title, text }: Comment): string {
  return foldForSearch([author, title, text].filter(Boolean).join('\n'));
}

function openRows(ordered: readonly ThreadNode[], collapsed: ReadonlySet<string>): ThreadRow[] {
  const closed = new Set<ThreadNode>();
  return ordered.map((node) => {
    const isBelow = node.parent !== null && closed.has(node.parent);
    const isCollapsed = node.canCollapse && collapsed.has(node.comment.id);
    if (isBelow || isCollapsed) closed.add(node);
    return { node, isCollapsed, hidden: isBelow ? 'collapsed' : null, isContext: false };
  });
}

/** What was found and all that leads to it; nothing is closed while somebody searches. */
function foundRows(ordered: readonly ThreadNode[], hits: readonly ThreadNode[]): ThreadRow[] {
  const found = new Set(hits);
  const shown = new Set<ThreadNode>();
  for (const hit of hits) {
    for (let node: ThreadNode | null = hit; node && !shown.has(node); node = node.parent) shown.add(node);
  }
  return ordered.map((node) => ({
    node,
    isCollapsed: false,
    hidden: shown.has(node) ? null : 'unfound',
    isContext: shown.has(node) && !found.has(node),
  }));
}

/** A comment and all above it. */
function lineTo(node: ThreadNode | undefined): ThreadNode[] {
  const line: ThreadNode[] = [];
  for (let at: ThreadNode | null = node ?? null; at; at = at.parent) line.push(at);
  return line;
}
