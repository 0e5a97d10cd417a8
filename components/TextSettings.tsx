import { Disclosure } from './Disclosure.tsx';
import { useInterface } from './interface.ts';
import { AppearanceChoice, ImagesChoice, type SettingsProps, TextChoices } from './TextChoices.tsx';
import styles from './TextSettings.module.css';

/** The button for what is changed most often while reading; the settings' own page has it all. */
export function TextSettings(props: SettingsProps) {
  const { t } = useInterface();
  return (
    <Disclosure icon="text" label={t('textSettings')}>
      {() => (
        <div class={styles.settings}>
          <TextChoices {...props} />
          <AppearanceChoice {...props} />
          <ImagesChoice {...props} />
          <p class={styles.note}>{t('imagesNote')}</p>
        </div>
      )}
    </Disclosure>
  );
}
