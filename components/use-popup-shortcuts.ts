import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PopupTab } from './PopupApp.tsx';
import type { Session } from './state/session.ts';
import { moveInList, toggleInList, useShortcuts } from './use-shortcuts.ts';

export interface PopupVerbs {
  readonly session: Session;
  readonly openInTab: () => void;
  readonly showHelp: () => void;
  readonly select: (tab: PopupTab) => void;
}

/** The popup's keys. Gives the ref of the element that they work in. */
export function usePopupShortcuts(verbs: PopupVerbs): RefObject<HTMLDivElement | null> {
  const { session, openInTab, showHelp, select } = verbs;
  const root = useRef<HTMLDivElement>(null);
  // Else Space and the arrows would scroll nothing until the reader has clicked into the text.
  useEffect(
    () => root.current?.querySelector<HTMLElement>('#panel-article')?.focus({ preventScroll: true }),
    [],
  );
  const go = (tab: PopupTab) => () => {
    select(tab);
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>(`#panel-${tab}`)?.focus({ preventScroll: true }),
    );
  };
  const move = (by: 1 | -1) => () => root.current && moveInList(root.current, by);
  useShortcuts({
    s: () => void session.toggleSaved(),
    u: () => session.notices.current.value?.undo?.(),
    o: () => session.shown.value && openInTab(),
    j: move(1),
    k: move(-1),
    '1': go('article'),
    '2': go('comments'),
    '3': go('saved'),
    c: () => root.current && toggleInList(root.current),
    '/': () => {
      const fieldIn = (panel: string) => root.current?.querySelector<HTMLElement>(`${panel} [data-filter]`);
      const shown = fieldIn('[role="tabpanel"]:not([hidden])');
      if (shown) return shown.focus();
      select('saved');
      requestAnimationFrame(() => fieldIn('#panel-saved')?.focus());
    },
    '?': showHelp,
  });
  return root;
}
