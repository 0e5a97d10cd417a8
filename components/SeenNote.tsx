import { useInterface } from './interface.ts';
import styles from './SeenNote.module.css';

/** Says why a block is dimmed. A span, since it stands inside a paragraph. */
export function SeenNote() {
  const { t, language } = useInterface();
  return (
    <span class={styles.note} lang={language} dir="auto" title={t('seenHint')}>
      {t('seenNote')}
    </span>
  );
}
