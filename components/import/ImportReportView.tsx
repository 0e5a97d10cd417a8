import type { RefObject } from 'preact';
import { messageKey } from '../../utils/i18n.ts';
import type { ImportReport } from '../../utils/library/transfer/import/report.ts';
import { useInterface } from '../interface.ts';
import styles from './ImportView.module.css';
import { ReportTable } from './ReportTable.tsx';
import { flawText } from './report-words.ts';

export interface ImportReportProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly report: ImportReport;
  readonly listHref: string;
  readonly onSave: (name: string) => void;
  readonly onMore: () => void;
}

/** The last step: what became of each row. */
export function ImportReportView({ heading, report, listHref, onSave, onMore }: ImportReportProps) {
  const { t } = useInterface();
  const { counts, withBody, remarked, error, isCancelled, flaws } = report;
  return (
    <>
      <h1 ref={heading} tabIndex={-1} class={styles.heading}>
        {t(error ? 'importEndedEarly' : isCancelled ? 'importStopped' : 'importDone')}
      </h1>
      {error && <p class={styles.flaws}>{t(messageKey('libraryError', error.kind))}</p>}
      <p class={styles.text}>
        {t('importSum', {
          added: counts.added,
          merged: counts.merged,
          unchanged: counts.unchanged,
          skipped: counts.skipped,
        })}
      </p>
      {withBody > 0 && <p class={styles.text}>{t('importSumBodies', { count: withBody })}</p>}
      {remarked > 0 && <p class={styles.text}>{t('importSumRemarked', { count: remarked })}</p>}
      <p class={styles.buttons}>
        <a class={styles.primary} href={listHref}>
          {t('importToList')}
        </a>
        <button type="button" class={styles.secondary} onClick={() => onSave('seidoku-import.csv')}>
          {t('importSaveReport')}
        </button>
        <button type="button" class={styles.secondary} onClick={onMore}>
          {t('importMore')}
        </button>
      </p>
      {flaws.length > 0 && (
        <>
          <h2 class={styles.subheading}>{t('importFlaws')}</h2>
          <ul class={styles.flaws}>
            {flaws.map((flaw, index) => (
              <li key={index}>{flawText(flaw, t)}</li>
            ))}
          </ul>
        </>
      )}
      <ReportTable report={report} />
    </>
  );
}
