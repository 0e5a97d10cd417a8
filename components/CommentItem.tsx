import { useMemo } from 'preact/hooks';
import type { Comment } from '../utils/extraction/types/comments.ts';
import { excerpt } from '../utils/text/normalise.ts';
import { ArticleBody } from './ArticleBody.tsx';
import styles from './CommentItem.module.css';
import { formatDay } from './format.ts';
import { Icon } from './Icon.tsx';
import { useInterface } from './interface.ts';
import type { ThreadRow } from './state/thread-view.ts';

/** Deeper replies are not set in further, or nothing would be left of the line. */
const DEEPEST_INDENT = 6;

export interface CommentItemProps {
  readonly row: ThreadRow;
  readonly showImages: boolean;
  readonly onToggle: (commentId: string) => void;
}

/** A thread of hundreds is drawn again with every letter of a search: what stays the same must cost nothing. */
export function CommentItem({ row, showImages, onToggle }: CommentItemProps) {
  const { node, isCollapsed, hidden, isContext } = row;
  return useMemo(
    () => <Item row={row} showImages={showImages} onToggle={onToggle} />,
    [node, isCollapsed, hidden, isContext, showImages, onToggle],
  );
}

function Item({ row, showImages, onToggle }: CommentItemProps) {
  const { comment, level, canCollapse } = row.node;
  const { html } = comment;
  const body = useMemo(
    () => <ArticleBody html={html} showImages={showImages} kind="comment" />,
    [html, showImages],
  );
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: an item of a list may have a level (WAI-ARIA 1.2)
    <li
      id={`comment-${comment.id}`}
      class={styles.comment}
      data-indent={Math.min(level, DEEPEST_INDENT) || undefined}
      data-context={row.isContext || undefined}
      data-comment={comment.id}
      data-list-item
      aria-level={level + 1}
      tabIndex={-1}
      hidden={row.hidden === 'collapsed' ? 'until-found' : row.hidden !== null}
    >
      {canCollapse && <Toggle row={row} onToggle={() => onToggle(comment.id)} />}
      <Byline row={row} />
      {row.isCollapsed ? (
        <p class={styles.excerpt}>{excerpt(comment.title || comment.text)}</p>
      ) : (
        <>
          {comment.title && <h3 class={styles.title}>{comment.title}</h3>}
          {body}
        </>
      )}
    </li>
  );
}

function Toggle({ row, onToggle }: { readonly row: ThreadRow; readonly onToggle: () => void }) {
  const { t } = useInterface();
  const { comment, answers } = row.node;
  const author = comment.author ?? t('commentAnonymous');
  return (
    <button
      type="button"
      class={styles.toggle}
      aria-expanded={!row.isCollapsed}
      aria-label={
        answers > 0 ? t('commentWithReplies', { author, count: answers }) : t('commentBy', { author })
      }
      title={t(row.isCollapsed ? 'commentExpand' : 'commentCollapse')}
      data-toggle
      onClick={onToggle}
    >
      <Icon name="open" />
    </button>
  );
}

function Byline({ row: { node, isCollapsed } }: { readonly row: ThreadRow }) {
  const { t, language } = useInterface();
  const { comment, parent, answers } = node;
  const answered = parent?.comment.author;
  return (
    <p class={styles.byline} lang={language} dir="ltr">
      <bdi class={styles.author}>{comment.author ?? t('commentAnonymous')}</bdi>
      {comment.byPostAuthor && <span class={styles.mark}>{t('commentAuthorMark')}</span>}
      {answered && <bdi>{t('commentReplyTo', { author: answered })}</bdi>}
      {isCollapsed && answers > 0 && <bdi>{t('digestReplies', { count: answers })}</bdi>}
      <CommentDate comment={comment} />
    </p>
  );
}

function CommentDate({ comment: { date, url } }: { readonly comment: Comment }) {
  const { t, language } = useInterface();
  const words = date && (date.iso ? formatDay(date.iso, language) : date.shown);
  if (!words && !url) return null;
  const time = words ? (
    <time dateTime={date?.iso ?? undefined} title={date?.shown}>
      {words}
    </time>
  ) : (
    t('commentLink')
  );
  return url ? (
    <a class={styles.date} href={url} target="_blank" rel="noopener noreferrer" title={t('commentLink')}>
      {time}
    </a>
  ) : (
    <span class={styles.date}>{time}</span>
  );
}
