import { useMemo, useRef, useState } from 'preact/hooks';
import type { Comment, Thread } from '../utils/extraction/types/comments.ts';
import type { Digest } from '../utils/extraction/types/digest.ts';
import { countRemoteImages } from './body-slots.ts';
import { CommentsElsewhere } from './CommentsElsewhere.tsx';
import styles from './CommentsView.module.css';
import { DigestView } from './DigestView.tsx';
import { Icon } from './Icon.tsx';
import { useInterface } from './interface.ts';
import { MoreComments } from './MoreComments.tsx';
import type { CommentLoading } from './state/comment-loading.ts';
import { createThreadView, type ThreadView } from './state/thread-view.ts';
import { ThreadList } from './ThreadList.tsx';

export interface CommentsViewProps {
  readonly thread: Thread;
  readonly digest: Digest;
  /** Language and direction of the page that the comments stand on. */
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  /** True when the reader has said that images may always be fetched. */
  readonly alwaysShowImages: boolean;
  readonly loading: CommentLoading;
}

/** What people said: the digest, then everything. One comment needs no digest. */
export function CommentsView({ thread, digest, lang, dir, alwaysShowImages, loading }: CommentsViewProps) {
  const { t } = useInterface();
  const [asked, setAsked] = useState(false);
  const { comments, elsewhere, more } = thread;
  const view = useThreadView(comments);
  const sources = useMemo(() => new Map(comments.map((comment) => [comment.id, comment])), [comments]);
  const images = useMemo(
    () => comments.reduce((count, { html }) => count + countRemoteImages(html), 0),
    [comments],
  );
  const showImages = alwaysShowImages || asked;
  if (comments.length === 0 && !elsewhere && !more) return <p class={styles.none}>{t('commentsNone')}</p>;
  return (
    <div class={styles.comments}>
      {elsewhere && <CommentsElsewhere elsewhere={elsewhere} />}
      {comments.length > 1 && <DigestView digest={digest} sources={sources} onJump={view.jumpTo} />}
      {comments.length > 0 && (
        <section class={styles.thread}>
          <div class={styles.head}>
            <h2 class={comments.length > 1 ? styles.heading : 'visually-hidden'}>{t('thread')}</h2>
            {images > 0 && !showImages && (
              <button
                type="button"
                class={styles.images}
                title={t('imagesNote')}
                onClick={() => setAsked(true)}
              >
                <Icon name="image" />
                {t('showImages', { count: images })}
              </button>
            )}
          </div>
          <ThreadList view={view} comments={comments} lang={lang} dir={dir} showImages={showImages} />
        </section>
      )}
      <MoreComments more={more} loading={loading} />
    </div>
  );
}

/** A view of its own for each thread; a thread that has grown is still looked at in the same way. */
function useThreadView(comments: readonly Comment[]): ThreadView {
  const before = useRef<ThreadView | null>(null);
  return useMemo(() => {
    const view = createThreadView(comments);
    if (before.current) {
      view.search(before.current.query.value);
      view.sortBy(before.current.sort.value);
    }
    before.current = view;
    return view;
  }, [comments]);
}
