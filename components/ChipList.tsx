import styles from './ChipList.module.css';

export interface ChipListProps {
  readonly label: string;
  readonly kind: 'tag' | 'category';
  readonly names: readonly string[];
}

export function ChipList({ label, kind, names }: ChipListProps) {
  if (names.length === 0) return null;
  return (
    <ul class={styles.list} aria-label={label} data-kind={kind}>
      {names.map((name) => (
        <li key={name} class={styles.chip}>
          {name}
        </li>
      ))}
    </ul>
  );
}
