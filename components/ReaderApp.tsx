import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Settings } from '../utils/settings.ts';
import { ArticleActions, type ScreenActions } from './ArticleActions.tsx';
import { CommentsView } from './CommentsView.tsx';
import { useInterface } from './interface.ts';
import { NoticeBar } from './NoticeBar.tsx';
import styles from './ReaderApp.module.css';
import { ReadingView } from './ReadingView.tsx';
import { type ShortcutRow, ShortcutsHelp } from './ShortcutsHelp.tsx';
import type { Session } from './state/session.ts';
import { moveInList, useShortcuts } from './use-shortcuts.ts';

const SHORTCUTS: readonly ShortcutRow[] = [
  { keys: ['s'], message: 'shortcut_save' },
  { keys: ['j'], message: 'shortcut_next' },
  { keys: ['k'], message: 'shortcut_previous' },
  { keys: ['?'], message: 'shortcut_help' },
  { keys: ['Esc'], message: 'shortcut_escape' },
];

export interface ReaderAppProps {
  readonly session: Session;
  readonly settings: Settings;
  readonly actions: ScreenActions;
  /** True when a saved article is shown, not a page. */
  readonly isSaved: boolean;
}

/** One article with room to read, its comments below it. */
export function ReaderApp({ session, settings, actions, isSaved }: ReaderAppProps) {
  const { t, language } = useInterface();
  const helpIsOpen = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const shown = session.shown.value;
  const showHelp = () => {
    helpIsOpen.value = true;
  };
  useShortcuts({
    s: () => void session.toggleSaved(),
    j: () => root.current && moveInList(root.current, 1),
    k: () => root.current && moveInList(root.current, -1),
    '?': showHelp,
  });
  const title = shown?.article.meta.title || t('untitled');
  useEffect(() => {
    document.title = shown ? title : 'Seidoku';
  }, [shown, title]);

  return (
    <div ref={root} class={styles.reader}>
      <header class={styles.bar}>
        <p class={styles.name}>{language === 'ja' ? '精読' : 'Seidoku'}</p>
        <ArticleActions
          session={session}
          settings={settings}
          actions={actions}
          onShowShortcuts={showHelp}
          original={shown?.origin.url ?? null}
        />
      </header>
      <main class={styles.page}>
        <ReadingView
          reading={session.reading.value}
          shown={shown}
          alwaysShowImages={settings.showImages === 'always'}
          loadingLabel={t(isSaved ? 'loadingSaved' : 'loading')}
          onReadAnyway={session.readAnyway}
          onRetry={() => void session.read()}
        />
        {shown && (
          <section class={styles.comments} aria-label={t('tabComments')}>
            <CommentsView
              thread={shown.article.thread}
              digest={shown.article.digest}
              lang={shown.article.meta.lang}
              dir={shown.article.meta.dir}
              showImages={settings.showImages === 'always'}
            />
          </section>
        )}
      </main>
      <NoticeBar notices={session.notices} />
      {helpIsOpen.value && (
        <ShortcutsHelp
          rows={SHORTCUTS}
          onClose={() => {
            helpIsOpen.value = false;
          }}
        />
      )}
    </div>
  );
}
