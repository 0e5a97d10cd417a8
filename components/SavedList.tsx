import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { messageKey } from '../utils/i18n.ts';
import type { ArticleId, LibraryLoss, SavedSummary } from '../utils/library/types.ts';
import { foldWidth } from '../utils/text/normalise.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { useInterface } from './interface.ts';
import { Loading } from './Loading.tsx';
import { SavedItem } from './SavedItem.tsx';
import styles from './SavedList.module.css';
import { StateMessage } from './StateMessage.tsx';
import type { ListState } from './state/reading-list.ts';

export interface SavedListProps {
  readonly state: ListState;
  readonly hrefOf: (id: ArticleId) => string;
  readonly onRemove: (id: ArticleId) => void;
  readonly onRetry: () => void;
  readonly onDismissLoss: () => void;
}

/** The reading list in every state that it can be in. */
export function SavedList(props: SavedListProps) {
  const { state } = props;
  return (
    <>
      {state.kind === 'ready' && state.loss && (
        <LossNotice loss={state.loss} onDismiss={props.onDismissLoss} />
      )}
      <ListContent {...props} />
    </>
  );
}

interface LossNoticeProps {
  readonly loss: LibraryLoss;
  readonly onDismiss: () => void;
}

function LossNotice({ loss, onDismiss }: LossNoticeProps) {
  const { t } = useInterface();
  return (
    <div class={styles.loss} role="alert">
      <p>{t('libraryLoss', { count: loss.articles })}</p>
      <IconButton icon="close" label={t('dismiss')} onClick={onDismiss} />
    </div>
  );
}

function ListContent({ state, hrefOf, onRemove, onRetry }: SavedListProps) {
  const { t } = useInterface();
  if (state.kind === 'loading') return <Loading label={t('savedLoading')} />;
  if (state.kind === 'failed') {
    return (
      <StateMessage
        icon="alert"
        heading={t('headingLibrary')}
        text={t(messageKey('libraryError', state.error.kind))}
        details={state.error.details}
        action={state.error.kind === 'private-window' ? null : { label: t('retry'), onClick: onRetry }}
      />
    );
  }
  if (state.items.length === 0) {
    return <StateMessage icon="bookmark" heading={t('savedEmpty')} text={t('savedEmptyHint')} />;
  }
  return <FilledList items={state.items} hrefOf={hrefOf} onRemove={onRemove} />;
}

interface FilledListProps extends Pick<SavedListProps, 'hrefOf' | 'onRemove'> {
  readonly items: readonly SavedSummary[];
}

function FilledList({ items, hrefOf, onRemove }: FilledListProps) {
  const { t } = useInterface();
  const [query, setQuery] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const removedAt = useFocusAfterRemoval(list, items);
  const found = items.filter((item) => matches(item, query));

  return (
    <section class={styles.saved} aria-label={t('tabSaved')}>
      <h1 class="visually-hidden">{t('tabSaved')}</h1>
      <FilterField query={query} onQuery={setQuery} />
      <p class="visually-hidden" role="status">
        {query && t('savedCount', { count: found.length })}
      </p>
      {found.length === 0 && <p class={styles.none}>{t('savedFilterNone', { query })}</p>}
      <ul ref={list} class={styles.list}>
        {found.map((item, index) => (
          <SavedItem
            key={item.id}
            item={item}
            href={hrefOf(item.id)}
            onRemove={() => {
              removedAt.current = index;
              onRemove(item.id);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

/** Where an article was removed, so that its neighbour takes the focus that went away with it. */
function useFocusAfterRemoval(
  list: RefObject<HTMLUListElement | null>,
  items: readonly SavedSummary[],
): { current: number | null } {
  const removedAt = useRef<number | null>(null);
  useLayoutEffect(() => {
    const rows = list.current?.children;
    if (removedAt.current === null || !rows) return;
    const row = rows.item(Math.min(removedAt.current, rows.length - 1));
    row?.querySelector<HTMLElement>('[data-list-item]')?.focus();
    removedAt.current = null;
  }, [items, list]);
  return removedAt;
}

interface FilterFieldProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

function FilterField({ query, onQuery }: FilterFieldProps) {
  const { t } = useInterface();
  return (
    <label class={styles.filter}>
      <Icon name="search" />
      <span class="visually-hidden">{t('savedFilter')}</span>
      <input
        type="search"
        class={styles.field}
        placeholder={t('savedFilter')}
        value={query}
        data-filter
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
    </label>
  );
}

function matches(item: SavedSummary, query: string): boolean {
  const wanted = foldWidth(query).toLowerCase();
  return [item.title, item.siteName ?? '', item.author ?? '', ...item.tags].some((text) =>
    foldWidth(text).toLowerCase().includes(wanted),
  );
}
