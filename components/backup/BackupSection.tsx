import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { BACKUP_REMINDERS } from '../../utils/library/backup/reminder.ts';
import { Choice } from '../Choice.tsx';
import { formatMoment } from '../format.ts';
import { useInterface } from '../interface.ts';
import { Section } from '../options/Section.tsx';
import type { Notices } from '../state/notices.ts';
import type { SettingsProps } from '../TextChoices.tsx';
import styles from './backup.module.css';
import { FolderBackup } from './FolderBackup.tsx';
import { MakeBackup } from './MakeBackup.tsx';
import { Restore } from './Restore.tsx';
import type { BackupServices } from './services.ts';

export interface BackupSectionProps extends SettingsProps {
  readonly services: BackupServices;
  readonly notices: Notices;
}

/** Making backups, being reminded of them, and getting them back. */
export function BackupSection({ services, notices, settings, onChange }: BackupSectionProps) {
  const { t, language } = useInterface();
  const lastAt = useSignal<number | null>(null);
  const look = async () => {
    lastAt.value = await services.lastAt();
  };
  useEffect(() => void look(), []);
  const last = lastAt.value;
  return (
    <>
      <Section id="backup" heading={t('backup')} intro={t('backupIntro')}>
        <p class={styles.fact}>
          {last === null ? t('backupNever') : t('backupLast', { date: formatMoment(last, language) })}
        </p>
        <MakeBackup
          services={services}
          canBePartial={last !== null}
          onDone={({ name }) => {
            notices.show('backupDone', { values: { name } });
            void look();
          }}
        />
        <Choice
          label={t('backupRemind')}
          values={BACKUP_REMINDERS}
          chosen={settings.backupReminder}
          nameOf={(value) => t(`backupRemind_${value}`)}
          onChange={(backupReminder) => onChange({ backupReminder })}
        />
        {services.folder && <FolderBackup folder={services.folder} notices={notices} />}
      </Section>
      <Section id="restore" heading={t('restore')} intro={t('restoreIntro')}>
        <Restore services={services} notices={notices} />
      </Section>
    </>
  );
}
