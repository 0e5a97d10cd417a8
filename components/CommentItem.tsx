import type { Comment } from '../utils/extraction/types.ts';
import { ArticleBody } from './ArticleBody.tsx';
import styles from './CommentItem.module.css';
import { formatDay } from './format.ts';
import { useInterface } from './interface.ts';

/** Deeper replies are not set in further, or nothing would be left of the line. */
const DEEPEST_INDENT = 4;

export interface CommentItemProps {
  readonly comment: Comment;
  /** Who wrote the comment that this one answers; null when it answers the post or nobody knows. */
  readonly replyTo: string | null;
  readonly showImages: boolean;
}

export function CommentItem({ comment, replyTo, showImages }: CommentItemProps) {
  const { t, language } = useInterface();
  return (
    <li
      id={`comment-${comment.id}`}
      class={styles.comment}
      data-depth={Math.min(comment.depth, DEEPEST_INDENT)}
      data-list-item
      tabIndex={-1}
    >
      <p class={styles.byline} lang={language} dir="ltr">
        <bdi class={styles.author}>{comment.author ?? t('commentAnonymous')}</bdi>
        {comment.byPostAuthor && <span class={styles.mark}>{t('commentAuthorMark')}</span>}
        {replyTo && <bdi>{t('commentReplyTo', { author: replyTo })}</bdi>}
        <CommentDate comment={comment} />
      </p>
      {comment.title && <h3 class={styles.title}>{comment.title}</h3>}
      <ArticleBody html={comment.html} showImages={showImages} kind="comment" />
    </li>
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
