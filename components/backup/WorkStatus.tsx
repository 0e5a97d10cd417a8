import { messageKey } from '../../utils/i18n.ts';
import type { BackupError } from '../../utils/library/backup/errors.ts';
import { useInterface } from '../interface.ts';
import type { Work, WorkProgress } from '../state/use-work.ts';
import styles from './backup.module.css';

export interface WorkStatusProps {
  readonly work: Work<BackupError>;
  readonly words: (progress: WorkProgress) => string;
}

/** How far the work is, and why it ended where it failed; said aloud too. */
export function WorkStatus({ work, words }: WorkStatusProps) {
  const { t } = useInterface();
  const progress = work.progress.value;
  const error = work.error.value;
  return (
    <div role="status" class={styles.status}>
      {progress && (
        <>
          <progress
            class={styles.progress}
            aria-hidden="true"
            {...(progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
          />
          <p>{words(progress)}</p>
        </>
      )}
      {error && error.kind !== 'cancelled' && (
        <p class={styles.error}>{t(messageKey('backupError', error.kind))}</p>
      )}
      {error?.kind === 'cancelled' && <p>{t('backupError_cancelled')}</p>}
    </div>
  );
}
