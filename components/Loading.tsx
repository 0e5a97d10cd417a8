import styles from './Loading.module.css';

/** The shape of what is about to come, in words for those who listen. */
export function Loading({ label }: { readonly label: string }) {
  return (
    <div class={styles.loading} role="status">
      <p class={styles.label}>{label}</p>
      <div class={styles.lines} aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}
