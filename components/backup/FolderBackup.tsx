import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { BackupFolder } from '../../utils/library/backup/folder.ts';
import { useInterface } from '../interface.ts';
import type { Notices } from '../state/notices.ts';
import styles from './backup.module.css';
import type { FolderServices } from './services.ts';

export interface FolderBackupProps {
  readonly folder: FolderServices;
  readonly notices: Notices;
}

/** A folder of the reader's that backups go to by themselves. */
export function FolderBackup({ folder, notices }: FolderBackupProps) {
  const { t } = useInterface();
  const id = useId();
  const chosen = useSignal<BackupFolder | null>(null);
  useEffect(() => {
    void folder.current().then((current) => {
      chosen.value = current;
    });
  }, []);

  const writeNow = async (current: BackupFolder | null) => {
    if (!current) return;
    chosen.value = current;
    if (!current.isAllowed) return;
    const written = await folder.writeDaily();
    if (!written.ok) {
      notices.show('backupFolderFailed', { values: { name: current.name }, isError: true });
    }
  };
  const forget = async () => {
    await folder.forget();
    chosen.value = null;
  };
  const current = chosen.value;
  return (
    <section class={styles.folder} aria-labelledby={id}>
      <h3 id={id}>{t('backupFolder')}</h3>
      <p class={styles.note}>{t('backupFolderNote')}</p>
      {current && (
        <p>{t(current.isAllowed ? 'backupFolderChosen' : 'backupFolderAsks', { name: current.name })}</p>
      )}
      <p class={styles.buttons}>
        {current && !current.isAllowed && (
          <button type="button" class={styles.primary} onClick={() => void folder.allow().then(writeNow)}>
            {t('backupFolderAllow')}
          </button>
        )}
        <button type="button" class={styles.button} onClick={() => void folder.choose().then(writeNow)}>
          {t('backupFolderChoose')}
        </button>
        {current && (
          <button type="button" class={styles.button} onClick={() => void forget()}>
            {t('backupFolderForget')}
          </button>
        )}
      </p>
    </section>
  );
}
