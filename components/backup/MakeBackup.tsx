import { useSignal } from '@preact/signals';
import type { BackupError } from '../../utils/library/backup/errors.ts';
import { Choice } from '../Choice.tsx';
import { useInterface } from '../interface.ts';
import { useWork } from '../state/use-work.ts';
import styles from './backup.module.css';
import { PassphraseField } from './PassphraseField.tsx';
import { BACKUP_KINDS, type BackupKind, type BackupServices } from './services.ts';
import { WorkStatus } from './WorkStatus.tsx';

export interface MakeBackupProps {
  readonly services: BackupServices;
  /** True where there was a backup that this one can follow. */
  readonly canBePartial: boolean;
  readonly onDone: (made: { readonly name: string }) => void;
}

export function MakeBackup({ services, canBePartial, onDone }: MakeBackupProps) {
  const { t } = useInterface();
  const kind = useSignal<BackupKind>('whole');
  const passphrase = useSignal('');
  const again = useSignal('');
  const differs = useSignal(false);
  const work = useWork<BackupError>();
  const isBusy = work.progress.value !== null;

  const make = async () => {
    differs.value = passphrase.value !== again.value && passphrase.value !== '';
    if (differs.value) return;
    const made = await work.run((tell, signal) => services.make(kind.value, passphrase.value, tell, signal));
    if (!made) return;
    passphrase.value = '';
    again.value = '';
    onDone(made);
  };

  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      {canBePartial && (
        <Choice
          label={t('backupKind')}
          values={BACKUP_KINDS}
          chosen={kind.value}
          nameOf={(value) => t(`backupKind_${value}`)}
          onChange={(chosen) => {
            kind.value = chosen;
          }}
        />
      )}
      <PassphraseField label={t('backupPassphrase')} value={passphrase} isNew />
      {passphrase.value !== '' && (
        <>
          <PassphraseField
            label={t('backupPassphraseAgain')}
            value={again}
            isNew
            problem={differs.value ? t('backupPassphraseDiffers') : null}
          />
          <p class={styles.note}>{t('backupPassphraseNote')}</p>
        </>
      )}
      <WorkStatus
        work={work}
        words={({ done, total }) => (total > 0 ? t('backupProgress', { done, count: total }) : '')}
      />
      <p class={styles.buttons}>
        <button type="submit" class={styles.primary} aria-disabled={isBusy || undefined}>
          {t('backupMake')}
        </button>
        {isBusy && (
          <button type="button" class={styles.button} onClick={work.stop}>
            {t('restoreCancel')}
          </button>
        )}
      </p>
    </form>
  );
}
