import type { ListedPost } from '../utils/extraction/types/article.ts';
import type { AbsoluteUrl } from '../utils/extraction/types/source.ts';
import { formatDay } from './format.ts';
import { useInterface } from './interface.ts';
import styles from './PostList.module.css';

/** Opens a post where the reader is; absent where links open by themselves. */
export type OpenPost = (url: AbsoluteUrl) => void;

export interface PostListProps {
  readonly heading: string;
  readonly posts: readonly ListedPost[];
  readonly onOpen?: OpenPost | undefined;
}

/** The posts that a page lists, for the reader to choose from. */
export function PostList({ heading, posts, onOpen }: PostListProps) {
  return (
    <section class={styles.posts}>
      <h2 class={styles.heading}>{heading}</h2>
      <ul class={styles.list}>
        {posts.map((post) => (
          <PostItem key={post.url} post={post} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

interface PostItemProps {
  readonly post: ListedPost;
  readonly onOpen: OpenPost | undefined;
}

function PostItem({ post: { title, url, date }, onOpen }: PostItemProps) {
  const { language } = useInterface();
  const open = (event: MouseEvent) => {
    // With a modifier a link opens where the reader wants it.
    if (!onOpen || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(url);
  };
  return (
    <li class={styles.post}>
      <a href={url} target="_blank" rel="noopener noreferrer" data-list-item onClick={open}>
        <bdi>{title}</bdi>
      </a>
      {date && <time class={styles.date}>{formatDay(date, language)}</time>}
    </li>
  );
}
