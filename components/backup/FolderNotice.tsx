import { useInterface } from '../interface.ts';
import styles from './BackupNotice.module.css';

export interface FolderNoticeProps {
  /** Of the folder. */
  readonly name: string;
  readonly onAllow: () => void;
}

/** A quiet line above the list: the browser asks again before a backup can be written. */
export function FolderNotice({ name, onAllow }: FolderNoticeProps) {
  const { t } = useInterface();
  return (
    <p class={styles.notice} role="status">
      <span>{t('backupFolderAsks', { name })}</span>
      <button type="button" class={styles.later} onClick={onAllow}>
        {t('backupFolderAllow')}
      </button>
    </p>
  );
}
