import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Article } from '../../utils/extraction/types/article.ts';
import type { CommentsProblem } from '../../utils/extraction/types/comments.ts';
import { messageKey } from '../../utils/i18n.ts';
import type { LoadedComments } from '../../utils/reading/load-comments.ts';
import type { Notices } from './notices.ts';
import type { Origin, Reading } from './reading.ts';

/** Loads more comments of an article through the tab that it was read in; must be called at the reader's wish only. */
export type LoadComments = (
  article: Article,
  known: readonly string[],
  origin: Origin,
) => Promise<LoadedComments>;

/** What came of asking for more comments. */
export type CommentLoadingState =
  | { readonly kind: 'unasked' | 'loading' }
  | { readonly kind: 'added'; readonly count: number }
  | { readonly kind: 'problem'; readonly problem: CommentsProblem };

/** The comments that the page offers beyond those that a screen shows. */
export interface CommentLoading {
  readonly state: ReadonlySignal<CommentLoadingState>;
  /** The address of the page that can be asked; null where none can. */
  readonly here: ReadonlySignal<string | null>;
  /** True where comments were added to what was read. */
  readonly hasAdded: ReadonlySignal<boolean>;
  /** Asks for them and shows them with the others. Never rejects. */
  load(): Promise<void>;
}

interface Progress {
  /** What this is about; another reading knows nothing of it. */
  readonly of: Reading;
  readonly state: CommentLoadingState;
  readonly known: readonly string[];
  readonly hasAdded: boolean;
}

const UNASKED = { state: { kind: 'unasked' }, known: [], hasAdded: false } as const;

export function createCommentLoading(
  reading: Signal<Reading>,
  loadComments: LoadComments,
  notices: Notices,
): CommentLoading {
  const kept = signal<Progress | null>(null);
  const progress = computed(() =>
    kept.value?.of === reading.value ? kept.value : { ...UNASKED, of: reading.value },
  );
  const here = computed(() => {
    const origin = 'origin' in reading.value ? reading.value.origin : null;
    return origin?.tabId == null ? null : origin.url;
  });

  async function ask(current: Reading, article: Article, origin: Origin): Promise<void> {
    const { known } = progress.value;
    const loaded = await loadComments(article, known, origin);
    // Another page was read meanwhile: these comments are not its own.
    if (reading.value !== current) return;
    if (loaded.kind !== 'loaded') {
      const state = loaded.kind === 'problem' ? loaded : ({ kind: 'unasked' } as const);
      kept.value = { ...progress.value, state };
      if (loaded.kind === 'closed-to-us')
        notices.show(messageKey('cannotRead', loaded.reason), { isError: true });
      return;
    }
    const { added } = loaded;
    const next = withArticle(current, loaded.article, added > 0 ? Date.now() : origin.readAt);
    const asked = article.thread.more?.url;
    kept.value = {
      of: next,
      state: added > 0 ? { kind: 'added', count: added } : { kind: 'problem', problem: 'nothing-new' },
      known: asked ? [...known, asked] : known,
      hasAdded: progress.value.hasAdded || added > 0,
    };
    reading.value = next;
  }

  return {
    state: computed(() => progress.value.state),
    here,
    hasAdded: computed(() => progress.value.hasAdded),
    async load() {
      const current = reading.value;
      const article = articleOf(current);
      if (!article?.thread.more || !('origin' in current) || progress.value.state.kind === 'loading') return;
      kept.value = { ...progress.value, state: { kind: 'loading' } };
      try {
        await ask(current, article, current.origin);
      } catch {
        if (reading.value === current) kept.value = { ...progress.value, state: { kind: 'unasked' } };
        notices.show('noticeCommentsFailed', { isError: true });
      }
    },
  };
}

function articleOf(reading: Reading): Article | null {
  if (reading.kind === 'article') return reading.article;
  return reading.kind === 'not-an-article' ? reading.bestEffort : null;
}

function withArticle(reading: Reading, article: Article, readAt: number): Reading {
  if (reading.kind === 'article') {
    return { ...reading, article, origin: { ...reading.origin, readAt } };
  }
  if (reading.kind !== 'not-an-article') return reading;
  return { ...reading, bestEffort: article, origin: { ...reading.origin, readAt } };
}
