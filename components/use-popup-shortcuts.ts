import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
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
  const wanted = useRef<string | null>('#panel-article');
  // With the drawing itself, so that no later key finds the focus somewhere else. The first time it is the
  // article: else Space and the arrows would scroll nothing until the reader has clicked into the text.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    root.current?.querySelector<HTMLElement>(wanted.current)?.focus({ preventScroll: true });
    wanted.current = null;
  });
  /** Shows a tab and gives the focus to what a selector finds in it. */
  const focusIn = (tab: PopupTab, selector: string) => {
    const found = root.current?.querySelector<HTMLElement>(`#panel-${tab}:not([hidden])`);
    if (found) return root.current?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
    wanted.current = selector;
    select(tab);
  };
  const go = (tab: PopupTab) => () => focusIn(tab, `#panel-${tab}`);
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
      const shown = root.current?.querySelector<HTMLElement>('[role="tabpanel"]:not([hidden]) [data-filter]');
      if (shown) shown.focus();
      else focusIn('saved', '#panel-saved [data-filter]');
    },
    '?': showHelp,
  });
  return root;
}
