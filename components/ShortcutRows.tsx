import type { MessageKey } from '../utils/i18n.ts';
import { useInterface } from './interface.ts';
import styles from './ShortcutRows.module.css';

export interface ShortcutRow {
  readonly keys: readonly string[];
  readonly message: MessageKey;
}

/** Keys and what they do. */
export function ShortcutRows({ rows }: { readonly rows: readonly ShortcutRow[] }) {
  const { t } = useInterface();
  return (
    <dl class={styles.rows}>
      {rows.map(({ keys, message }) => (
        <div key={message} class={styles.row}>
          <dt>
            {keys.length === 0 && <span class={styles.none}>{t('shortcutNone')}</span>}
            {keys.map((key) => (
              <kbd key={key} class={styles.key}>
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{t(message)}</dd>
        </div>
      ))}
    </dl>
  );
}
