import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { useInterface } from './interface.ts';
import styles from './SaveButton.module.css';
import type { SaveState } from './state/session.ts';

export interface SaveButtonProps {
  readonly state: SaveState;
  readonly onToggle: () => void;
}

/** Saves or removes. Where nothing can be saved it stays reachable and says why. */
export function SaveButton({ state, onToggle }: SaveButtonProps) {
  const { t } = useInterface();
  const id = useId();
  const saved = state.kind === 'saved';
  const can = saved || state.kind === 'unsaved';
  const why = t(
    (
      {
        nothing: 'saveNothing',
        private: 'savePrivate',
        busy: 'saving',
        unsaved: 'saveHint',
        saved: 'removeHint',
      } as const
    )[state.kind],
  );
  return (
    <>
      <button
        type="button"
        class={styles.button}
        title={why}
        aria-pressed={saved}
        aria-disabled={!can}
        aria-describedby={id}
        onClick={() => can && onToggle()}
      >
        <Icon name={saved ? 'bookmarked' : 'bookmark'} filled={saved} />
        {t(saved ? 'saved' : 'save')}
      </button>
      <span id={id} hidden>
        {why}
      </span>
    </>
  );
}
