import { Disclosure } from '../Disclosure.tsx';
import { IconButton } from '../IconButton.tsx';
import { useInterface } from '../interface.ts';
import menu from '../MoreMenu.module.css';
import type { LibrarySlots } from './LibraryApp.tsx';
import styles from './LibraryBar.module.css';
import { SearchLine } from './SearchLine.tsx';
import type { LibraryScreen } from './state/screen.ts';
import type { LibraryVerbs, Overlay } from './use-library-verbs.ts';

export interface LibraryBarProps {
  readonly screen: LibraryScreen;
  readonly verbs: LibraryVerbs;
  readonly slots: LibrarySlots;
  readonly isImporting: boolean;
  readonly onOpenOptions: () => void;
}

/** The head of the library tab: its name, the search line and the menu. */
export function LibraryBar(props: LibraryBarProps) {
  const { verbs, slots, isImporting } = props;
  const { listing } = props.screen;
  const { t, language } = useInterface();
  const { isSideOpen } = verbs;
  return (
    <header class={styles.bar}>
      <a class={styles.name} href="/library.html">
        {language === 'ja' ? '精読' : 'Seidoku'}
      </a>
      {isImporting ? (
        <a class={styles.back} href="/library.html">
          {t('listBack')}
        </a>
      ) : (
        <>
          <span class={styles.fold}>
            <IconButton
              icon="filter"
              label={t('listSide')}
              expanded={isSideOpen.value}
              controls="library-side"
              onClick={() => {
                isSideOpen.value = !isSideOpen.value;
              }}
            />
          </span>
          <SearchLine
            text={listing.asked.value.text}
            onText={(text) => listing.ask({ text })}
            onLeave={verbs.focusList}
          />
        </>
      )}
      <span class={styles.menu}>
        <Menu verbs={verbs} slots={slots} onOpenOptions={props.onOpenOptions} />
      </span>
    </header>
  );
}

function Menu({ verbs, slots, onOpenOptions }: Pick<LibraryBarProps, 'verbs' | 'slots' | 'onOpenOptions'>) {
  const { t } = useInterface();
  return (
    <Disclosure icon="more" label={t('more')}>
      {(close) => {
        const item = (label: string, overlay: Overlay) => (
          <li>
            <button
              type="button"
              class={menu.item}
              onClick={() => {
                close();
                verbs.overlay.value = overlay;
              }}
            >
              {label}
            </button>
          </li>
        );
        return (
          <ul class={menu.menu}>
            {slots.importView && (
              <li>
                <a class={menu.item} href="/library.html#import">
                  {t('listImport')}
                </a>
              </li>
            )}
            {slots.exportDialog && item(t('listExportAll'), { kind: 'export-all' })}
            {item(t('listTagsManage'), { kind: 'tag-manager' })}
            {item(t('shortcuts'), { kind: 'help' })}
            <li>
              <button
                type="button"
                class={menu.item}
                onClick={() => {
                  close();
                  onOpenOptions();
                }}
              >
                {t('options')}
              </button>
            </li>
          </ul>
        );
      }}
    </Disclosure>
  );
}
