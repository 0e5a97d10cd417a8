import type { RefObject } from 'preact';
import type { Preview } from '../../utils/library/transfer/import/preview.ts';
import { useInterface } from '../interface.ts';
import { FileSummary } from './FileSummary.tsx';
import styles from './ImportView.module.css';

export interface ImportPreviewProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly preview: Preview;
  readonly onStart: () => void;
  readonly onOther: () => void;
}

/** The second step: what the files hold, before anything is written. */
export function ImportPreview({ heading, preview, onStart, onOther }: ImportPreviewProps) {
  const { t } = useInterface();
  const { files } = preview;
  const count = files.reduce((sum, { toAdd, toMerge }) => sum + toAdd + toMerge, 0);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} class={styles.heading}>
        {t('importPreviewHeading')}
      </h1>
      <p class={styles.text}>{t(count > 0 ? 'importPreviewText' : 'importNothing')}</p>
      <p class={styles.buttons}>
        {count > 0 && (
          <button type="button" class={styles.primary} onClick={onStart}>
            {t('importStart', { count })}
          </button>
        )}
        <button type="button" class={styles.secondary} onClick={onOther}>
          {t('importOther')}
        </button>
      </p>
      {files.map((file, index) => (
        // Two files may have one name; their order never changes.
        <FileSummary key={index} file={file} />
      ))}
    </>
  );
}
