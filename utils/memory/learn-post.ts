import type { LearnedBlog } from './schema.ts';

/** Of one blog; the oldest blocks that only one post had go first. */
const MOST_BLOCKS = 500;
const MOST_POSTS = 50;

export interface Lesson {
  readonly blog: LearnedBlog;
  /** The blocks that other posts have too. */
  readonly seen: ReadonlySet<string>;
}

/** What is known of a blog after another reading of one of its posts; everything is a hash. */
export function learnPost(
  known: LearnedBlog | undefined,
  { host, post, blocks, readAt }: LearnedPost,
): Lesson {
  const owners = new Map(known?.blocks);
  const met = seenElsewhere(known, post, blocks);
  const isSamePost = met === null;
  const seen = met ?? new Set<string>();
  // The same post at another address teaches nothing: its blocks are no other post's.
  for (const block of isSamePost ? [] : new Set(blocks)) {
    const isShared = seen.has(block) || owners.get(block) === '';
    // What was met last stands last and is kept longest.
    owners.delete(block);
    owners.set(block, isShared ? '' : post);
  }
  const posts = (known?.posts ?? []).filter((one) => one !== post);
  return {
    seen,
    blog: {
      host,
      readAt,
      posts: [...posts, ...(isSamePost && posts.length > 0 ? [] : [post])].slice(-MOST_POSTS),
      blocks: withinBounds([...owners]),
    },
  };
}

export interface LearnedPost {
  readonly host: string;
  /** Hash of its address. */
  readonly post: string;
  /** Hashes of its blocks. */
  readonly blocks: readonly string[];
  readonly readAt: number;
}

/**
 * The blocks that other posts of the blog have too; null where that is most of them, for then it is a post that was
 * read before, at another address.
 */
export function seenElsewhere(
  known: LearnedBlog | undefined,
  post: string,
  blocks: readonly string[],
): ReadonlySet<string> | null {
  const owners = new Map(known?.blocks);
  const own = new Set(blocks);
  const seen = new Set<string>();
  for (const block of own) {
    const owner = owners.get(block);
    if (owner !== undefined && owner !== post) seen.add(block);
  }
  return seen.size * 2 > own.size ? null : seen;
}

function withinBounds(blocks: readonly (readonly [string, string])[]): LearnedBlog['blocks'] {
  let over = blocks.length - MOST_BLOCKS;
  if (over <= 0) return blocks;
  const kept = blocks.filter(([, post]) => post === '' || over-- <= 0);
  return kept.slice(-MOST_BLOCKS);
}
