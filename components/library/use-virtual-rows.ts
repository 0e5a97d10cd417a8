import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** So many rows are drawn beyond each edge. */
const OVERSCAN = 6;

export interface VirtualRows {
  readonly rows: readonly VirtualItem[];
  /** The height of all rows together, in pixels. */
  readonly height: number;
  /** Has a drawn row measured: its `data-index` names it. */
  readonly measure: (row: HTMLElement | null) => void;
  readonly scrollTo: (index: number) => void;
}

export interface VirtualRowsOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** The same function as long as the rows are the same. */
  readonly keyOf: (index: number) => string;
  /** A row that is always drawn, since it has the focus; -1 for none. */
  readonly kept: number;
  /** How high a row is likely to be, in pixels. */
  readonly likelyHeight: number;
}

/** Draws only those rows of a long list that can be seen. */
export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const { scroller, count, keyOf, kept, likelyHeight } = options;
  const [, redraw] = useReducer((draws: number, _: null) => draws + 1, 0);
  const given = {
    count,
    getItemKey: keyOf,
    getScrollElement: () => scroller.current,
    estimateSize: () => likelyHeight,
    overscan: OVERSCAN,
    // Rows that are drawn anew while they are measured make browsers complain of a loop.
    useAnimationFrameWithResizeObserver: true,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) =>
      withKept(defaultRangeExtractor(range), kept, count),
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(null),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(given));
  virtualizer.setOptions(given);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return {
    rows: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}

/** Row numbers with one more, in order: what listens reads rows in the order of the page. */
function withKept(indexes: number[], kept: number, count: number): number[] {
  if (kept < 0 || kept >= count || indexes.includes(kept)) return indexes;
  return [...indexes, kept].sort((a, b) => a - b);
}
