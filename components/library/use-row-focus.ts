import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleId } from '../../utils/library/types.ts';
import type { Selection } from './state/selection.ts';

/**
 * Gives the focus that went away with a row to the row that became active in its place.
 * @returns the ref of the list
 */
export function useRowFocus(
  { active }: Selection,
  ids: readonly ArticleId[],
): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  const last = useRef({ active: active.value, hadFocus: false });
  const now = active.value;
  useLayoutEffect(() => {
    const { hadFocus, active: before } = last.current;
    const isLost = hadFocus && before !== now && document.activeElement === document.body;
    if (isLost) list.current?.querySelector<HTMLElement>(`[data-id="${now}"] [data-list-item]`)?.focus();
    last.current = { active: now, hadFocus: list.current?.contains(document.activeElement) ?? false };
  }, [now, ids]);
  return list;
}
