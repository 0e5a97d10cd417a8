import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleId, SavedSummary } from '../../utils/library/types.ts';
import { keyOf } from '../../utils/text/normalise.ts';
import { useInterface } from '../interface.ts';
import styles from './ArticleList.module.css';
import { ArticleRow } from './ArticleRow.tsx';
import type { RowVerbs } from './RowActions.tsx';
import type { Listing } from './state/listing.ts';
import type { Selection } from './state/selection.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

/** What most rows measure: one line of title, one of facts, two of text, one of tags. Pixels. */
const LIKELY_HEIGHT = 132;

export interface ArticleListProps {
  readonly listing: Listing;
  readonly selection: Selection;
  readonly hrefOf: (item: SavedSummary) => string;
  readonly verbsFor: (item: SavedSummary) => RowVerbs;
  /** Counts the times that the active row is to get the focus. */
  readonly focusRequests: number;
}

/** The list, of any length: only what can be seen is drawn. */
export function ArticleList({ listing, selection, hrefOf, verbsFor, focusRequests }: ArticleListProps) {
  const { t } = useInterface();
  const ids = listing.ids();
  const active = selection.active.value;
  const activeIndex = active === null ? -1 : ids.indexOf(active);
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, height, measure, scrollTo } = useVirtualRows({
    scroller,
    count: ids.length,
    keyOf: useCallback((index: number) => ids[index] ?? '', [ids]),
    kept: activeIndex,
    likelyHeight: LIKELY_HEIGHT,
  });
  const shown = rows.flatMap(({ index }) => ids[index] ?? []);
  useEffect(() => listing.rows.need(shown), [shown.join()]);
  useFocusOnActive(scroller, active, activeIndex, focusRequests, scrollTo);
  useTopForNewQuestion(scroller, listing);

  return (
    <div ref={scroller} class={styles.scroller}>
      <ul class={styles.list} aria-label={t('tabSaved')} style={{ blockSize: `${height}px` }}>
        {rows.map(({ index, key, start }) => {
          const id = ids[index];
          return (
            id && (
              <li
                key={key}
                ref={measure}
                class={styles.place}
                style={{ transform: `translateY(${start}px)` }}
                data-index={index}
                data-id={id}
                aria-setsize={listing.isWhole() ? ids.length : -1}
                aria-posinset={index + 1}
                onFocusIn={() => selection.activate(id)}
              >
                <Row {...{ id, listing, selection, hrefOf, verbsFor }} isFirst={index === 0} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

interface RowProps extends Omit<ArticleListProps, 'focusRequests'> {
  readonly id: ArticleId;
  readonly isFirst: boolean;
}

function Row({ id, listing, selection, hrefOf, verbsFor, isFirst }: RowProps) {
  const { t } = useInterface();
  const item = listing.rows.row(id);
  if (!item) return <p class={styles.coming}>{t('listRowComing')}</p>;
  const { tag, sort } = listing.asked.value;
  const isTagChosen = (name: string) => tag !== null && keyOf(name) === keyOf(tag);
  const active = selection.active.value;
  return (
    <ArticleRow
      item={item}
      hits={listing.rows.hits(id)}
      href={hrefOf(item)}
      sort={sort}
      isActive={active === null ? isFirst : active === id}
      choice={{
        isChosen: selection.chosen.value.has(id),
        onChoose: (isRange) => (isRange ? selection.extendTo(id) : selection.toggle(id)),
      }}
      isTagChosen={isTagChosen}
      onTag={(name) => listing.ask({ tag: isTagChosen(name) ? null : name })}
      verbs={verbsFor(item)}
    />
  );
}

/** Brings the active row into sight and into focus, when asked for, and when the focus went away with a row that left. */
function useFocusOnActive(
  scroller: { readonly current: HTMLElement | null },
  active: ArticleId | null,
  activeIndex: number,
  requests: number,
  scrollTo: (index: number) => void,
): void {
  const seen = useRef({ requests, active, hadFocus: false });
  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list) return;
    const last = seen.current;
    const isLost = last.hadFocus && last.active !== active && document.activeElement === document.body;
    const isAsked = requests !== last.requests;
    if ((isAsked || isLost) && activeIndex >= 0) {
      scrollTo(activeIndex);
      focusRow(list, activeIndex);
    }
    seen.current = { requests, active, hadFocus: list.contains(document.activeElement) };
  });
}

function focusRow(list: HTMLElement, index: number): void {
  list.querySelector<HTMLElement>(`[data-index="${index}"] [data-list-item]`)?.focus({ preventScroll: true });
}

/** Another question begins at its first answer. */
function useTopForNewQuestion(
  scroller: { readonly current: HTMLElement | null },
  { answered }: Listing,
): void {
  const question = answered.value;
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [scroller, question]);
}
