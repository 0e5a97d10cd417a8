import styles from './ChipList.module.css';

export interface ChipListProps {
  readonly label: string;
  readonly kind: 'tag' | 'category';
  readonly names: readonly string[];
  /** Makes each chip a button that says whether it is chosen. */
  readonly choice?: {
    readonly isChosen: (name: string) => boolean;
    readonly onToggle: (name: string) => void;
    readonly tabIndex?: number;
  };
}

export function ChipList({ label, kind, names, choice }: ChipListProps) {
  if (names.length === 0) return null;
  return (
    <ul class={styles.list} aria-label={label} data-kind={kind}>
      {names.map((name) => (
        <li key={name} class={choice ? undefined : styles.chip}>
          {choice ? (
            <button
              type="button"
              class={styles.chip}
              aria-pressed={choice.isChosen(name)}
              tabIndex={choice.tabIndex}
              onClick={() => choice.onToggle(name)}
            >
              {name}
            </button>
          ) : (
            name
          )}
        </li>
      ))}
    </ul>
  );
}
