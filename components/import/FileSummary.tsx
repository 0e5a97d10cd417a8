import { useId } from 'preact/hooks';
import { messageKey } from '../../utils/i18n.ts';
import type { FilePreview, PreviewRow } from '../../utils/library/transfer/import/preview.ts';
import { formatList } from '../format.ts';
import { type Interface, useInterface } from '../interface.ts';
import styles from './FileSummary.module.css';
import view from './ImportView.module.css';
import { RowTitle } from './RowTitle.tsx';
import { flawText } from './report-words.ts';

/** What one file holds and what would become of it. */
export function FileSummary({ file }: { readonly file: FilePreview }) {
  const { t, language } = useInterface();
  const id = useId();
  const kinds = [...new Set(file.kinds.map((kind) => t(messageKey('importKind', kind))))];
  return (
    <section class={styles.file} aria-labelledby={id}>
      <h2 id={id} class={styles.name} dir="auto">
        {file.name}
      </h2>
      {kinds.length > 0 && <p class={styles.kinds}>{formatList(kinds, language)}</p>}
      {file.items > 0 && <Counts file={file} />}
      {file.flaws.length > 0 && (
        <ul class={view.flaws}>
          {file.flaws.map((flaw, index) => (
            <li key={index}>{flawText(flaw, t)}</li>
          ))}
        </ul>
      )}
      {file.rows.length > 0 && <FirstRows rows={file.rows} />}
    </section>
  );
}

function Counts({ file }: { readonly file: FilePreview }) {
  const { t } = useInterface();
  const { toAdd, toMerge, withBody, skipped } = file;
  return (
    <ul class={styles.counts}>
      <li>{t('importCountNew', { count: toAdd })}</li>
      {toMerge > 0 && <li>{t('importCountMerged', { count: toMerge })}</li>}
      {withBody > 0 && <li>{t('importCountBodies', { count: withBody })}</li>}
      {skipped.map(({ reason, count }) => (
        <li key={reason} class={styles.skipped}>
          {t('importCountSkipped', { count, reason: t(messageKey('importSkipped', reason)) })}
        </li>
      ))}
    </ul>
  );
}

function FirstRows({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const ui = useInterface();
  const { t, language } = ui;
  return (
    <div class={view.table}>
      <table>
        <caption class={styles.caption}>{t('importFirstRows')}</caption>
        <thead>
          <tr>
            <th scope="col" class={view.number}>
              {t('importColumnRow')}
            </th>
            <th scope="col">{t('importColumnTitle')}</th>
            <th scope="col" class={view.fate}>
              {t('importColumnFate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td class={view.number}>{row.row}</td>
              <td>
                <RowTitle title={row.title} url={row.url} />
                {row.tags.length > 0 && (
                  <span class={view.sub} dir="auto">
                    {formatList(row.tags, language)}
                  </span>
                )}
              </td>
              <td>{fateText(row, ui)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function fateText({ fate, state, hasBody }: PreviewRow, { t, language }: Interface): string {
  if (fate !== 'add' && fate !== 'merge') return t(messageKey('importSkipped', fate));
  const words = [
    t(messageKey('importFate', fate)),
    t(messageKey('importState', state)),
    hasBody ? t('importHasBody') : '',
  ];
  return formatList(words.filter(Boolean), language);
}
