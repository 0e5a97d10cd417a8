import { useSignal } from '@preact/signals';
import { messageKey } from '../../utils/i18n.ts';
import { type BackupPreview, ENTRY_FATES } from '../../utils/library/backup/inspect-backup.ts';
import { formatMoment } from '../format.ts';
import { useInterface } from '../interface.ts';
import styles from './backup.module.css';

export interface RestorePreviewProps {
  readonly name: string;
  readonly preview: BackupPreview;
  readonly isBusy: boolean;
  readonly onRestore: (bringsBack: boolean) => void;
  readonly onCancel: () => void;
}

/** What a backup would change, before it does. */
export function RestorePreview({ name, preview, isBusy, onRestore, onCancel }: RestorePreviewProps) {
  const { t, language } = useInterface();
  const bringsBack = useSignal(true);
  const { fates, toRemove, isPartial, exportedAt } = preview;
  const time = Date.parse(exportedAt);
  const rows = [
    ...ENTRY_FATES.map((fate) => ({ label: t(messageKey('restoreFate', fate)), count: fates[fate] })),
    { label: t('restoreToRemove'), count: toRemove },
  ].filter(({ count }) => count > 0);
  const changes = fates.new + fates.newer + fates['removed-here'] + toRemove;
  return (
    <div class={styles.preview}>
      <p class={styles.fact}>
        {Number.isNaN(time) ? name : t('restoreFile', { name, date: formatMoment(time, language) })}
      </p>
      {isPartial && <p class={styles.note}>{t('restorePartial')}</p>}
      <dl class={styles.counts}>
        {rows.map(({ label, count }) => (
          <div key={label} class={styles.count}>
            <dt>{label}</dt>
            <dd>{new Intl.NumberFormat(language).format(count)}</dd>
          </div>
        ))}
      </dl>
      {fates['removed-here'] > 0 && (
        <label class={styles.check}>
          <input
            type="checkbox"
            checked={bringsBack.value}
            onChange={(event) => {
              bringsBack.value = event.currentTarget.checked;
            }}
          />
          {t('restoreBringBack')}
        </label>
      )}
      {changes === 0 && <p>{t('restoreNothing')}</p>}
      <p class={styles.buttons}>
        {changes > 0 && (
          <button
            type="button"
            class={styles.primary}
            aria-disabled={isBusy || undefined}
            onClick={() => {
              if (!isBusy) onRestore(bringsBack.value);
            }}
          >
            {t('restoreAction')}
          </button>
        )}
        <button type="button" class={styles.button} onClick={onCancel}>
          {t('restoreCancel')}
        </button>
      </p>
    </div>
  );
}
