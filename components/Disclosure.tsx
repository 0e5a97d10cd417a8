import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import styles from './Disclosure.module.css';
import type { IconName } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';

export interface DisclosureProps {
  readonly icon: IconName;
  readonly label: string;
  /** Gets a function that closes the panel and gives the focus back to the button. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button that opens a small panel below it. Escape, a click outside and leaving by Tab close it. */
export function Disclosure({ icon, label, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useClickOutside(root, isOpen, () => setOpen(false));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches what happens inside
    <div
      ref={root}
      class={styles.root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        // Else the browser would close the whole popup.
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget && !root.current?.contains(event.relatedTarget as Node)) setOpen(false);
      }}
    >
      <IconButton
        icon={icon}
        label={label}
        expanded={isOpen}
        controls={id}
        buttonRef={button}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <fieldset id={id} class={styles.panel} aria-label={label}>
          {children(close)}
        </fieldset>
      )}
    </div>
  );
}

function useClickOutside(root: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const onPointerDown = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) close();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  });
}
