import { useId } from 'preact/hooks';
import { ARTICLE_FORMATS, type ExportFormat } from '../../utils/library/transfer/export/format-names.ts';
import type { ExportChoices } from '../../utils/library/transfer/export/types.ts';
import { useInterface } from '../interface.ts';
import styles from './FormatChoice.module.css';

export interface FormatChoiceProps {
  readonly formats: readonly ExportFormat[];
  readonly format: ExportFormat;
  readonly choices: ExportChoices;
  readonly disabled: boolean;
  readonly onFormat: (format: ExportFormat) => void;
  readonly onChoices: (choices: ExportChoices) => void;
}

/** Which kind of file, each with what it is good for, and what that kind leaves open. */
export function FormatChoice(props: FormatChoiceProps) {
  const { t } = useInterface();
  const { formats, format, choices, disabled } = props;
  const id = useId();
  const hasTexts = ARTICLE_FORMATS.some((texts) => texts === format);
  return (
    <fieldset disabled={disabled}>
      <legend class="visually-hidden">{t('exportFormat')}</legend>
      {formats.map((offered) => (
        <label key={offered} class={styles.format}>
          <input
            type="radio"
            name={id}
            class={styles.radio}
            checked={offered === format}
            aria-labelledby={`${id}-${offered}-name`}
            aria-describedby={`${id}-${offered}`}
            onChange={() => props.onFormat(offered)}
          />
          <span class={styles.name} id={`${id}-${offered}-name`}>
            {t(`exportFormat_${offered}`)}
          </span>
          <span class={styles.hint} id={`${id}-${offered}`}>
            {t(`exportFormatHint_${offered}`)}
          </span>
        </label>
      ))}
      <div class={styles.choices}>
        {hasTexts && (
          <Check
            label={t('exportWithComments')}
            checked={choices.withComments}
            onChange={(withComments) => props.onChoices({ ...choices, withComments })}
          />
        )}
        {format === 'epub' && (
          <Check
            label={t('exportVertical')}
            checked={choices.isVertical}
            onChange={(isVertical) => props.onChoices({ ...choices, isVertical })}
          />
        )}
      </div>
    </fieldset>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label class={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
