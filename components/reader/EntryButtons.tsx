import { IconButton } from '../IconButton.tsx';
import { useInterface } from '../interface.ts';
import type { SavedEntry } from '../state/saved-entry.ts';
import styles from './EntryButtons.module.css';

/** Favourite and archive, for an article that is saved. */
export function EntryButtons({ entry }: { readonly entry: SavedEntry }) {
  const { t } = useInterface();
  const summary = entry.summary.value;
  if (!summary) return null;
  const { isFavourite } = summary;
  const isArchived = summary.state === 'archived';
  return (
    <span class={styles.buttons} data-favourite={isFavourite || undefined}>
      <IconButton
        icon="star"
        label={t(isFavourite ? 'entryUnfavour' : 'entryFavour')}
        onClick={() => void entry.toggleFavourite()}
      />
      <IconButton
        icon={isArchived ? 'inbox' : 'archive'}
        label={t(isArchived ? 'entryUnarchive' : 'entryArchive')}
        onClick={() => void entry.toggleArchived()}
      />
    </span>
  );
}
