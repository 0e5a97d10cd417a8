import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { useInterface } from './interface.ts';
import { THREAD_SORTS, type ThreadSort } from './state/thread-tree.ts';
import type { ThreadView } from './state/thread-view.ts';
import styles from './ThreadBar.module.css';

export interface ThreadBarProps {
  readonly view: ThreadView;
  readonly comments: number;
  /** What can be sorted by in this thread. */
  readonly sorts: readonly ThreadSort[];
  readonly canCollapse: boolean;
  /** Takes the focus from the search to what it found. */
  readonly onLeaveSearch: () => void;
}

/** Search, order and folding of a thread; stays in sight while the thread scrolls below it. */
export function ThreadBar({ view, comments, sorts, canCollapse, onLeaveSearch }: ThreadBarProps) {
  const { t, language } = useInterface();
  return (
    <div class={styles.bar} lang={language} dir="ltr">
      <search class={styles.controls}>
        <SearchField view={view} onLeave={onLeaveSearch} />
        {sorts.length > 1 && <SortField view={view} sorts={sorts} />}
        {canCollapse && view.terms.value.length === 0 && (
          <span class={styles.buttons}>
            <IconButton icon="collapse" label={t('threadCollapseAll')} onClick={view.collapseAll} />
            <IconButton icon="expand" label={t('threadExpandAll')} onClick={view.expandAll} />
          </span>
        )}
      </search>
      <p class={styles.found} role="status">
        {foundWords()}
      </p>
    </div>
  );

  function foundWords(): string {
    if (view.terms.value.length === 0) return '';
    const found = view.found.value;
    return found > 0
      ? t('threadFound', { found, count: comments })
      : t('threadFoundNone', { query: view.query.value.trim() });
  }
}

interface FieldProps {
  readonly view: ThreadView;
}

function SearchField({ view, onLeave }: FieldProps & { readonly onLeave: () => void }) {
  const { t } = useInterface();
  return (
    <label class={styles.search}>
      <Icon name="search" />
      <span class="visually-hidden">{t('threadSearch')}</span>
      <input
        type="search"
        class={styles.field}
        placeholder={t('threadSearch')}
        value={view.query.value}
        data-filter
        onInput={(event) => view.search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') onLeave();
          else if (event.key !== 'Escape' || !view.query.value) return;
          else view.search('');
          // Else the browser would close the whole popup.
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </label>
  );
}

function SortField({ view, sorts }: FieldProps & Pick<ThreadBarProps, 'sorts'>) {
  const { t } = useInterface();
  return (
    <label class={styles.sort}>
      <span class="visually-hidden">{t('threadSort')}</span>
      <select
        class={styles.select}
        title={t('threadSort')}
        value={view.sort.value}
        onChange={(event) => {
          const sort = THREAD_SORTS.find((known) => known === event.currentTarget.value);
          if (sort) view.sortBy(sort);
        }}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`threadSort_${sort}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
