import { useId, useRef } from 'preact/hooks';
import type { MoreComments as More } from '../utils/extraction/types/comments.ts';
import { messageKey, type Translate } from '../utils/i18n.ts';
import { isLoadable } from '../utils/reading/loadable-comments.ts';
import { hostOf } from '../utils/text/urls.ts';
import { Icon } from './Icon.tsx';
import { useInterface } from './interface.ts';
import styles from './MoreComments.module.css';
import type { CommentLoading, CommentLoadingState } from './state/comment-loading.ts';

export interface MoreCommentsProps {
  /** What the page offers; absent once all has come. */
  readonly more: More | undefined;
  readonly loading: CommentLoading;
}

/** What the page offers beyond the comments that are shown: one button, and what pressing it does. */
export function MoreComments({ more, loading }: MoreCommentsProps) {
  const { t } = useInterface();
  const root = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const state = loading.state.value;
  const here = loading.here.value;
  if (!more && state.kind === 'unasked') return null;
  const isBusy = state.kind === 'loading';
  const load = () => {
    // The button may go once all is loaded; whoever pressed it must not be sent back to the top.
    root.current?.focus({ preventScroll: true });
    void loading.load();
  };
  return (
    <div ref={root} class={styles.more} tabIndex={-1} data-more-comments="">
      {more && here !== null && isLoadable(more, here) && (
        <>
          <button
            type="button"
            class={styles.load}
            aria-describedby={hintId}
            aria-disabled={isBusy}
            onClick={isBusy ? undefined : load}
          >
            {more.count === null ? t('commentsMore') : t('commentsMoreCount', { count: more.count })}
          </button>
          <p id={hintId} class={styles.note}>
            {more.kind === 'button'
              ? t('commentsMoreButtonHint', { label: more.label })
              : t('commentsMoreLinkHint', { label: more.label, host: hostOf(here) })}
          </p>
        </>
      )}
      {more && !(here !== null && isLoadable(more, here)) && <MoreThere more={more} />}
      <p class={styles.note} role="status">
        {statusOf(state, t)}
      </p>
    </div>
  );
}

/** For what cannot be loaded from here: another origin's, or a saved article's. */
function MoreThere({ more: { url } }: { readonly more: More }) {
  const { t } = useInterface();
  return (
    <p class={styles.note}>
      {t('commentsMoreThere')}{' '}
      {url && (
        <a class={styles.link} href={url} target="_blank" rel="noopener noreferrer">
          {t('commentsElsewhereOpen')}
          <Icon name="tab" />
        </a>
      )}
    </p>
  );
}

function statusOf(state: CommentLoadingState, t: Translate): string {
  switch (state.kind) {
    case 'unasked':
      return '';
    case 'loading':
      return t('commentsLoading');
    case 'added':
      return t('commentsAdded', { count: state.count });
    case 'problem':
      return t(messageKey('commentsProblem', state.problem));
  }
}
