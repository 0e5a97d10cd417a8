import { useEffect, useState } from 'preact/hooks';
import type { FacetValue } from '../../utils/library/finder/types.ts';
import type { LibraryResult } from '../../utils/library/types.ts';
import { foldForSearch } from '../../utils/text/search.ts';
import { Dialog } from '../Dialog.tsx';
import { useInterface } from '../interface.ts';
import { NoticeBar } from '../NoticeBar.tsx';
import type { Notices } from '../state/notices.ts';
import styles from './TagManager.module.css';
import { TagRow } from './TagRow.tsx';

/** So many tags are drawn at a time; the search leads to the others. */
const SHOWN = 200;

export interface TagManagerProps {
  /** Every tag with its count. */
  readonly load: () => LibraryResult<readonly FacetValue[]>;
  /** Another one whenever the list has changed: the tags are loaded again. */
  readonly listed: unknown;
  readonly onRename: (from: string, to: string) => void;
  readonly onDelete: (tag: string) => void;
  readonly notices: Notices;
  readonly onClose: () => void;
}

/** Renames, merges and deletes tags over the whole list. */
export function TagManager({ load, listed, onRename, onDelete, notices, onClose }: TagManagerProps) {
  const { t } = useInterface();
  const [tags, setTags] = useState<readonly FacetValue[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [sought, setSought] = useState('');
  useEffect(() => {
    let isCurrent = true;
    void load().then((loaded) => {
      if (!isCurrent) return;
      if (loaded.ok) setTags(loaded.value);
      setFailed(!loaded.ok);
    });
    return () => {
      isCurrent = false;
    };
  }, [load, listed]);
  const wanted = foldForSearch(sought);
  const found = (tags ?? []).filter(({ value }) => foldForSearch(value).includes(wanted));
  return (
    <Dialog heading={t('listTagsHeading')} onClose={onClose}>
      <input
        type="search"
        class={styles.seek}
        aria-label={t('listTagsSearch')}
        placeholder={t('listTagsSearch')}
        value={sought}
        onInput={(event) => setSought(event.currentTarget.value)}
      />
      <p class={styles.status} role="status">
        {hasFailed
          ? t('listTagsFailed')
          : tags
            ? t('listTagsCount', { count: found.length })
            : t('savedLoading')}
      </p>
      <ul class={styles.tags}>
        {found.slice(0, SHOWN).map((tag) => (
          <TagRow
            key={tag.value}
            tag={tag}
            all={tags ?? []}
            onRename={(to) => onRename(tag.value, to)}
            onDelete={() => onDelete(tag.value)}
          />
        ))}
      </ul>
      {found.length > SHOWN && (
        <p class={styles.status}>{t('listTagsMore', { count: found.length - SHOWN })}</p>
      )}
      {/* What is outside of a modal dialog can't be reached. */}
      <NoticeBar notices={notices} />
    </Dialog>
  );
}
