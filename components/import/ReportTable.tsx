import { useState } from 'preact/hooks';
import { messageKey } from '../../utils/i18n.ts';
import {
  type ImportReport,
  type ReportRow,
  ROW_RESULTS,
  type RowResult,
} from '../../utils/library/transfer/import/report.ts';
import { Choice } from '../Choice.tsx';
import { useInterface } from '../interface.ts';
import styles from './ImportView.module.css';
import { RowTitle } from './RowTitle.tsx';
import { remarkText } from './report-words.ts';

/** Rows of one result, those of which only a part was taken in, or all. */
type Shown = RowResult | 'partly' | 'all';

/** The rows of a report, as many of each result as a screen can hold. */
export function ReportTable({ report }: { readonly report: ImportReport }) {
  const { t } = useInterface();
  const { counts, rows, remarked } = report;
  const total = ROW_RESULTS.reduce((sum, result) => sum + counts[result], 0);
  const countOf = { ...counts, partly: remarked, all: total };
  // What was left out is what people look for.
  const [shown, setShown] = useState<Shown>(counts.skipped > 0 ? 'skipped' : 'all');
  const choices = (['all', ...ROW_RESULTS, 'partly'] as const).filter((choice) => countOf[choice] > 0);
  const listed = rows.filter((row) => isShown(row, shown));
  if (total === 0) return null;
  return (
    <>
      <h2 class={styles.subheading}>{t('importRows')}</h2>
      {choices.length > 2 && (
        <Choice
          label={t('importShow')}
          values={choices}
          chosen={shown}
          nameOf={(choice) => t(messageKey('importResult', choice))}
          onChange={setShown}
        />
      )}
      {listed.length < countOf[shown] && (
        <p class={styles.text}>{t('importShownRows', { count: listed.length })}</p>
      )}
      <div class={styles.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('importColumnTitle')}</th>
              <th scope="col" class={styles.fate}>
                {t('importColumnResult')}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map((row, index) => (
              <Row key={index} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function isShown({ result, remarks }: ReportRow, shown: Shown): boolean {
  if (shown === 'partly') return result !== 'skipped' && remarks.length > 0;
  return shown === 'all' || shown === result;
}

function Row({ row }: { readonly row: ReportRow }) {
  const { t } = useInterface();
  return (
    <tr>
      <td>
        <RowTitle title={row.title} url={row.url} />
        <span class={styles.sub} dir="auto">
          {t('importPlace', { file: row.file, row: row.row })}
        </span>
      </td>
      <td>
        {t(messageKey('importResult', row.result))}
        {row.remarks.map((remark, index) => (
          <span key={index} class={styles.sub}>
            {remarkText(remark, t)}
          </span>
        ))}
      </td>
    </tr>
  );
}
