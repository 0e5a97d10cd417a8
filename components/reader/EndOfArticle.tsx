import { Icon } from '../Icon.tsx';
import { useInterface } from '../interface.ts';
import type { SavedEntry } from '../state/saved-entry.ts';
import styles from './EndOfArticle.module.css';

/** Stands where the article ends: who has come so far may want it out of the way. */
export function EndOfArticle({ entry }: { readonly entry: SavedEntry }) {
  const { t } = useInterface();
  const summary = entry.summary.value;
  if (!summary) return null;
  const isArchived = summary.state === 'archived';
  return (
    <div class={styles.end}>
      <p>{t(isArchived ? 'entryEndArchived' : 'entryEnd')}</p>
      <button type="button" class={styles.button} onClick={() => void entry.toggleArchived()}>
        <Icon name={isArchived ? 'inbox' : 'archive'} />
        {t(isArchived ? 'entryEndUnarchive' : 'entryEndArchive')}
      </button>
    </div>
  );
}
