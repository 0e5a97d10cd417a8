import type { SavedSummary } from '../../utils/library/types.ts';
import { hostOf } from '../../utils/text/urls.ts';
import { formatDay, formatMoment } from '../format.ts';
import { Icon } from '../Icon.tsx';
import { useInterface } from '../interface.ts';
import styles from './RowFacts.module.css';
import type { Sort } from './state/asked.ts';

export interface RowFactsProps {
  readonly item: SavedSummary;
  readonly sort: Sort | null;
}

/** Where an entry is from, of when, how long it is and how far it was read. */
export function RowFacts({ item, sort }: RowFactsProps) {
  const { t, language } = useInterface();
  const date =
    sort === 'published' && item.published
      ? formatDay(item.published, language)
      : t('savedOn', { date: formatMoment(item.savedAt, language) });
  return (
    <p class={styles.facts}>
      {item.isFavourite && (
        <span class={styles.favourite} title={t('listFavourite')}>
          <Icon name="star" filled />
          <span class="visually-hidden">{t('listFavourite')}</span>
        </span>
      )}
      <span>
        <bdi>{item.siteName || hostOf(item.url)}</bdi>
      </span>
      {item.author && item.author !== item.siteName && (
        <span>
          <bdi>{item.author}</bdi>
        </span>
      )}
      <span>{date}</span>
      {item.readingMinutes > 0 && <span>{t('readingTime', { minutes: item.readingMinutes })}</span>}
      {item.comments > 0 && <span>{t('savedComments', { count: item.comments })}</span>}
      {item.state === 'reading' && item.place && <Progress percent={item.place.percent} />}
    </p>
  );
}

function Progress({ percent }: { readonly percent: number }) {
  const { t } = useInterface();
  return (
    <span class={styles.progress}>
      <span class={styles.track} aria-hidden="true">
        <span style={{ inlineSize: `${percent}%` }} />
      </span>
      {t('listPercent', { percent })}
    </span>
  );
}
