import type { MessageKey } from '../../utils/i18n.ts';
import { useInterface } from '../interface.ts';
import styles from './QueryHelp.module.css';

/** What can be typed, and what it finds. The words before the colon are the same in every language. */
const ROWS: readonly (readonly [MessageKey, MessageKey])[] = [
  ['querySample_words', 'queryHelp_words'],
  ['querySample_phrase', 'queryHelp_phrase'],
  ['querySample_not', 'queryHelp_not'],
  ['querySample_tag', 'queryHelp_tag'],
  ['querySample_site', 'queryHelp_site'],
  ['querySample_date', 'queryHelp_date'],
  ['querySample_is', 'queryHelp_is'],
  ['querySample_lang', 'queryHelp_lang'],
];

export function QueryHelp() {
  const { t } = useInterface();
  return (
    <dl class={styles.rows}>
      {ROWS.map(([sample, help]) => (
        <div key={sample} class={styles.row}>
          <dt>
            <code>{t(sample)}</code>
          </dt>
          <dd>{t(help)}</dd>
        </div>
      ))}
    </dl>
  );
}
