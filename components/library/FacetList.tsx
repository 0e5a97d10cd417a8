import { useId, useState } from 'preact/hooks';
import type { FacetValue } from '../../utils/library/finder/types.ts';
import { foldForSearch } from '../../utils/text/search.ts';
import { formatCount } from '../format.ts';
import { useInterface } from '../interface.ts';
import styles from './Side.module.css';

/** So many values are seen at first, and so many at most. */
const FEW = 8;
const MANY = 200;

export interface FacetListProps {
  readonly heading: string;
  readonly values: readonly FacetValue[];
  readonly chosen: string | null;
  readonly nameOf?: (value: string) => string;
  readonly isSame: (one: string, other: string) => boolean;
  /** Null lets go of the chosen one. */
  readonly onChoose: (value: string | null) => void;
}

/** What the listed entries have in one respect, with how many have it; choosing one leaves the others out. */
export function FacetList(props: FacetListProps) {
  const { heading, values, chosen, nameOf = String, isSame, onChoose } = props;
  const { t, language } = useInterface();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  if (values.length === 0 && chosen === null) return null;
  const wanted = foldForSearch(sought);
  const found = wanted ? values.filter(({ value }) => foldForSearch(nameOf(value)).includes(wanted)) : values;
  const shown = withChosen(found.slice(0, isOpen ? MANY : FEW), props);
  return (
    <section class={styles.facet} aria-labelledby={id}>
      <h2 id={id} class={styles.heading}>
        {heading}
      </h2>
      {isOpen && values.length > FEW * 2 && (
        <input
          type="search"
          class={styles.seek}
          aria-label={t('listFacetSearch', { heading })}
          placeholder={t('listFacetSearch', { heading })}
          value={sought}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <ul class={styles.values}>
        {shown.map(({ value, count }) => {
          const isChosen = chosen !== null && isSame(value, chosen);
          return (
            <li key={value}>
              <button
                type="button"
                class={styles.value}
                aria-pressed={isChosen}
                onClick={() => onChoose(isChosen ? null : value)}
              >
                <bdi>{nameOf(value)}</bdi>
                <span class={styles.count}>{formatCount(count, language)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {values.length > FEW && (
        <button
          type="button"
          class={styles.more}
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
            setSought('');
          }}
        >
          {isOpen ? t('listFacetFewer') : t('listFacetMore', { count: values.length - FEW })}
        </button>
      )}
    </section>
  );
}

/** The chosen value is always there, so that it can be let go of. */
function withChosen(
  shown: readonly FacetValue[],
  { values, chosen, isSame }: FacetListProps,
): readonly FacetValue[] {
  if (chosen === null || shown.some(({ value }) => isSame(value, chosen))) return shown;
  return [values.find(({ value }) => isSame(value, chosen)) ?? { value: chosen, count: 0 }, ...shown];
}
