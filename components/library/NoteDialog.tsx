import { useId, useRef, useState } from 'preact/hooks';
import { MAX_NOTE } from '../../utils/library/types.ts';
import { Dialog } from '../Dialog.tsx';
import { useInterface } from '../interface.ts';
import styles from './forms.module.css';

export interface NoteDialogProps {
  readonly title: string;
  readonly note: string;
  /** @returns whether it was kept */
  readonly onSave: (note: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** The reader's note on one entry. What was typed is not lost by a stray Escape. */
export function NoteDialog({ title, note, onSave, onClose }: NoteDialogProps) {
  const { t } = useInterface();
  const id = useId();
  const [text, setText] = useState(note);
  const [asksToDiscard, askToDiscard] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isChanged = text !== note;
  const save = async () => {
    if (!isChanged || (await onSave(text))) onClose();
  };
  return (
    <Dialog
      heading={t('listNoteHeading')}
      onClose={onClose}
      mayClose={() => {
        if (isChanged) askToDiscard(true);
        return !isChanged;
      }}
    >
      <form
        ref={form}
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label class={styles.field} htmlFor={id} dir="auto">
          {title}
        </label>
        <textarea
          id={id}
          class={styles.text}
          rows={8}
          dir="auto"
          maxLength={MAX_NOTE}
          value={text}
          autofocus
          onInput={(event) => {
            setText(event.currentTarget.value);
            askToDiscard(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
          }}
        />
        {text.length >= MAX_NOTE && (
          <p class={styles.note} role="status">
            {t('listNoteFull', { count: MAX_NOTE })}
          </p>
        )}
        {asksToDiscard && (
          <p class={styles.question} role="alert">
            {t('listNoteDiscardAsk')}
            <button type="button" class={styles.secondary} onClick={onClose}>
              {t('listNoteDiscard')}
            </button>
          </p>
        )}
        <div class={styles.buttons}>
          <button type="submit" class={styles.primary} title="Ctrl+Enter">
            {t('listDone')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
