import type { SavedSummary } from '../utils/library/types.ts';
import { hostOf } from '../utils/text/urls.ts';
import { ChipList } from './ChipList.tsx';
import { formatMoment } from './format.ts';
import { IconButton } from './IconButton.tsx';
import { useInterface } from './interface.ts';
import styles from './SavedItem.module.css';

export interface SavedItemProps {
  readonly item: SavedSummary;
  /** Where the saved article opens. */
  readonly href: string;
  readonly onRemove: () => void;
}

export function SavedItem({ item, href, onRemove }: SavedItemProps) {
  const { t, language } = useInterface();
  const title = item.title || t('untitled');
  const date = formatMoment(item.savedAt, language);
  return (
    <li class={styles.item}>
      <div class={styles.words}>
        <h2 class={styles.title} lang={item.lang ?? undefined} dir={item.dir}>
          <a href={href} target="_blank" data-list-item rel="noopener">
            {title}
          </a>
        </h2>
        <p class={styles.facts}>
          <span>
            <bdi>{item.siteName || hostOf(item.url)}</bdi>
          </span>
          <span>{t('savedOn', { date })}</span>
          <span>{t('readingTime', { minutes: item.readingMinutes })}</span>
          {item.comments > 0 && <span>{t('savedComments', { count: item.comments })}</span>}
        </p>
        <ChipList label={t('tags')} kind="tag" names={item.tags} />
      </div>
      <IconButton icon="remove" label={t('savedRemove', { title })} onClick={onRemove} />
    </li>
  );
}
