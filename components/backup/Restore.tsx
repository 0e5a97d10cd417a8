import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { BackupError } from '../../utils/library/backup/errors.ts';
import type { BackupPreview } from '../../utils/library/backup/inspect-backup.ts';
import { useInterface } from '../interface.ts';
import type { Notices } from '../state/notices.ts';
import { useWork } from '../state/use-work.ts';
import styles from './backup.module.css';
import { PassphraseField } from './PassphraseField.tsx';
import { RestorePreview } from './RestorePreview.tsx';
import type { BackupServices } from './services.ts';
import { WorkStatus } from './WorkStatus.tsx';

export interface RestoreProps {
  readonly services: BackupServices;
  readonly notices: Notices;
  /** The file, where it was chosen elsewhere. */
  readonly given?: File;
  /** Hears when there is nothing more to do with a file. */
  readonly onLeft?: () => void;
}

/** From a file to its preview, and from there into the list. */
export function Restore({ services, notices, given, onLeft }: RestoreProps) {
  const { t } = useInterface();
  const id = useId();
  const file = useSignal<File | null>(null);
  const asksPassphrase = useSignal(false);
  const passphrase = useSignal('');
  const preview = useSignal<BackupPreview | null>(null);
  const isWriting = useSignal(false);
  const work = useWork<BackupError>();
  const isBusy = work.progress.value !== null;

  const leave = () => {
    work.stop();
    file.value = null;
    preview.value = null;
    asksPassphrase.value = false;
    passphrase.value = '';
  };
  const inspect = async () => {
    const chosen = file.value;
    if (!chosen) return;
    isWriting.value = false;
    preview.value = await work.run((tell, signal) =>
      services.inspect(chosen, passphrase.value, tell, signal),
    );
    if (preview.value) asksPassphrase.value = false;
  };
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    leave();
    work.forgetError();
    file.value = chosen;
    asksPassphrase.value = await services.isSealed(chosen).catch(() => false);
    if (!asksPassphrase.value) await inspect();
  };
  const restore = async (bringsBack: boolean) => {
    const chosen = file.value;
    if (!chosen) return;
    isWriting.value = true;
    const report = await work.run((tell, signal) =>
      services.restore(chosen, passphrase.value, bringsBack, tell, signal),
    );
    if (!report) return;
    leave();
    onLeft?.();
    const { added, updated, removed } = report;
    notices.show('restoreDone', { values: { added, updated, removed } });
  };

  useEffect(() => void choose(given), [given]);

  return (
    <div class={styles.form}>
      <p class={styles.buttons}>
        {!given && (
          <label class={styles.file} for={id} aria-disabled={isBusy || undefined}>
            {t('restoreChoose')}
            <input
              id={id}
              type="file"
              class="visually-hidden"
              disabled={isBusy}
              onChange={(event) => {
                const { files } = event.currentTarget;
                const chosen = files?.[0];
                void choose(chosen);
                // The same file can be chosen again.
                event.currentTarget.value = '';
              }}
            />
          </label>
        )}
        {isBusy && (
          <button type="button" class={styles.button} onClick={work.stop}>
            {t('restoreCancel')}
          </button>
        )}
      </p>
      {file.value && asksPassphrase.value && (
        <form
          class={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void inspect();
          }}
        >
          <p class={styles.fact}>{file.value.name}</p>
          <PassphraseField label={t('restorePassphrase')} value={passphrase} />
          <p class={styles.buttons}>
            <button type="submit" class={styles.primary} aria-disabled={isBusy || undefined}>
              {t('restoreOpen')}
            </button>
          </p>
        </form>
      )}
      <WorkStatus work={work} words={() => t(isWriting.value ? 'restoreWriting' : 'restoreReading')} />
      {file.value && preview.value && (
        <RestorePreview
          name={file.value.name}
          preview={preview.value}
          isBusy={isBusy}
          onRestore={(bringsBack) => void restore(bringsBack)}
          onCancel={() => {
            leave();
            onLeft?.();
          }}
        />
      )}
    </div>
  );
}
