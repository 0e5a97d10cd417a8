import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { learnableBlocks } from '../../utils/extraction/learnable-blocks.ts';
import type { SafeHtml } from '../../utils/extraction/types/source.ts';
import { messageKey } from '../../utils/i18n.ts';
import type { Memory, MemoryResult, ReadPost } from '../../utils/memory/memory.ts';
import { hostOf, normaliseUrl } from '../../utils/text/urls.ts';
import { type Read, rememberedHost } from './arranging.ts';
import type { Notices } from './notices.ts';

/** What a screen asks of what is remembered of blogs. */
export interface BlogMemory extends Pick<Memory, 'recall' | 'keep'> {
  /** The blocks of a post that other posts of its blog have too. Learns the post where the reader allows it. */
  readonly meet: (post: ReadPost) => MemoryResult<ReadonlySet<string>>;
}

/** What the blog's other posts say as well. */
export interface Learning {
  readonly seen: ReadonlySignal<ReadonlySet<string>>;
  /** Looks at the article on the screen. Never rejects. */
  meet(): Promise<void>;
}

const NONE: ReadonlySet<string> = new Set();

/** @param read the article on the screen as it was read; null where there is none */
export function createLearning(
  read: ReadonlySignal<Read | null>,
  memory: Pick<BlogMemory, 'meet'>,
  notices: Notices,
): Learning {
  const met = signal<{ readonly of: SafeHtml; readonly keys: ReadonlySet<string> } | null>(null);
  return {
    seen: computed(() => (met.value?.of === read.value?.article.html ? (met.value?.keys ?? NONE) : NONE)),
    async meet() {
      const current = read.value;
      const post = current && postOf(current);
      if (!post) return;
      const seen = await memory.meet(post);
      if (seen.ok) met.value = { of: current.article.html, keys: seen.value };
      else notices.show(messageKey('memoryError', seen.error.kind), { isError: true });
    },
  };
}

/** What can be learned of an article; null in private windows, and for a further page, which is no other post. */
function postOf({ article: { html, meta }, origin }: Read): ReadPost | null {
  const host = rememberedHost(origin);
  const url = hostOf(meta.url) === host ? meta.url : normaliseUrl(origin.url);
  if (!host || !url || (meta.pages?.own ?? 1) > 1) return null;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const blocks = [...new Set(learnableBlocks(body).map(({ key }) => key))];
  return blocks.length > 0 ? { host, url, blocks } : null;
}
