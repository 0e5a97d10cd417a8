import { type Settings, TEXT_SIZE_STEPS } from '../utils/settings.ts';
import { textScale } from './appearance.ts';
import { Choice } from './Choice.tsx';
import { Disclosure } from './Disclosure.tsx';
import { IconButton } from './IconButton.tsx';
import { useInterface } from './interface.ts';
import styles from './TextSettings.module.css';

export interface TextSettingsProps {
  readonly settings: Settings;
  readonly onChange: (changes: Partial<Settings>) => void;
}

export function TextSettings({ settings, onChange }: TextSettingsProps) {
  const { t } = useInterface();
  return (
    <Disclosure icon="text" label={t('textSettings')}>
      {() => (
        <div class={styles.settings}>
          <SizeStepper step={settings.textSize} onChange={(textSize) => onChange({ textSize })} />
          <Choice
            label={t('textWidth')}
            values={['narrow', 'medium', 'wide']}
            chosen={settings.lineWidth}
            nameOf={(value) => t(`textWidth_${value}`)}
            onChange={(lineWidth) => onChange({ lineWidth })}
          />
          <Choice
            label={t('textFont')}
            values={['sans', 'serif']}
            chosen={settings.font}
            nameOf={(value) => t(`textFont_${value}`)}
            onChange={(font) => onChange({ font })}
          />
          <Choice
            label={t('appearance')}
            values={['auto', 'light', 'dark']}
            chosen={settings.appearance}
            nameOf={(value) => t(`appearance_${value}`)}
            onChange={(appearance) => onChange({ appearance })}
          />
          <Choice
            label={t('images')}
            values={['ask', 'always']}
            chosen={settings.showImages}
            nameOf={(value) => t(`images_${value}`)}
            onChange={(showImages) => onChange({ showImages })}
          />
          <p class={styles.note}>{t('imagesNote')}</p>
        </div>
      )}
    </Disclosure>
  );
}

interface SizeStepperProps {
  readonly step: number;
  readonly onChange: (step: number) => void;
}

function SizeStepper({ step, onChange }: SizeStepperProps) {
  const { t } = useInterface();
  const { smallest, largest } = TEXT_SIZE_STEPS;
  const percent = Math.round(textScale(step) * 100);
  return (
    <fieldset class={styles.row} aria-label={t('textSize')}>
      <span>{t('textSize')}</span>
      <span class={styles.stepper}>
        <IconButton
          icon="smaller"
          label={t('textSmaller')}
          disabled={step <= smallest}
          onClick={() => onChange(step - 1)}
        />
        <output class={styles.value}>{t('textSizeValue', { percent })}</output>
        <IconButton
          icon="larger"
          label={t('textLarger')}
          disabled={step >= largest}
          onClick={() => onChange(step + 1)}
        />
      </span>
    </fieldset>
  );
}
