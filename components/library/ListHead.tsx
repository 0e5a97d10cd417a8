import { messageKey } from '../../utils/i18n.ts';
import { IconButton } from '../IconButton.tsx';
import { useInterface } from '../interface.ts';
import styles from './ListHead.module.css';
import { isNarrowed, SORTS, type Sort } from './state/asked.ts';
import type { Listing } from './state/listing.ts';

const SORTS_AND_AUTOMATIC = ['automatic', ...SORTS] as const;

/** How many entries are listed, by what they were narrowed, and in which order they come. */
export function ListHead({ listing }: { readonly listing: Listing }) {
  const { t } = useInterface();
  const asked = listing.asked.value;
  const isSearch = asked.text.trim() !== '';
  const isAnswered = asked.text === listing.answered.value.text;
  const count = listing.ids().length;
  return (
    <div class={styles.head}>
      <h1 class={styles.name}>{t(messageKey('listView', asked.view))}</h1>
      <p class={styles.count} role="status">
        {isAnswered ? listing.isWhole() && t('listCount', { count }) : t('listSearching')}
      </p>
      {isNarrowed(asked) && (
        <button
          type="button"
          class={styles.clear}
          onClick={() => listing.ask({ text: '', tag: null, site: null, lang: null })}
        >
          {t('listClear')}
        </button>
      )}
      <div class={styles.order}>
        <label>
          <span class="visually-hidden">{t('listSort')}</span>
          <select
            class={styles.sort}
            value={asked.sort ?? (isSearch ? 'automatic' : 'saved')}
            onChange={(event) => listing.ask(orderOf(event.currentTarget.value))}
          >
            {SORTS_AND_AUTOMATIC.filter((sort) => sort !== 'automatic' || isSearch).map((sort) => (
              <option key={sort} value={sort}>
                {t(messageKey('listSort', sort))}
              </option>
            ))}
          </select>
        </label>
        <IconButton
          icon={asked.descending ? 'descending' : 'ascending'}
          label={t(asked.descending ? 'listDescending' : 'listAscending')}
          onClick={() => listing.ask({ descending: !asked.descending })}
        />
      </div>
    </div>
  );
}

/** Names are read from A, everything else from the newest or the longest. */
function orderOf(value: string): { readonly sort: Sort | null; readonly descending: boolean } {
  const sort = SORTS.find((one) => one === value) ?? null;
  return { sort, descending: sort !== 'site' };
}
