import type { BackupDue } from '../../utils/library/backup/reminder.ts';
import { useInterface } from '../interface.ts';
import styles from './BackupNotice.module.css';

export interface BackupNoticeProps {
  readonly due: BackupDue;
  /** Where backups are made. */
  readonly href: string;
  readonly onLater: () => void;
}

/** A quiet line above the list: it is time for a backup. */
export function BackupNotice({ due, href, onLater }: BackupNoticeProps) {
  const { t } = useInterface();
  return (
    <p class={styles.notice} role="status">
      <span>{due.days === null ? t('backupDueNever') : t('backupDue', { count: due.days })}</span>
      <span class={styles.actions}>
        <a href={href}>{t('backupMake')}</a>
        <button type="button" class={styles.later} onClick={onLater}>
          {t('backupLater')}
        </button>
      </span>
    </p>
  );
}
