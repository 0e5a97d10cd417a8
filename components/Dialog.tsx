import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { useInterface } from './interface.ts';

export interface DialogProps {
  readonly heading: string;
  readonly onClose: () => void;
  /** False keeps it open when Escape or the cross would close it. */
  readonly mayClose?: () => boolean;
  readonly children: ComponentChildren;
}

/** A modal dialog: the browser keeps the focus inside and gives it back, Escape and the cross close it. */
export function Dialog({ heading, onClose, mayClose = () => true, children }: DialogProps) {
  const { t } = useInterface();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Only a dialog that is closed before it goes gives the focus back.
    return () => element?.close();
  }, []);
  const close = () => {
    if (mayClose()) dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        // Else the browser would close the whole popup.
        event.preventDefault();
        close();
      }}
    >
      <div class={styles.header}>
        <h2 id={id}>{heading}</h2>
        <IconButton icon="close" label={t('close')} onClick={close} />
      </div>
      {children}
    </dialog>
  );
}
