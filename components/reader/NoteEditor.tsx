import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { messageKey } from '../../utils/i18n.ts';
import { MAX_NOTE } from '../../utils/library/types.ts';
import { Icon } from '../Icon.tsx';
import { useInterface } from '../interface.ts';
import type { NoteKeeping, NoteState } from '../state/note-keeping.ts';
import styles from './NoteEditor.module.css';

/** The reader's note on an article. It is kept by itself, and says so. */
export function NoteEditor({ note }: { readonly note: NoteKeeping }) {
  const { t } = useInterface();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [isWanted, want] = useState(false);
  const text = note.text.value;
  const state = note.state.value;
  useLayoutEffect(() => {
    if (isWanted) area.current?.focus();
  }, [isWanted]);

  if (text === '' && !isWanted && state.kind === 'untouched') {
    return (
      <button type="button" class={styles.add} data-note onClick={() => want(true)}>
        <Icon name="note" />
        {t('noteAdd')}
      </button>
    );
  }
  return (
    <div class={styles.note}>
      <div class={styles.head}>
        <label htmlFor={id}>{t('note')}</label>
        <Said state={state} isFull={text.length >= MAX_NOTE} onRetry={() => void note.flush()} />
      </div>
      <textarea
        ref={area}
        id={id}
        class={styles.text}
        dir="auto"
        rows={2}
        maxLength={MAX_NOTE}
        value={text}
        data-note
        onInput={(event) => note.edit(event.currentTarget.value)}
        onBlur={() => {
          want(false);
          void note.flush();
        }}
      />
    </div>
  );
}

interface SaidProps {
  readonly state: NoteState;
  readonly isFull: boolean;
  readonly onRetry: () => void;
}

function Said({ state, isFull, onRetry }: SaidProps) {
  const { t } = useInterface();
  return (
    <p class={styles.said} role="status" data-note-state={state.kind}>
      {isFull && <span>{t('noteFull', { count: MAX_NOTE })}</span>}
      {(state.kind === 'saving' || state.kind === 'typing') && t('noteSaving')}
      {state.kind === 'saved' && t('noteSaved')}
      {state.kind === 'failed' && (
        <>
          <span class={styles.failed}>
            {t('noteFailed')} {t(messageKey('libraryError', state.error.kind))}
          </span>
          <button type="button" class={styles.retry} onClick={onRetry}>
            {t('retry')}
          </button>
        </>
      )}
    </p>
  );
}
