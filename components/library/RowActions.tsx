import type { SavedSummary } from '../../utils/library/types.ts';
import { IconButton } from '../IconButton.tsx';
import { useInterface } from '../interface.ts';
import styles from './RowActions.module.css';

/** What can be done with one entry; null where a screen does not offer it. */
export interface RowVerbs {
  readonly onFavour: () => void;
  readonly onArchive: () => void;
  readonly onTags: (() => void) | null;
  readonly onNote: (() => void) | null;
  readonly onRemove: () => void;
}

export interface RowActionsProps {
  readonly item: SavedSummary;
  readonly verbs: RowVerbs;
  readonly tabIndex: number;
}

/** The buttons at the end of a row; they come forward when the row is pointed at or has the focus. */
export function RowActions({ item, verbs, tabIndex }: RowActionsProps) {
  const { t } = useInterface();
  const title = item.title || t('untitled');
  const isArchived = item.state === 'archived';
  return (
    <div class={styles.actions}>
      <IconButton
        icon="star"
        filled={item.isFavourite}
        label={t(item.isFavourite ? 'listUnfavourOne' : 'listFavourOne', { title })}
        tabIndex={tabIndex}
        onClick={verbs.onFavour}
      />
      <IconButton
        icon={isArchived ? 'inbox' : 'archive'}
        label={t(isArchived ? 'listUnarchiveOne' : 'listArchiveOne', { title })}
        tabIndex={tabIndex}
        onClick={verbs.onArchive}
      />
      {verbs.onTags && (
        <IconButton
          icon="tag"
          label={t('listTagOne', { title })}
          tabIndex={tabIndex}
          onClick={verbs.onTags}
        />
      )}
      {verbs.onNote && (
        <IconButton
          icon="note"
          label={t('listNoteOne', { title })}
          tabIndex={tabIndex}
          onClick={verbs.onNote}
        />
      )}
      <IconButton
        icon="remove"
        label={t('savedRemove', { title })}
        tabIndex={tabIndex}
        onClick={verbs.onRemove}
      />
    </div>
  );
}
