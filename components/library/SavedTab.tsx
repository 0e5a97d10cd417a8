import { useEffect } from 'preact/hooks';
import type { SavedSummary } from '../../utils/library/types.ts';
import { keyOf } from '../../utils/text/normalise.ts';
import { IconButton } from '../IconButton.tsx';
import { useInterface } from '../interface.ts';
import { Loading } from '../Loading.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import { AnswerNotice, ListFailed, LossNotice, NothingListed } from './ListMessages.tsx';
import styles from './SavedTab.module.css';
import { SearchLine } from './SearchLine.tsx';
import type { LibraryScreen } from './state/screen.ts';
import { useRowFocus } from './use-row-focus.ts';

/** The rest is for the library tab, where there is room. */
const SHOWN = 50;

export interface SavedTabProps {
  readonly screen: LibraryScreen;
  readonly hrefOf: (item: SavedSummary) => string;
  /** Where the library tab opens with a search line. */
  readonly libraryHref: (text: string) => string;
}

/** The beginning of the reading list in the popup, and a search in all of it. */
export function SavedTab(props: SavedTabProps) {
  const { listing } = props.screen;
  const { t } = useInterface();
  const state = listing.state.value;
  const loss = listing.loss.value;
  if (state.kind === 'loading') return <Loading label={t('savedLoading')} />;
  if (state.kind === 'failed') {
    return <ListFailed error={state.error} onRetry={() => void listing.refresh()} />;
  }
  return (
    <section class={styles.saved} aria-label={t('tabSaved')} data-answered={listing.answered.value.text}>
      <h1 class="visually-hidden">{t('tabSaved')}</h1>
      {loss && <LossNotice loss={loss} onDismiss={() => void listing.dismissLoss()} />}
      {listing.total.value === 0 ? <NothingListed listing={listing} /> : <Filled {...props} />}
    </section>
  );
}

function Filled({ screen, hrefOf, libraryHref }: SavedTabProps) {
  const { listing, selection, verbs } = screen;
  const { t } = useInterface();
  const { text, tag } = listing.asked.value;
  const ids = listing.ids();
  const shown = ids.slice(0, SHOWN);
  const active = selection.active.value;
  const list = useRowFocus(selection, ids);
  const isAnswered = listing.asked.value === listing.answered.value;
  const isTagChosen = (name: string) => tag !== null && keyOf(name) === keyOf(tag);
  useEffect(() => listing.rows.need(shown), [shown.join()]);

  return (
    <>
      <SearchLine
        text={text}
        onText={(typed) => listing.ask({ text: typed })}
        onLeave={() => list.current?.querySelector<HTMLElement>('[data-list-item]')?.focus()}
      />
      {tag !== null && <ChosenTag tag={tag} onClear={() => listing.ask({ tag: null })} />}
      <p class="visually-hidden" role="status">
        {(text || tag) && isAnswered && t('listCount', { count: ids.length })}
      </p>
      <AnswerNotice listing={listing} />
      {ids.length === 0 && isAnswered && <NothingListed listing={listing} />}
      <ul ref={list} class={styles.list}>
        {shown.map((id, index) => {
          const item = listing.rows.row(id);
          return (
            item && (
              <li key={id} data-id={id} onFocusIn={() => selection.activate(id)}>
                <ArticleRow
                  item={item}
                  hits={listing.rows.hits(id)}
                  href={hrefOf(item)}
                  sort={null}
                  isActive={active === null ? index === 0 : active === id}
                  choice={null}
                  isTagChosen={isTagChosen}
                  onTag={(name) => listing.ask({ tag: isTagChosen(name) ? null : name })}
                  verbs={{
                    onFavour: () => void verbs.favour([id], !item.isFavourite),
                    onArchive: () =>
                      void (item.state === 'archived' ? verbs.unarchive([id]) : verbs.archive([id])),
                    onTags: null,
                    onNote: null,
                    onRemove: () => void verbs.remove([id]),
                  }}
                />
              </li>
            )
          );
        })}
      </ul>
      <LibraryLink {...{ screen, libraryHref }} />
    </>
  );
}

/** Leads to the library tab, with what is searched for here. */
function LibraryLink({ screen: { listing }, libraryHref }: Pick<SavedTabProps, 'screen' | 'libraryHref'>) {
  const { t } = useInterface();
  const { text } = listing.answered.value;
  const found = listing.ids().length;
  const count = text ? found : listing.total.value;
  if (text && found <= SHOWN) return null;
  return (
    <p class={styles.all}>
      <a href={libraryHref(text)} target="_blank" rel="noopener">
        {count === null ? t('listOpen') : t(text ? 'listOpenFound' : 'listOpenAll', { count })}
      </a>
    </p>
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
