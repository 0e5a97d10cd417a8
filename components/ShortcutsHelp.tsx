import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from './IconButton.tsx';
import { useInterface } from './interface.ts';
import { type ShortcutRow, ShortcutRows } from './ShortcutRows.tsx';
import styles from './ShortcutsHelp.module.css';

export interface ShortcutsHelpProps {
  readonly rows: readonly ShortcutRow[];
  readonly onClose: () => void;
}

/** A modal list of keys; the browser keeps the focus inside and closes it on Escape. */
export function ShortcutsHelp({ rows, onClose }: ShortcutsHelpProps) {
  const { t } = useInterface();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      aria-labelledby="shortcuts-heading"
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Else the browser would close the whole popup.
        event.preventDefault();
        dialog.current?.close();
      }}
    >
      <header class={styles.header}>
        <h2 id="shortcuts-heading">{t('shortcuts')}</h2>
        <IconButton icon="close" label={t('close')} onClick={() => dialog.current?.close()} />
      </header>
      <ShortcutRows rows={rows} />
    </dialog>
  );
}
