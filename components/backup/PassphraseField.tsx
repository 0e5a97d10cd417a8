import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import styles from './backup.module.css';

export interface PassphraseFieldProps {
  readonly label: string;
  readonly value: Signal<string>;
  /** True where one is made up, false where one is asked for. */
  readonly isNew?: boolean;
  readonly problem?: string | null;
}

export function PassphraseField({ label, value, isNew = false, problem = null }: PassphraseFieldProps) {
  const id = useId();
  return (
    <div class={styles.field}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="password"
        class={styles.input}
        autocomplete={isNew ? 'new-password' : 'off'}
        spellcheck={false}
        value={value.value}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onInput={(event) => {
          value.value = event.currentTarget.value;
        }}
      />
      {problem && (
        <p id={`${id}-problem`} class={styles.error} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
