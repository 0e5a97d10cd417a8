import { messageKey } from '../../utils/i18n.ts';
import type { LibraryError, LibraryLoss } from '../../utils/library/types.ts';
import { IconButton } from '../IconButton.tsx';
import { useInterface } from '../interface.ts';
import { StateMessage } from '../StateMessage.tsx';
import styles from './ListMessages.module.css';
import { isNarrowed } from './state/asked.ts';
import type { Listing } from './state/listing.ts';

/** Why the list can't be shown, and what to do about it. */
export function ListFailed({
  error,
  onRetry,
}: {
  readonly error: LibraryError;
  readonly onRetry: () => void;
}) {
  const { t } = useInterface();
  return (
    <StateMessage
      icon="alert"
      heading={t('headingLibrary')}
      text={t(messageKey('libraryError', error.kind))}
      details={error.details}
      action={error.kind === 'private-window' ? null : { label: t('retry'), onClick: onRetry }}
    />
  );
}

export interface NothingListedProps {
  readonly listing: Listing;
  /** Leads to the import of another list; absent where there is none. */
  readonly onImport?: (() => void) | null;
}

/** What stands where no entry does: the list is empty, or this part of it, or nothing matches. */
export function NothingListed({ listing, onImport = null }: NothingListedProps) {
  const { t } = useInterface();
  const asked = listing.answered.value;
  if (listing.total.value === 0) {
    return (
      <StateMessage
        icon="bookmark"
        heading={t('savedEmpty')}
        text={t('savedEmptyHint')}
        action={onImport && { label: t('listImportOld'), onClick: onImport }}
      />
    );
  }
  if (!isNarrowed(asked)) {
    return (
      <StateMessage
        icon="book"
        heading={t(messageKey('listNone', asked.view))}
        text={t('listNoneHint')}
        action={{ label: t('listShowAll'), onClick: () => listing.ask({ view: 'all' }) }}
      />
    );
  }
  const query = asked.text.trim();
  const isEverywhere = asked.view === 'all' && asked.tag === null && !asked.site && !asked.lang;
  return (
    <StateMessage
      icon="search"
      heading={query ? t('savedFilterNone', { query }) : t('listNoneNarrowed')}
      text={t(isEverywhere ? 'listNoneEverywhere' : 'listNoneHere')}
      action={
        isEverywhere
          ? { label: t('listClear'), onClick: () => listing.ask({ text: '' }) }
          : {
              label: t('listSearchAll'),
              onClick: () => listing.ask({ view: 'all', tag: null, site: null, lang: null }),
            }
      }
    />
  );
}

interface LossNoticeProps {
  readonly loss: LibraryLoss;
  readonly onDismiss: () => void;
}

export function LossNotice({ loss, onDismiss }: LossNoticeProps) {
  const { t } = useInterface();
  return (
    <div class={styles.notice} role="alert">
      <p>{t('libraryLoss', { count: loss.articles })}</p>
      <IconButton icon="close" label={t('dismiss')} onClick={onDismiss} />
    </div>
  );
}

/**
 * What is to be known about the answer: that the search does not answer, does not understand what was typed, or does
 * not know everything yet.
 */
export function AnswerNotice({ listing }: { readonly listing: Listing }) {
  const { t } = useInterface();
  const error = listing.finderError.value;
  if (error) {
    return (
      <div class={styles.notice} role="alert">
        <p>
          {t('listFinderFailed')} {t(messageKey('libraryError', error.kind))}
        </p>
        <button type="button" class={styles.retry} onClick={() => void listing.refresh()}>
          {t('retry')}
        </button>
      </div>
    );
  }
  const state = listing.state.value;
  const found = state.kind === 'ready' ? state.found : null;
  const isBehind = found?.isIndexCurrent === false && listing.answered.value.text.trim() !== '';
  return (
    <div role="status">
      {found?.problems.map(({ kind, part }) => (
        <p key={`${kind} ${part}`} class={styles.notice}>
          {t(messageKey('queryProblem', kind), { part })}
        </p>
      ))}
      {isBehind && <p class={styles.notice}>{t('listIndexBehind')}</p>}
    </div>
  );
}
