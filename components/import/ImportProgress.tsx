import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { useInterface } from '../interface.ts';
import styles from './ImportProgress.module.css';
import view from './ImportView.module.css';
import type { ImportState } from './state/import-session.ts';

export interface ImportProgressProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly state: Extract<ImportState, { kind: 'reading' | 'writing' }>;
  readonly onStop: () => void;
}

/** How far reading or importing has come. */
export function ImportProgress({ heading, state, onStop }: ImportProgressProps) {
  const { t } = useInterface();
  const id = useId();
  const { progress, isStopping, kind } = state;
  const { bytes, totalBytes, items } = progress;
  return (
    <>
      <h1 ref={heading} id={id} tabIndex={-1} class={view.heading}>
        {t(kind === 'reading' ? 'importReading' : 'importWriting')}
      </h1>
      <progress
        class={styles.bar}
        aria-labelledby={id}
        max={1}
        value={totalBytes > 0 ? Math.min(1, bytes / totalBytes) : 0}
      />
      <p class={view.text}>{t('importSoFar', { count: items })}</p>
      <p class={view.buttons}>
        <button type="button" class={view.secondary} disabled={isStopping} onClick={onStop}>
          {t(isStopping ? 'importStopping' : 'importStop')}
        </button>
        {kind === 'writing' && <span class={view.text}>{t('importStopHint')}</span>}
      </p>
    </>
  );
}
