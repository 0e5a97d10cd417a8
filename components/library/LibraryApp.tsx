import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ArticleId, SavedSummary } from '../../utils/library/types.ts';
import { useInterface } from '../interface.ts';
import { NoticeBar } from '../NoticeBar.tsx';
import styles from './LibraryApp.module.css';
import { LibraryBar } from './LibraryBar.tsx';
import { LibraryList } from './LibraryList.tsx';
import { Overlays } from './Overlays.tsx';
import { Side } from './Side.tsx';
import type { LibraryScreen } from './state/screen.ts';
import { useLibraryKeys } from './use-library-keys.ts';
import { useLibraryVerbs } from './use-library-verbs.ts';

/** What other parts of the extension put into the library tab. */
export interface LibrarySlots {
  readonly importView: (() => ComponentChildren) | null;
  /** A dialog that exports some entries, or all of them (null). */
  readonly exportDialog:
    | ((ids: readonly ArticleId[] | null, onClose: () => void) => ComponentChildren)
    | null;
  /** Stands above the list. */
  readonly reminder: (() => ComponentChildren) | null;
}

export interface LibraryAppProps {
  readonly screen: LibraryScreen;
  readonly slots: LibrarySlots;
  readonly isImporting: boolean;
  readonly hrefOf: (item: SavedSummary) => string;
  readonly copyLinks: (ids: readonly ArticleId[]) => void;
  /** Turns to the import. */
  readonly onImport: () => void;
  readonly onOpenOptions: () => void;
}

/** The reading list with room to look around in it. */
export function LibraryApp(props: LibraryAppProps) {
  const { screen, slots, isImporting, hrefOf, copyLinks, onImport } = props;
  const { t } = useInterface();
  const verbs = useLibraryVerbs(screen);
  useLibraryKeys(verbs);
  const heading = t(isImporting ? 'listImport' : 'tabSaved');
  useEffect(() => {
    document.title = `${heading} – Seidoku`;
  }, [heading]);
  return (
    <div ref={verbs.root} class={styles.library}>
      <LibraryBar
        screen={screen}
        verbs={verbs}
        slots={slots}
        isImporting={isImporting}
        onOpenOptions={props.onOpenOptions}
      />
      {isImporting && slots.importView ? (
        <main class={styles.import}>{slots.importView()}</main>
      ) : (
        <div class={styles.content}>
          <div id="library-side" class={styles.side} data-open={verbs.isSideOpen.value || undefined}>
            <Side
              listing={screen.listing}
              onManageTags={() => {
                verbs.overlay.value = { kind: 'tag-manager' };
              }}
            />
          </div>
          <main class={styles.main}>
            <div class={styles.reminder}>{slots.reminder?.()}</div>
            <LibraryList
              screen={screen}
              verbs={verbs}
              hrefOf={hrefOf}
              copyLinks={copyLinks}
              canExport={slots.exportDialog !== null}
              onImport={slots.importView && onImport}
            />
          </main>
        </div>
      )}
      {verbs.overlay.value?.kind !== 'tag-manager' && <NoticeBar notices={screen.notices} />}
      <Overlays screen={screen} overlay={verbs.overlay} exportDialog={slots.exportDialog} />
    </div>
  );
}
