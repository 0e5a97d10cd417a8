import { messageKey } from '../../utils/i18n.ts';
import type { FacetValue } from '../../utils/library/finder/types.ts';
import { SAVED_STATES } from '../../utils/library/types.ts';
import { formatCount } from '../format.ts';
import { useInterface } from '../interface.ts';
import styles from './Side.module.css';
import { VIEWS, type View } from './state/asked.ts';

export interface ViewsProps {
  readonly view: View;
  /** How many entries each state has; null until known. */
  readonly states: readonly FacetValue[] | null;
  readonly total: number | null;
  readonly onView: (view: View) => void;
}

/** The parts of the list that have names, with how many entries each has. */
export function Views({ view, states, total, onView }: ViewsProps) {
  const { t, language } = useInterface();
  const countOf = (one: View) => {
    if (!states) return one === 'all' ? total : null;
    const count = (value: string) => states.find((state) => state.value === value)?.count ?? 0;
    if (one === 'all') return SAVED_STATES.reduce((sum, state) => sum + count(state), 0);
    return count(one === 'favourites' ? 'favourite' : one);
  };
  return (
    <nav aria-label={t('listViews')}>
      <ul class={styles.values}>
        {VIEWS.map((one) => {
          const count = countOf(one);
          return (
            <li key={one}>
              <button
                type="button"
                class={styles.value}
                aria-current={one === view ? 'page' : undefined}
                onClick={() => onView(one)}
              >
                <span>{t(messageKey('listView', one))}</span>
                {count !== null && <span class={styles.count}>{formatCount(count, language)}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
