import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Settings } from '../../utils/settings.ts';
import { useInterface } from '../interface.ts';
import { NoticeBar } from '../NoticeBar.tsx';
import type { BlogRecords } from '../state/blog-records.ts';
import type { Notices } from '../state/notices.ts';
import { AppearanceSection, ImagesSection, LanguageSection } from './AppearanceSections.tsx';
import { BlogsSection } from './BlogsSection.tsx';
import { ChoicesSection } from './ChoicesSection.tsx';
import styles from './OptionsApp.module.css';
import { type Permissions, PermissionsSection } from './PermissionsSection.tsx';
import { type Shortcuts, ShortcutsSection } from './ShortcutsSection.tsx';

/** What the settings' page can do that only an entrypoint knows how to. */
export interface OptionsServices {
  readonly changeSettings: (changes: Partial<Settings>) => void;
  readonly shortcuts: Shortcuts;
  readonly permissions: Permissions;
}

export interface OptionsAppProps {
  readonly settings: Settings;
  readonly services: OptionsServices;
  readonly records: BlogRecords;
  readonly notices: Notices;
  /** Sections of other parts of Seidoku, shown before the permissions. */
  readonly children?: ComponentChildren;
}

/** Everything that can be set, and everything that is remembered, a section each. */
export function OptionsApp({ settings, services, records, notices, children }: OptionsAppProps) {
  const { t, language } = useInterface();
  const setting = { settings, onChange: services.changeSettings };
  useEffect(() => {
    document.title = `${t('options')} – Seidoku`;
  }, [t]);
  return (
    <div class={styles.page}>
      <header class={styles.header}>
        <p class={styles.name}>{language === 'ja' ? '精読' : 'Seidoku'}</p>
        <h1 class={styles.heading}>{t('options')}</h1>
      </header>
      <main class={styles.sections}>
        <AppearanceSection {...setting} />
        <LanguageSection {...setting} />
        <ImagesSection {...setting} />
        <ShortcutsSection shortcuts={services.shortcuts} />
        <ChoicesSection records={records} />
        <BlogsSection records={records} {...setting} />
        {children}
        <PermissionsSection permissions={services.permissions} />
      </main>
      <NoticeBar notices={notices} />
    </div>
  );
}
