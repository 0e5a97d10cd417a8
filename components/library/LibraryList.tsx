import { messageKey } from '../../utils/i18n.ts';
import type { ArticleId, SavedSummary } from '../../utils/library/types.ts';
import { useInterface } from '../interface.ts';
import { Loading } from '../Loading.tsx';
import { ArticleList } from './ArticleList.tsx';
import styles from './LibraryList.module.css';
import { ListHead } from './ListHead.tsx';
import { AnswerNotice, ListFailed, LossNotice, NothingListed } from './ListMessages.tsx';
import type { RowVerbs } from './RowActions.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import type { LibraryScreen } from './state/screen.ts';
import type { LibraryVerbs } from './use-library-verbs.ts';

export interface LibraryListProps {
  readonly screen: LibraryScreen;
  readonly verbs: LibraryVerbs;
  readonly hrefOf: (item: SavedSummary) => string;
  readonly copyLinks: (ids: readonly ArticleId[]) => void;
  readonly canExport: boolean;
  readonly onImport: (() => void) | null;
}

/** The list with its head, in every state that it can be in. */
export function LibraryList(props: LibraryListProps) {
  const { screen, verbs } = props;
  const { listing } = screen;
  const { t } = useInterface();
  const state = listing.state.value;
  const loss = listing.loss.value;
  if (state.kind === 'loading') return <Loading label={t('savedLoading')} />;
  if (state.kind === 'failed') {
    return <ListFailed error={state.error} onRetry={() => void listing.refresh()} />;
  }
  return (
    <section
      class={styles.part}
      aria-label={t('tabSaved')}
      aria-busy={listing.asked.value !== listing.answered.value}
      data-answered={listing.answered.value.text}
    >
      <div>
        <Head {...props} />
        {loss && <LossNotice loss={loss} onDismiss={() => void listing.dismissLoss()} />}
        <AnswerNotice listing={listing} />
      </div>
      {state.ids.length === 0 ? (
        <div>
          <NothingListed listing={listing} onImport={props.onImport} />
        </div>
      ) : (
        <ArticleList
          listing={listing}
          selection={screen.selection}
          hrefOf={props.hrefOf}
          verbsFor={(item) => rowVerbs(screen, verbs, item)}
          focusRequests={verbs.focusRequests.value}
        />
      )}
    </section>
  );
}

function Head({ screen, verbs, copyLinks, canExport }: LibraryListProps) {
  const { t } = useInterface();
  const { listing, selection, verbs: change } = screen;
  const { size } = selection.chosen.value;
  if (listing.total.value === 0) return null;
  if (size === 0) return <ListHead listing={listing} />;
  const { targets } = selection;
  return (
    <SelectionBar
      heading={t(messageKey('listView', listing.asked.value.view))}
      count={size}
      onChooseAll={selection.chooseAll}
      onClear={selection.clear}
      verbs={{
        onArchive: () => void change.archive(targets()),
        onUnread: () => void change.unarchive(targets()),
        onFavour: verbs.favour,
        onTags: verbs.openTags,
        onExport: canExport
          ? () => {
              verbs.overlay.value = { kind: 'export', ids: targets() };
            }
          : null,
        onCopyLinks: () => copyLinks(targets()),
        onRemove: verbs.remove,
      }}
    />
  );
}

function rowVerbs({ verbs: change }: LibraryScreen, verbs: LibraryVerbs, item: SavedSummary): RowVerbs {
  const ids = [item.id];
  return {
    onFavour: () => void change.favour(ids, !item.isFavourite),
    onArchive: () => void (item.state === 'archived' ? change.unarchive(ids) : change.archive(ids)),
    onTags: () => {
      verbs.overlay.value = { kind: 'tags', ids };
    },
    onNote: () => {
      verbs.overlay.value = { kind: 'note', id: item.id };
    },
    onRemove: () => void change.remove(ids),
  };
}
