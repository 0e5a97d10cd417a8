import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { imagesOf } from '../utils/library/images/choose-images.ts';
import type { Settings } from '../utils/settings.ts';
import { ArticleActions, type ScreenActions } from './ArticleActions.tsx';
import { CommentsView } from './CommentsView.tsx';
import { KeptImagesContext } from './images/kept-images-context.ts';
import { OfflineImages } from './images/OfflineImages.tsx';
import { useInterface } from './interface.ts';
import { NoticeBar } from './NoticeBar.tsx';
import styles from './ReaderApp.module.css';
import { ReadingView } from './ReadingView.tsx';
import { EndOfArticle } from './reader/EndOfArticle.tsx';
import { EntryButtons } from './reader/EntryButtons.tsx';
import type { EntrySlots } from './reader/entry-slots.ts';
import { NoteEditor } from './reader/NoteEditor.tsx';
import { ResumedBar } from './reader/ResumedBar.tsx';
import { TagEditor } from './reader/TagEditor.tsx';
import { READER_SHORTCUTS, useReaderShortcuts } from './reader/use-reader-shortcuts.ts';
import { useReadingPlace } from './reader/use-reading-place.ts';
import { ShortcutsHelp } from './ShortcutsHelp.tsx';
import type { CommentLoading } from './state/comment-loading.ts';
import type { EntryParts } from './state/entry-parts.ts';
import type { Session, Shown } from './state/session.ts';

export interface ReaderAppProps {
  readonly session: Session;
  readonly settings: Settings;
  readonly actions: ScreenActions;
  /** True when a saved article is shown, not a page. */
  readonly isSaved: boolean;
  /** Of the shown article, where it is saved. */
  readonly parts: EntryParts;
}

/** One article with room to read, its comments below it. */
export function ReaderApp({ session, settings, actions, isSaved, parts }: ReaderAppProps) {
  const { t, language } = useInterface();
  const helpIsOpen = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const shown = session.shown.value;
  const { entry, images } = parts;
  const resumed = useReadingPlace({ root, entry, isSaved, drawn: shown !== null });
  const showHelp = () => {
    helpIsOpen.value = true;
  };
  useReaderShortcuts({ root, session, entry, showHelp });
  useEffect(() => {
    document.title = shown ? shown.article.meta.title || t('untitled') : 'Seidoku';
  }, [shown, t]);

  return (
    <div ref={root} class={styles.reader}>
      <header class={styles.bar}>
        <p class={styles.name}>{language === 'ja' ? '精読' : 'Seidoku'}</p>
        <ResumedBar resumed={resumed} />
        <EntryButtons entry={entry} />
        <ArticleActions
          session={session}
          settings={settings}
          actions={actions}
          onShowShortcuts={showHelp}
          original={shown?.origin.url ?? null}
        />
      </header>
      <KeptImagesContext.Provider value={images}>
        <main class={styles.page} tabIndex={-1}>
          <ReadingView
            session={session}
            alwaysShowImages={settings.showImages === 'always'}
            loadingLabel={t(isSaved ? 'loadingSaved' : 'loading')}
            slots={shown ? slotsOf(parts, shown) : undefined}
          />
          {shown && (
            <CommentsBelow
              shown={shown}
              alwaysShowImages={settings.showImages === 'always'}
              loading={session.moreComments}
            />
          )}
        </main>
      </KeptImagesContext.Provider>
      <NoticeBar notices={session.notices} />
      {helpIsOpen.value && (
        <ShortcutsHelp
          rows={READER_SHORTCUTS}
          onClose={() => {
            helpIsOpen.value = false;
          }}
        />
      )}
    </div>
  );
}

/** What stands with a saved article; nothing with one that is not. */
function slotsOf({ entry, note, images }: EntryParts, { article, origin }: Shown): EntrySlots | undefined {
  if (!entry.summary.value) return undefined;
  return {
    tags: <TagEditor entry={entry} />,
    below: (
      <>
        <OfflineImages kept={images} urls={imagesOf(article)} page={origin.url} />
        <NoteEditor note={note} />
      </>
    ),
    end: <EndOfArticle entry={entry} />,
  };
}

interface CommentsBelowProps {
  readonly shown: Shown;
  readonly alwaysShowImages: boolean;
  readonly loading: CommentLoading;
}

function CommentsBelow({ shown: { article }, alwaysShowImages, loading }: CommentsBelowProps) {
  const { t } = useInterface();
  const { thread, digest, meta } = article;
  return (
    <section class={styles.comments} aria-label={t('tabComments')}>
      <CommentsView
        thread={thread}
        digest={digest}
        lang={meta.lang}
        dir={meta.dir}
        alwaysShowImages={alwaysShowImages}
        loading={loading}
      />
    </section>
  );
}
