import { Choice } from '../Choice.tsx';
import { useInterface } from '../interface.ts';
import { AppearanceChoice, ImagesChoice, type SettingsProps, TextChoices } from '../TextChoices.tsx';
import { Section } from './Section.tsx';

export function AppearanceSection(props: SettingsProps) {
  const { t } = useInterface();
  return (
    <Section id="appearance" heading={t('appearance')}>
      <AppearanceChoice {...props} />
      <TextChoices {...props} />
    </Section>
  );
}

export function LanguageSection({ settings, onChange }: SettingsProps) {
  const { t } = useInterface();
  return (
    <Section id="language" heading={t('language')} intro={t('languageIntro')}>
      <Choice
        label={t('languageChoice')}
        values={['auto', 'en', 'ja']}
        chosen={settings.language}
        nameOf={(value) => t(`language_${value}`)}
        onChange={(language) => onChange({ language })}
      />
    </Section>
  );
}

export function ImagesSection(props: SettingsProps) {
  const { t } = useInterface();
  return (
    <Section id="images" heading={t('images')} intro={t('imagesIntro')}>
      <ImagesChoice {...props} />
    </Section>
  );
}
