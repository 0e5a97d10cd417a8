import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Comment } from '../utils/extraction/types/comments.ts';
import { CommentItem } from './CommentItem.tsx';
import { THREAD_SORTS, type ThreadSort } from './state/thread-tree.ts';
import type { ThreadView } from './state/thread-view.ts';
import { ThreadBar } from './ThreadBar.tsx';
import styles from './ThreadList.module.css';
import { useHitMarks } from './use-hit-marks.ts';

export interface ThreadListProps {
  readonly view: ThreadView;
  readonly comments: readonly Comment[];
  /** Language and direction of the page that the comments stand on. */
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly showImages: boolean;
}

/** All comments, with what helps to find one's way among them. One comment needs no help. */
export function ThreadList({ view, comments, lang, dir, showImages }: ThreadListProps) {
  const list = useRef<HTMLOListElement>(null);
  const rows = view.rows.value;
  const isSearching = view.terms.value.length > 0;
  useStartOfWhatChanged(list, view);
  useFocusOnTarget(list, view);
  useOpenForBrowserSearch(list, view);
  useHitMarks(list, view.terms.value, rows);
  return (
    <>
      {comments.length > 1 && (
        <ThreadBar
          view={view}
          comments={comments.length}
          sorts={sortsFor(view, comments)}
          canCollapse={rows.some(({ node }) => node.canCollapse)}
          onLeaveSearch={() =>
            list.current?.querySelector<HTMLElement>('li:not([hidden], [data-context])')?.focus()
          }
        />
      )}
      <ol
        ref={list}
        class={styles.thread}
        lang={lang ?? undefined}
        dir={dir}
        data-searching={isSearching || undefined}
      >
        {rows.map((row) => (
          <CommentItem key={row.node.index} row={row} showImages={showImages} onToggle={view.toggle} />
        ))}
      </ol>
    </>
  );
}

/** An order that changes nothing is not offered. */
function sortsFor(view: ThreadView, comments: readonly Comment[]): readonly ThreadSort[] {
  const roots = view.rows.value.filter(({ node }) => !node.parent);
  if (roots.length < 2) return [];
  return THREAD_SORTS.filter((sort) => {
    if (sort === 'newest') return comments.some(({ date }) => date?.iso);
    return sort === 'page' || roots.some(({ node }) => node.answers > 0);
  });
}

/** Another search or order begins anew: whoever had read far down is taken to where it begins. */
function useStartOfWhatChanged(list: RefObject<HTMLElement | null>, { query, sort }: ThreadView): void {
  const shown = `${sort.value} ${query.value}`;
  const before = useRef(shown);
  useLayoutEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const bar = list.current?.previousElementSibling?.getBoundingClientRect();
    const start = list.current?.getBoundingClientRect();
    if (bar && start && start.top < bar.bottom) list.current?.scrollIntoView({ block: 'start' });
  }, [shown, list]);
}

/** After a jump the focus is where the reader wanted to go, once it is on the screen. */
function useFocusOnTarget(list: RefObject<HTMLElement | null>, { target }: ThreadView): void {
  const aim = target.value;
  useLayoutEffect(() => {
    if (!aim) return;
    const comment = list.current?.querySelector<HTMLElement>(`#comment-${CSS.escape(aim.commentId)}`);
    comment?.focus({ preventScroll: true });
    if (comment) settleOn(comment);
  }, [aim, list]);
}

/** Frames in which what comes into sight around the target of a jump gets its true height. */
const SETTLING_FRAMES = 4;

/** Scrolls to an element, and again while what stands above it is being laid out for the first time. */
function settleOn(element: Element, frames = SETTLING_FRAMES): void {
  element.scrollIntoView({ block: 'start' });
  if (frames > 0) {
    requestAnimationFrame(() => {
      if (element === document.activeElement) settleOn(element, frames - 1);
    });
  }
}

/** The browser's own search looks into what is closed, and says where it found something. */
function useOpenForBrowserSearch(list: RefObject<HTMLElement | null>, { open }: ThreadView): void {
  useEffect(() => {
    const element = list.current;
    const onFound = ({ target }: Event) => {
      const id = target instanceof HTMLElement ? target.dataset.comment : undefined;
      if (id !== undefined) open(id);
    };
    element?.addEventListener('beforematch', onFound);
    return () => element?.removeEventListener('beforematch', onFound);
  }, [list, open]);
}
