import { useLayoutEffect, useRef } from 'preact/hooks';

/** What to do for a key as `KeyboardEvent.key` names it; `Mod+z` is Ctrl+Z, or ⌘Z on a Mac. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Shortcuts of a whole page; they keep still while somebody types, or a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  // With the first drawing: a key that is pressed as soon as the page can be seen is not lost.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const action = current.current[nameOf(event)];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function nameOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  if (!ctrlKey && !metaKey) return key;
  return `Mod+${shiftKey ? 'Shift+' : ''}${key.toLowerCase()}`;
}

/** Moves the focus to the next (1) or previous (-1) item of the list that is shown under an element. */
export function moveInList(root: ParentNode, by: 1 | -1): void {
  const items = [...root.querySelectorAll<HTMLElement>('[data-list-item]')].filter(
    (item) => !item.closest('[hidden]'),
  );
  const current = items.findIndex((item) => item.contains(document.activeElement));
  const target = current < 0 ? items[0] : items[current + by];
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'nearest' });
}

/** Opens or closes the item of a list that has the focus, where it can be. */
export function toggleInList(root: ParentNode): void {
  const items = [...root.querySelectorAll<HTMLElement>('[data-list-item]')];
  const current = items.find((item) => item.contains(document.activeElement));
  current?.querySelector<HTMLElement>('[data-toggle]')?.click();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]')
  );
}
