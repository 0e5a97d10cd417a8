import { useId } from 'preact/hooks';
import styles from './Choice.module.css';

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly nameOf: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}

/** One of a few: radio buttons in one line. */
export function Choice<Value extends string>({
  label,
  values,
  chosen,
  nameOf,
  onChange,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div class={styles.row} role="radiogroup" aria-labelledby={id}>
      <span id={id}>{label}</span>
      <span class={styles.values}>
        {values.map((value) => (
          <label key={value} class={styles.value}>
            <input
              type="radio"
              name={id}
              class={styles.radio}
              checked={value === chosen}
              onChange={() => onChange(value)}
            />
            {nameOf(value)}
          </label>
        ))}
      </span>
    </div>
  );
}
