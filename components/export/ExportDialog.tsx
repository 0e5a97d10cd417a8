import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { messageKey } from '../../utils/i18n.ts';
import type { ExportFormat } from '../../utils/library/transfer/export/format-names.ts';
import type { ExportChoices, ExportErrorKind } from '../../utils/library/transfer/export/types.ts';
import { IconButton } from '../IconButton.tsx';
import { useInterface } from '../interface.ts';
import type { Notices } from '../state/notices.ts';
import styles from './ExportDialog.module.css';
import { FormatChoice } from './FormatChoice.tsx';
import type { ExportOffer } from './offer.ts';

export interface ExportDialogProps {
  readonly offer: ExportOffer;
  readonly notices: Notices;
  readonly onClose: () => void;
}

/** Asks how to export and does it; what comes of it is said in a notice, what went wrong in the dialog. */
export function ExportDialog({ offer, notices, onClose }: ExportDialogProps) {
  const { t, language } = useInterface();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const format = useSignal<ExportFormat>(offer.formats[0] ?? 'markdown');
  const choices = useSignal<ExportChoices>({ withComments: true, isVertical: false });
  const count = useSignal<number | null>(null);
  const done = useSignal<number | null>(null);
  const error = useSignal<ExportErrorKind | null>(null);
  const work = useRef<AbortController | null>(null);

  useLayoutEffect(() => {
    dialog.current?.showModal();
    // The choice comes first, not the way out.
    dialog.current?.querySelector<HTMLElement>('input:checked')?.focus();
    void offer.count().then((known) => {
      count.value = known;
    });
    return () => work.current?.abort();
  }, []);

  const close = () => dialog.current?.close();
  const start = async () => {
    const controller = new AbortController();
    work.current = controller;
    error.value = null;
    done.value = 0;
    const result = await offer.run({
      format: format.value,
      choices: choices.value,
      t,
      language,
      signal: controller.signal,
      tell: (written) => {
        done.value = written;
      },
    });
    if (controller.signal.aborted) return;
    done.value = null;
    if (!result.ok) {
      error.value = result.error.kind;
      return;
    }
    const { name, damaged } = result.value;
    close();
    if (damaged > 0) notices.show('exportDamaged', { values: { name, count: damaged }, isError: true });
    else notices.show('exportDone', { values: { name } });
  };
  const isBusy = done.value !== null;

  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      aria-labelledby={heading}
      onClose={() => {
        // A dialog that is gone has nobody to give its file to.
        work.current?.abort();
        onClose();
      }}
      onKeyDown={(event) => {
        // Keys of the page behind mean nothing here, and Escape would close the whole popup.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <header class={styles.header}>
        <h2 id={heading}>{t('exportTitle')}</h2>
        <IconButton icon="close" label={t('close')} onClick={close} />
      </header>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void start();
        }}
      >
        {count.value !== null && count.value > 1 && (
          <p class={styles.count}>{t('exportEntries', { count: count.value })}</p>
        )}
        <FormatChoice
          formats={offer.formats}
          format={format.value}
          choices={choices.value}
          disabled={isBusy}
          onFormat={(chosen) => {
            format.value = chosen;
          }}
          onChoices={(chosen) => {
            choices.value = chosen;
          }}
        />
        <div role="status" class={styles.status}>
          {error.value && <p class={styles.error}>{t(messageKey('exportError', error.value))}</p>}
          {isBusy && count.value !== null && count.value > 1 && (
            <>
              <progress
                class={styles.progress}
                max={count.value}
                value={done.value ?? 0}
                aria-hidden="true"
              />
              <p>{t('exportProgress', { done: done.value ?? 0, count: count.value })}</p>
            </>
          )}
        </div>
        <footer class={styles.buttons}>
          <button type="button" class={styles.button} onClick={close}>
            {t('exportCancel')}
          </button>
          <button type="submit" class={styles.primary} aria-disabled={isBusy || undefined}>
            {t('exportStartAction')}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
