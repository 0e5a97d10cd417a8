import { type Settings, TEXT_SIZE_STEPS } from '../utils/settings.ts';
import { textScale } from './appearance.ts';
import { Choice } from './Choice.tsx';
import { IconButton } from './IconButton.tsx';
import { useInterface } from './interface.ts';
import styles from './TextChoices.module.css';

export interface SettingsProps {
  readonly settings: Settings;
  readonly onChange: (changes: Partial<Settings>) => void;
}

/** How large, how wide and in which type articles are set. */
export function TextChoices({ settings, onChange }: SettingsProps) {
  const { t } = useInterface();
  return (
    <>
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
    </>
  );
}

/** Light, dark or as the browser has it. */
export function AppearanceChoice({ settings, onChange }: SettingsProps) {
  const { t } = useInterface();
  return (
    <Choice
      label={t('appearance')}
      values={['auto', 'light', 'dark']}
      chosen={settings.appearance}
      nameOf={(value) => t(`appearance_${value}`)}
      onChange={(appearance) => onChange({ appearance })}
    />
  );
}

/** Whether images are fetched without being asked for. */
export function ImagesChoice({ settings, onChange }: SettingsProps) {
  const { t } = useInterface();
  return (
    <Choice
      label={t('images')}
      values={['ask', 'always']}
      chosen={settings.showImages}
      nameOf={(value) => t(`images_${value}`)}
      onChange={(showImages) => onChange({ showImages })}
    />
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
