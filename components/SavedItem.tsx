import type { SavedHit, SavedSummary } from '../utils/library/types.ts';
import { findHits } from '../utils/text/search.ts';
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
  /** Where a search found something inside of it; undefined where it found nothing there. */
  readonly hit: SavedHit | undefined;
  /** The words that were searched for. */
  readonly terms: readonly string[];
  readonly isTagChosen: (tag: string) => boolean;
  readonly onTag: (tag: string) => void;
}

export function SavedItem({ item, href, onRemove, hit, terms, isTagChosen, onTag }: SavedItemProps) {
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
        {hit && <HitQuote hit={hit} terms={terms} item={item} />}
        <ChipList
          label={t('tags')}
          kind="tag"
          names={item.tags}
          choice={{ isChosen: isTagChosen, onToggle: onTag }}
        />
      </div>
      <IconButton icon="remove" label={t('savedRemove', { title })} onClick={onRemove} />
    </li>
  );
}

function HitQuote({ hit, terms, item }: Pick<SavedItemProps, 'terms' | 'item'> & { readonly hit: SavedHit }) {
  const { t } = useInterface();
  const { quote, place, author } = hit;
  const hits = findHits(quote, terms);
  return (
    <p class={styles.hit}>
      {place === 'comment' && <bdi>{t('savedHitComment', { author: author ?? t('commentAnonymous') })} </bdi>}
      <span lang={item.lang ?? undefined} dir="auto">
        {hits.map(([start, end], index) => [
          quote.slice(hits[index - 1]?.[1] ?? 0, start),
          <mark key={start}>{quote.slice(start, end)}</mark>,
        ])}
        {quote.slice(hits.at(-1)?.[1] ?? 0)}
      </span>
    </p>
  );
}
