import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '../../utils/i18n.ts';
import { useInterface } from '../interface.ts';
import { LIBRARY_SHORTCUTS } from '../library/library-shortcuts.ts';
import { POPUP_SHORTCUTS } from '../popup-shortcuts.ts';
import { ShortcutRows } from '../ShortcutRows.tsx';
import styles from './records.module.css';
import { Section } from './Section.tsx';

/** The keys that work on every page; the browser owns them. */
export interface Shortcuts {
  /** What each command does and its key as the browser writes it; empty where it has none. */
  readonly list: () => Promise<readonly { readonly message: MessageKey; readonly key: string }[]>;
  /** Opens the browser's own settings for them. */
  readonly change: () => void;
}

export function ShortcutsSection({ shortcuts }: { readonly shortcuts: Shortcuts }) {
  const { t } = useInterface();
  const [commands, setCommands] = useState<Awaited<ReturnType<Shortcuts['list']>>>([]);
  useEffect(() => {
    const look = () => void shortcuts.list().then(setCommands, () => setCommands([]));
    look();
    // The reader comes back from the browser's settings.
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [shortcuts]);
  return (
    <Section id="shortcuts" heading={t('shortcuts')} intro={t('shortcutsIntro')}>
      {commands.length > 0 && (
        <ShortcutRows rows={commands.map(({ message, key }) => ({ message, keys: key ? [key] : [] }))} />
      )}
      <button type="button" class={styles.button} onClick={shortcuts.change}>
        {t('shortcutsChange')}
      </button>
      <h3 class={styles.subheading}>{t('shortcutsPopup')}</h3>
      <ShortcutRows rows={POPUP_SHORTCUTS} />
      <h3 class={styles.subheading}>{t('shortcutsLibrary')}</h3>
      <ShortcutRows rows={LIBRARY_SHORTCUTS} />
    </Section>
  );
}
