import { useRef } from 'preact/hooks';
import type { Digest, Thread } from '../utils/extraction/types.ts';
import { CommentItem } from './CommentItem.tsx';
import { CommentsElsewhere } from './CommentsElsewhere.tsx';
import styles from './CommentsView.module.css';
import { DigestView } from './DigestView.tsx';
import { useInterface } from './interface.ts';

export interface CommentsViewProps {
  readonly thread: Thread;
  readonly digest: Digest;
  /** Language and direction of the page that the comments stand on. */
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly showImages: boolean;
}

/** What people said: the digest, then everything. One comment needs no digest. */
export function CommentsView({ thread, digest, lang, dir, showImages }: CommentsViewProps) {
  const { t } = useInterface();
  const root = useRef<HTMLDivElement>(null);
  const { comments, elsewhere } = thread;
  const authors = new Map(comments.map(({ id, author }) => [id, author]));
  const jump = (commentId: string) => {
    const comment = root.current?.querySelector<HTMLElement>(`#comment-${CSS.escape(commentId)}`);
    comment?.focus({ preventScroll: true });
    comment?.scrollIntoView({ block: 'start' });
  };
  if (comments.length === 0 && !elsewhere) return <p class={styles.none}>{t('commentsNone')}</p>;
  return (
    <div ref={root} class={styles.comments}>
      {elsewhere && <CommentsElsewhere elsewhere={elsewhere} />}
      {comments.length > 1 && <DigestView digest={digest} authors={authors} onJump={jump} />}
      {comments.length > 0 && (
        <section>
          <h2 class={comments.length > 1 ? styles.heading : 'visually-hidden'}>{t('thread')}</h2>
          <ol class={styles.thread} lang={lang ?? undefined} dir={dir}>
            {comments.map((comment) => (
              <CommentItem
                key={comment.id}
                comment={comment}
                replyTo={comment.parentId === null ? null : (authors.get(comment.parentId) ?? null)}
                showImages={showImages}
              />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
