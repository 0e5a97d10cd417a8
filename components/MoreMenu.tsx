import { libraryPath } from '../utils/library-address.ts';
import { Disclosure } from './Disclosure.tsx';
import { useInterface } from './interface.ts';
import styles from './MoreMenu.module.css';

export interface MoreMenuProps {
  /** Null where there is no article to copy. */
  readonly onCopyMarkdown: (() => void) | null;
  readonly onCopyLink: (() => void) | null;
  readonly onExport: (() => void) | null;
  readonly onShowShortcuts: () => void;
  readonly onOpenOptions: () => void;
  /** Address of the original page, where the reader does not stand on it. */
  readonly original: string | null;
}

export function MoreMenu({
  onCopyMarkdown,
  onCopyLink,
  onExport,
  onShowShortcuts,
  onOpenOptions,
  original,
}: MoreMenuProps) {
  const { t } = useInterface();
  return (
    <Disclosure icon="more" label={t('more')}>
      {(close) => {
        const item = (label: string, action: () => void) => (
          <li>
            <button
              type="button"
              class={styles.item}
              onClick={() => {
                close();
                action();
              }}
            >
              {label}
            </button>
          </li>
        );
        return (
          <ul class={styles.menu}>
            {onCopyMarkdown && item(t('copyMarkdown'), onCopyMarkdown)}
            {onCopyLink && item(t('copyLink'), onCopyLink)}
            {onExport && item(t('exportAction'), onExport)}
            {original && (
              <li>
                <a class={styles.item} href={original} target="_blank" rel="noopener noreferrer">
                  {t('openOriginal')}
                </a>
              </li>
            )}
            <li>
              <a
                class={styles.item}
                href={libraryPath({ kind: 'list', text: '' })}
                target="_blank"
                rel="noopener"
              >
                {t('listOpen')}
              </a>
            </li>
            {item(t('shortcuts'), onShowShortcuts)}
            {item(t('options'), onOpenOptions)}
          </ul>
        );
      }}
    </Disclosure>
  );
}
