import type { MessageKey } from '../../utils/i18n.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { useInterface } from '../interface.ts';
import styles from './SelectionBar.module.css';

export interface BulkVerbs {
  readonly onArchive: () => void;
  readonly onUnread: () => void;
  readonly onFavour: () => void;
  readonly onTags: () => void;
  /** Null where nothing can export. */
  readonly onExport: (() => void) | null;
  readonly onCopyLinks: () => void;
  readonly onRemove: () => void;
}

export interface SelectionBarProps {
  /** Of the list, which still is what the page is about. */
  readonly heading: string;
  readonly count: number;
  readonly verbs: BulkVerbs;
  readonly onChooseAll: () => void;
  readonly onClear: () => void;
}

/** What can be done with the chosen entries; it stands where the head of the list stood. */
export function SelectionBar({ heading, count, verbs, onChooseAll, onClear }: SelectionBarProps) {
  const { t } = useInterface();
  const actions: readonly (readonly [IconName, MessageKey, (() => void) | null])[] = [
    ['archive', 'listArchive', verbs.onArchive],
    ['inbox', 'listUnarchive', verbs.onUnread],
    ['star', 'listFavour', verbs.onFavour],
    ['tag', 'listTag', verbs.onTags],
    ['link', 'listCopyLinks', verbs.onCopyLinks],
    ['export', 'listExport', verbs.onExport],
    ['remove', 'listRemove', verbs.onRemove],
  ];
  return (
    <section class={styles.bar} aria-label={t('listChosen')}>
      <h1 class="visually-hidden">{heading}</h1>
      <IconButton icon="close" label={t('listChooseNone')} onClick={onClear} />
      <p class={styles.count} role="status">
        {t('listChosenCount', { count })}
      </p>
      <button type="button" class={styles.all} onClick={onChooseAll}>
        {t('listChooseAll')}
      </button>
      <div class={styles.actions}>
        {actions.map(
          ([icon, message, action]) =>
            action && (
              <button key={icon} type="button" class={styles.action} title={t(message)} onClick={action}>
                <Icon name={icon} />
                <span class={styles.label}>{t(message)}</span>
              </button>
            ),
        )}
      </div>
    </section>
  );
}
