import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Translate } from '../utils/i18n.ts';
import { imagesOf } from '../utils/library/images/choose-images.ts';
import type { SavedSummary } from '../utils/library/types.ts';
import type { Settings } from '../utils/settings.ts';
import { ArticleActions, type ScreenActions } from './ArticleActions.tsx';
import { CommentsView } from './CommentsView.tsx';
import { KeptImagesContext } from './images/kept-images-context.ts';
import { OfflineImages } from './images/OfflineImages.tsx';
import { useInterface } from './interface.ts';
import { SavedTab } from './library/SavedTab.tsx';
import type { LibraryScreen } from './library/state/screen.ts';
import { NoticeBar } from './NoticeBar.tsx';
import styles from './PopupApp.module.css';
import type { OpenPost } from './PostList.tsx';
import { POPUP_SHORTCUTS } from './popup-shortcuts.ts';
import { ReadingView } from './ReadingView.tsx';
import type { EntrySlots } from './reader/entry-slots.ts';
import { ShortcutsHelp } from './ShortcutsHelp.tsx';
import { StateMessage } from './StateMessage.tsx';
import type { KeptImages } from './state/kept-images.ts';
import type { Session, Shown } from './state/session.ts';
import { type Tab, TabList, TabPanel } from './Tabs.tsx';
import { usePopupShortcuts } from './use-popup-shortcuts.ts';

export const POPUP_TABS = ['article', 'comments', 'saved'] as const;
export type PopupTab = (typeof POPUP_TABS)[number];

export interface PopupAppProps {
  readonly session: Session;
  readonly settings: Settings;
  readonly actions: ScreenActions;
  readonly openInTab: () => void;
  readonly openPost: OpenPost;
  /** Of the shown article, where it is saved. */
  readonly images: KeptImages;
  /** The reading list, for the last tab. */
  readonly library: LibraryScreen;
  /** Where an entry of it opens, and the library tab with a search line. */
  readonly savedHref: (item: SavedSummary) => string;
  readonly libraryHref: (text: string) => string;
}

export function PopupApp(props: PopupAppProps) {
  const { session, settings, actions, openInTab } = props;
  const { t } = useInterface();
  const tab = useSignal<PopupTab>('article');
  const helpIsOpen = useSignal(false);
  const showHelp = () => {
    helpIsOpen.value = true;
  };
  const select = (selected: PopupTab) => {
    tab.value = selected;
  };
  const root = usePopupShortcuts({ session, openInTab, showHelp, select });
  return (
    <div ref={root} class={styles.popup}>
      <header class={styles.bar}>
        <TabList label={t('tabsLabel')} tabs={tabsOf(props, t)} selected={tab.value} onSelect={select} />
        <ArticleActions
          session={session}
          settings={settings}
          actions={actions}
          onShowShortcuts={showHelp}
          onOpenInTab={openInTab}
          original={null}
        />
      </header>
      <Panels
        selected={tab.value}
        session={session}
        alwaysShowImages={settings.showImages === 'always'}
        openPost={props.openPost}
        images={props.images}
        library={props.library}
        savedHref={props.savedHref}
        libraryHref={props.libraryHref}
      />
      <NoticeBar notices={session.notices} />
      {helpIsOpen.value && (
        <ShortcutsHelp
          rows={POPUP_SHORTCUTS}
          onClose={() => {
            helpIsOpen.value = false;
          }}
        />
      )}
    </div>
  );
}

function tabsOf(
  { session, library }: Pick<PopupAppProps, 'session' | 'library'>,
  t: Translate,
): readonly Tab<PopupTab>[] {
  return [
    { id: 'article', label: t('tabArticle'), count: null },
    { id: 'comments', label: t('tabComments'), count: commentCount(session.shown.value) },
    { id: 'saved', label: t('tabSaved'), count: library.listing.total.value },
  ];
}

interface PanelsProps
  extends Pick<PopupAppProps, 'session' | 'openPost' | 'images' | 'library' | 'savedHref' | 'libraryHref'> {
  readonly selected: PopupTab;
  readonly alwaysShowImages: boolean;
}

function Panels(props: PanelsProps) {
  const { selected, session, alwaysShowImages, openPost, images } = props;
  const { t } = useInterface();
  // Hundreds of comments or entries take longer to draw than the article that the reader came for.
  const wereShown = useRef(new Set<PopupTab>());
  wereShown.current.add(selected);
  return (
    <KeptImagesContext.Provider value={images}>
      <main class={styles.main}>
        <TabPanel id="article" selected={selected === 'article'}>
          <div class={styles.page}>
            <ReadingView
              session={session}
              alwaysShowImages={alwaysShowImages}
              loadingLabel={t('loading')}
              openPost={openPost}
              slots={slotsOf(session.shown.value, images)}
            />
          </div>
        </TabPanel>
        <TabPanel id="comments" selected={selected === 'comments'}>
          <div class={styles.page}>
            {wereShown.current.has('comments') && (
              <CommentsTab session={session} alwaysShowImages={alwaysShowImages} />
            )}
          </div>
        </TabPanel>
        <TabPanel id="saved" selected={selected === 'saved'}>
          <div class={styles.list}>
            {wereShown.current.has('saved') && (
              <SavedTab screen={props.library} hrefOf={props.savedHref} libraryHref={props.libraryHref} />
            )}
          </div>
        </TabPanel>
      </main>
    </KeptImagesContext.Provider>
  );
}

/** What stands with an article that is saved. */
function slotsOf(shown: Shown | null, images: KeptImages): EntrySlots {
  if (!shown) return {};
  const { article, origin } = shown;
  return { below: <OfflineImages kept={images} urls={imagesOf(article)} page={origin.url} /> };
}

interface CommentsTabProps {
  readonly session: Session;
  readonly alwaysShowImages: boolean;
}

function CommentsTab({ session, alwaysShowImages }: CommentsTabProps) {
  const { t } = useInterface();
  const shown = session.shown.value;
  if (!shown) {
    return <StateMessage icon="book" heading={t('tabComments')} text={t('commentsUnread')} />;
  }
  const { thread, digest, meta } = shown.article;
  return (
    <>
      <h1 class="visually-hidden">{t('tabComments')}</h1>
      <CommentsView
        thread={thread}
        digest={digest}
        lang={meta.lang}
        dir={meta.dir}
        alwaysShowImages={alwaysShowImages}
        loading={session.moreComments}
      />
    </>
  );
}

/** Comments that are kept elsewhere or not loaded yet, in unknown number, must not be counted as none. */
function commentCount(shown: Shown | null): number | null {
  if (!shown) return null;
  const { comments, elsewhere, more } = shown.article.thread;
  const offered = elsewhere ?? more;
  return comments.length === 0 && offered ? offered.count : comments.length;
}
