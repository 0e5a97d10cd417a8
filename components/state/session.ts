import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Article } from '../../utils/extraction/types/article.ts';
import type { ArticleId } from '../../utils/library/types.ts';
import { messageOf } from '../../utils/result.ts';
import { type Arranging, createArranging } from './arranging.ts';
import { type CommentLoading, createCommentLoading, type LoadComments } from './comment-loading.ts';
import { type BlogMemory, createLearning } from './learning.ts';
import { createNotices, type Notices } from './notices.ts';
import { createPageLoading, type LoadPages, type PageLoading } from './page-loading.ts';
import type { Origin, Reading } from './reading.ts';
import { createReadingList, type LibraryServices, type ReadingList } from './reading-list.ts';

/** Whether the shown article can be saved, or is. */
export type SaveState =
  | { readonly kind: 'nothing' | 'private' | 'unsaved' | 'busy' }
  | { readonly kind: 'saved'; readonly id: ArticleId };

export interface Shown {
  /** As the reader wants it. */
  readonly article: Article;
  readonly origin: Origin;
  readonly isBestEffort: boolean;
}

/** What one screen holds while it is open, with what can be done about it. */
export interface Session {
  readonly reading: ReadonlySignal<Reading>;
  /** The article on the screen; null when there is none. */
  readonly shown: ReadonlySignal<Shown | null>;
  readonly saveState: ReadonlySignal<SaveState>;
  readonly furtherPages: PageLoading;
  readonly moreComments: CommentLoading;
  readonly arranging: Arranging;
  /** Keys of the shown article's blocks that other posts of its blog have too. */
  readonly seen: ReadonlySignal<ReadonlySet<string>>;
  readonly list: ReadingList;
  readonly notices: Notices;
  /** Reads, again if need be. Never rejects. */
  read(): Promise<void>;
  /** Shows the best that could be read of a page that is no article. */
  readAnyway(): void;
  /** Saves the shown article, or takes it out of the list when it is saved. */
  toggleSaved(): Promise<void>;
}

/** How a session asks the page for more, at the reader's wish. */
export interface PageServices {
  readonly loadPages: LoadPages;
  readonly loadComments: LoadComments;
}

/** @param read what there is to read; a rejection is shown as a failure */
export function createSession(
  read: () => Promise<Reading>,
  library: LibraryServices,
  { loadPages, loadComments }: PageServices,
  memory: BlogMemory,
): Session {
  const reading = signal<Reading>({ kind: 'loading' });
  const accepted = signal(false);
  const busy = signal(false);
  const notices = createNotices();
  const list = createReadingList(library, notices);
  const furtherPages = createPageLoading(reading, loadPages, notices);
  const moreComments = createCommentLoading(reading, loadComments, notices);
  const asRead = computed(() => shownOf(reading.value, accepted.value));
  const arranging = createArranging(asRead, memory, notices);
  const learning = createLearning(asRead, memory, notices);
  const shown = computed(() => asRead.value && arrangedOf(asRead.value, arranging));
  const hasGrown = computed(
    () => moreComments.hasAdded.value || isJoined(shown.value) || arranging.changedAt.value > 0,
  );
  const saveState = computed(() => saveStateOf(shown.value, hasGrown.value, busy.value, list));

  async function save({ article, origin: { url, readAt, incognito } }: Shown): Promise<void> {
    busy.value = true;
    try {
      await list.save({ article, url, readAt, incognito });
    } finally {
      busy.value = false;
    }
  }

  /** A page that is kept as a link gets its text as soon as it is read. */
  async function fillLink(): Promise<void> {
    const entry = list.state.value.kind === 'ready' ? list.state.value.entry : null;
    const current = shown.value;
    if (entry?.kind === 'link' && current && !current.origin.incognito) await save(current);
  }

  return {
    reading,
    shown,
    saveState,
    furtherPages,
    moreComments,
    arranging,
    seen: learning.seen,
    list,
    notices,
    async read() {
      batch(() => {
        reading.value = { kind: 'loading' };
        accepted.value = false;
      });
      const result = await read().catch((thrown: unknown) => ({
        kind: 'failed' as const,
        step: 'read',
        details: messageOf(thrown),
      }));
      const found = shownOf(result, true);
      if (found) await arranging.recall(found.article, found.origin);
      reading.value = result;
      const origin = originOf(result);
      if (origin) await list.follow(origin.url);
      await fillLink();
      await learning.meet();
    },
    readAnyway() {
      accepted.value = true;
    },
    async toggleSaved() {
      const state = saveState.value;
      const current = shown.value;
      if (current && state.kind === 'unsaved') return save(current);
      if (state.kind !== 'saved') return;
      busy.value = true;
      try {
        await list.remove(state.id);
      } finally {
        busy.value = false;
      }
    },
  };
}

function shownOf(reading: Reading, accepted: boolean): Shown | null {
  if (reading.kind === 'article') {
    return { article: reading.article, origin: reading.origin, isBestEffort: false };
  }
  if (reading.kind !== 'not-an-article' || !accepted || !reading.bestEffort) return null;
  return { article: reading.bestEffort, origin: reading.origin, isBestEffort: true };
}

function arrangedOf(shown: Shown, arranging: Arranging): Shown {
  const { article, origin } = shown;
  const readAt = Math.max(origin.readAt, arranging.changedAt.value);
  return { ...shown, article: arranging.arranged(article, origin), origin: { ...origin, readAt } };
}

/** @param hasGrown more of the article was added, or it was arranged otherwise: what was saved before can be saved again, with it */
function saveStateOf(shown: Shown | null, hasGrown: boolean, busy: boolean, list: ReadingList): SaveState {
  if (!shown) return { kind: 'nothing' };
  if (shown.origin.incognito) return { kind: 'private' };
  if (busy) return { kind: 'busy' };
  const state = list.state.value;
  if (state.kind === 'loading') return { kind: 'busy' };
  const saved = state.kind === 'ready' ? state.entry : null;
  // A link is filled with what was read.
  if (saved?.kind !== 'article') return { kind: 'unsaved' };
  if (hasGrown && saved.readAt < shown.origin.readAt) return { kind: 'unsaved' };
  return { kind: 'saved', id: saved.id };
}

function originOf(reading: Reading): Origin | null {
  return 'origin' in reading ? reading.origin : null;
}

function isJoined(shown: Shown | null): boolean {
  return shown?.article.meta.pages?.others.some(({ state }) => state === 'joined') ?? false;
}
