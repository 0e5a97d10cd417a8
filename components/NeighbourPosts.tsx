import type { NeighbourPost } from '../utils/extraction/types/metadata.ts';
import { Icon } from './Icon.tsx';
import { useInterface } from './interface.ts';
import styles from './NeighbourPosts.module.css';

export interface NeighbourPostsProps {
  readonly previous: NeighbourPost | null;
  readonly next: NeighbourPost | null;
}

export function NeighbourPosts({ previous, next }: NeighbourPostsProps) {
  const { t } = useInterface();
  if (!previous && !next) return null;
  return (
    <nav class={styles.nav} aria-label={t('neighbours')}>
      {previous && <Neighbour post={previous} label={t('previousPost')} icon="previous" />}
      {next && <Neighbour post={next} label={t('nextPost')} icon="next" />}
    </nav>
  );
}

interface NeighbourProps {
  readonly post: NeighbourPost;
  readonly label: string;
  readonly icon: 'previous' | 'next';
}

function Neighbour({ post, label, icon }: NeighbourProps) {
  const { t } = useInterface();
  const title = <bdi>{post.title || t('untitled')}</bdi>;
  return (
    <p class={styles.post} data-side={icon}>
      <span class={styles.label}>
        <Icon name={icon} />
        {label}
      </span>
      {post.url ? (
        <a href={post.url} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
    </p>
  );
}
