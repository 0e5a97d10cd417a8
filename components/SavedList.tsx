import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { messageKey } from '../utils/i18n.ts';
import type { ArticleId, LibraryLoss, SavedHit, SavedSummary } from '../utils/library/types.ts';
import { keyOf } from '../utils/text/normalise.ts';
import { foldForSearch, holdsAll, searchTerms } from '../utils/text/search.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { useInterface } from './interface.ts';
import { Loading } from './Loading.tsx';
import { SavedItem } from './SavedItem.tsx';
import styles from './SavedList.module.css';
import { StateMessage } from './StateMessage.tsx';
import type { ListState } from './state/reading-list.ts';
import { useSavedSearch } from './use-saved-search.ts';

export interface SavedListProps {
  readonly state: ListState;
  readonly hrefOf: (id: ArticleId) => string;
  readonly onRemove: (id: ArticleId) => void;
  /** Looks into texts and comments. */
  readonly onSearch: (query: string) => Promise<readonly SavedHit[]>;
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

function ListContent({ state, hrefOf, onRemove, onSearch, onRetry }: SavedListProps) {
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
  return <FilledList items={state.items} hrefOf={hrefOf} onRemove={onRemove} onSearch={onSearch} />;
}

interface FilledListProps extends Pick<SavedListProps, 'hrefOf' | 'onRemove' | 'onSearch'> {
  readonly items: readonly SavedSummary[];
}

function FilledList({ items, hrefOf, onRemove, onSearch }: FilledListProps) {
  const { t } = useInterface();
  const [query, setQuery] = useState('');
  const [tag, setTag] = useState<string | null>(null);
  const { hits, isSearching } = useSavedSearch(query, items, onSearch);
  const list = useRef<HTMLUListElement>(null);
  const removedAt = useFocusAfterRemoval(list, items);
  const terms = searchTerms(query);
  const isTagChosen = (name: string) => tag !== null && keyOf(name) === keyOf(tag);
  const found = items
    .filter((item) => tag === null || item.tags.some(isTagChosen))
    .filter((item) => hits.has(item.id) || holdsAll(foldForSearch(factsOf(item)), terms));

  return (
    <section class={styles.saved} aria-label={t('tabSaved')}>
      <h1 class="visually-hidden">{t('tabSaved')}</h1>
      <FilterField query={query} onQuery={setQuery} />
      {tag !== null && <ChosenTag tag={tag} onClear={() => setTag(null)} />}
      <p class="visually-hidden" role="status">
        {(query || tag) && !isSearching && t('savedCount', { count: found.length })}
      </p>
      {found.length === 0 && !isSearching && (
        <p class={styles.none}>{query ? t('savedFilterNone', { query }) : t('savedTagNone')}</p>
      )}
      <ul ref={list} class={styles.list}>
        {found.map((item, index) => (
          <SavedItem
            key={item.id}
            item={item}
            href={hrefOf(item.id)}
            hit={hits.get(item.id)}
            terms={terms}
            isTagChosen={isTagChosen}
            onTag={(name) => setTag(isTagChosen(name) ? null : name)}
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

function ChosenTag({ tag, onClear }: { readonly tag: string; readonly onClear: () => void }) {
  const { t } = useInterface();
  return (
    <p class={styles.chosen}>
      <span>
        {t('savedTag')} <bdi>{tag}</bdi>
      </span>
      <IconButton icon="close" label={t('savedTagClear')} onClick={onClear} />
    </p>
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

/** What the list itself shows of an article. */
function factsOf({ title, siteName, author, tags }: SavedSummary): string {
  return [title, siteName, author, ...tags].filter(Boolean).join('\n');
}
